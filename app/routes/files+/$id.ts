import { createReadableStreamFromReadable } from '@remix-run/node';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { readablePicture } from '~/domains/insights/readable-picture.query.server';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';
import { edgeAsked } from '~/lib/pictures/picture-sizes';

/** Documents are never shown in the portal's own origin: they are saved, and what opens them runs no script. */
const downloadAs = (name: string) => ({
  'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`,
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
});

const isKnown = (request: Request, tag: string) =>
  (request.headers.get('If-None-Match') ?? '')
    .split(',')
    .some((one) => one.trim().replace(/^W\//, '') === tag);

/**
 * A file never changes under its id, but who may read it does: a browser keeps it and asks each time whether it still
 * may. What is not open to all is not kept.
 */
export async function loader(args: LoaderFunctionArgs) {
  const id = args.params.id ?? '';
  const asked = edgeAsked(new URL(args.request.url).searchParams.get('size'));
  const picture = await load(args, () => readablePicture(contextOf(args), id, asked));
  // An old picture stands in for a size that it does not have yet: the tag is that of what is sent.
  const tag = picture.edge === null ? `"${id}"` : `"${id}-${picture.edge}"`;
  const keeping: Record<string, string> = picture.open
    ? { 'Cache-Control': 'private, no-cache', ETag: tag }
    : { 'Cache-Control': 'private, no-store' };
  const known = picture.open && isKnown(args.request, tag);
  if (known || args.request.method === 'HEAD') picture.stream.destroy();
  if (known) return new Response(null, { status: 304, headers: keeping });
  return new Response(picture.stream.destroyed ? null : createReadableStreamFromReadable(picture.stream), {
    headers: {
      'Content-Type': picture.mediaType,
      ...(picture.name === null ? {} : downloadAs(picture.name)),
      'Content-Length': String(picture.bytes),
      ...keeping,
    },
  });
}
