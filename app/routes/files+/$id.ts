import { createReadableStreamFromReadable } from '@remix-run/node';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { readablePicture } from '~/domains/insights/readable-picture.query.server';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms.server';

/** Documents are never shown in the portal's own origin: they are saved, and what opens them runs no script. */
const downloadAs = (name: string) => ({
  'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`,
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
});

export async function loader(args: LoaderFunctionArgs) {
  const picture = await load(args, () => readablePicture(contextOf(args), args.params.id ?? ''));
  return new Response(createReadableStreamFromReadable(picture.stream), {
    headers: {
      'Content-Type': picture.mediaType,
      ...(picture.name === null ? {} : downloadAs(picture.name)),
      'Content-Length': String(picture.bytes),
      'Cache-Control': picture.open ? 'public, max-age=3600' : 'private, no-store',
    },
  });
}
