import type { LoaderFunctionArgs } from '@remix-run/node';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';
import { orderFeed } from '~/http/answers/order-feed.server';
import { sha256 } from '~/lib/sha256';

export async function loader(args: LoaderFunctionArgs) {
  const feed = await load(args, () => orderFeed(contextOf(args), new URL(args.request.url)));
  const tag = `"${sha256(feed)}"`;
  // Readers ask each quarter of an hour, and seldom is there anything new.
  const held = args.request.headers.get('If-None-Match')?.includes(tag) ?? false;
  if (held) return new Response(null, { status: 304, headers: { ETag: tag } });
  return new Response(feed, {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8', ETag: tag },
  });
}
