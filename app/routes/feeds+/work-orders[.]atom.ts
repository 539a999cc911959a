import type { LoaderFunctionArgs } from '@remix-run/node';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms.server';
import { orderFeed } from '~/http/order-feed.server';

export async function loader(args: LoaderFunctionArgs) {
  const feed = await load(args, () => orderFeed(contextOf(args), new URL(args.request.url)));
  return new Response(feed, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
}
