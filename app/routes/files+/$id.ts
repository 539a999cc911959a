import { createReadableStreamFromReadable } from '@remix-run/node';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { readablePicture } from '~/domains/insights/readable-picture.query.server';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms.server';

export async function loader(args: LoaderFunctionArgs) {
  const picture = await load(args, () => readablePicture(contextOf(args), args.params.id ?? ''));
  return new Response(createReadableStreamFromReadable(picture.stream), {
    headers: {
      'Content-Type': picture.mediaType,
      'Content-Length': String(picture.bytes),
      'Cache-Control': picture.open ? 'public, max-age=3600' : 'private, no-store',
    },
  });
}
