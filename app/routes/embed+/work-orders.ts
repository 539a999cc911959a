import type { LoaderFunctionArgs } from '@remix-run/node';
import { contextOf } from '~/http/actor.server';
import { embeddedOrders } from '~/http/answers/sharing/embedded-orders.server';
import { load } from '~/http/forms/forms.server';
import { anyFrameHeader } from '~/http/server/frames';

export async function loader(args: LoaderFunctionArgs) {
  const page = await load(args, () => embeddedOrders(contextOf(args), new URL(args.request.url)));
  return new Response(page, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', [anyFrameHeader]: 'yes' },
  });
}
