import type { LoaderFunctionArgs } from '@remix-run/node';
import { contextOf } from '~/http/actor.server';
import { collectionFeed } from '~/http/answers/sharing/collection-feed.server';
import { orderFeed } from '~/http/answers/sharing/order-feed.server';
import { taggedAnswer } from '~/http/answers/tagged-answer';
import { load } from '~/http/forms/forms.server';
import { paths } from '~/paths';

/** What is new in a collection. Readers ask each quarter of an hour, and seldom is there anything. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const url = new URL(args.request.url);
  // Orders are narrowed by category too, and ordered by their last change.
  const feedOf = url.pathname === paths.feed('work-orders') ? orderFeed : collectionFeed;
  const feed = await load(args, () => feedOf(ctx, url, args.params.collection ?? ''));
  return taggedAnswer(args.request, feed, { 'Content-Type': 'application/atom+xml; charset=utf-8' });
}
