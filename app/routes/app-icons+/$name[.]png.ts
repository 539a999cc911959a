import { data } from '@remix-run/node';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { readablePicture } from '~/domains/insights/readable-picture.query.server';
import { contextOf } from '~/http/actor.server';
import { drawAppIcon, isAppIcon } from '~/http/answers/app-icon.server';
import { load } from '~/http/forms/forms.server';

/** Of the seal, that the portal has where it has said nothing of itself. */
const seal = '#a8321f';

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

/** The portal as a device shows it among its apps. */
export async function loader(args: LoaderFunctionArgs) {
  const { name = '' } = args.params;
  if (!isAppIcon(name)) throw data({ reason: null }, { status: 404 });
  const { logo, fields } = await args.context.profile();
  const picture = logo && (await load(args, () => readablePicture(contextOf(args), logo.id)));
  const bytes = await drawAppIcon(name, {
    logo: picture && (await bytesOf(picture.stream)),
    colour: fields.colourLight || seal,
  });
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'image/png',
      'Content-Length': String(bytes.byteLength),
      'Cache-Control': 'public, max-age=86400',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
