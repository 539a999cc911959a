import { communityId } from '../factories/proposals';
import type { TestContext } from './context';
import { describeRequests } from '~/domains/bridges/open311/describe-requests.server';
import { findRequests } from '~/domains/bridges/open311/find-requests.server';
import { listUpdates } from '~/domains/bridges/open311/list-updates.query.server';
import { listPublicOrders } from '~/domains/bridges/public/public-orders.query.server';
import { homePage } from '~/domains/insights/home.query.server';
import { searchEverything } from '~/domains/insights/search.query.server';
import { listProposals } from '~/domains/proposals/lists/proposal-list.query.server';
import { countedOrders } from '~/domains/statistics/counted-orders.query.server';
import type { Context } from '~/domains/context';
import { listFeedback } from '~/domains/feedback/feedback.query.server';
import { listWorkOrders } from '~/domains/workorders/reads/work-order.query.server';

/** All that people who have nothing to do with the matter are shown of matters and orders, as one text. */
export async function seenBy(test: TestContext, secret: string, ctx: Context): Promise<string> {
  const query = { page: 1, pageSize: 100, statuses: ['open', 'closed'], stated: false } as never;
  const month = test.clock.now().toISOString().slice(0, 7);
  const requests = await findRequests(ctx, {
    areaId: null,
    query: { ...(query as object), ...span(test) } as never,
  });
  const seen = [
    await searchEverything(ctx, secret),
    await searchEverything(ctx, secret.slice(2, 4)),
    await listFeedback(ctx, {}),
    await listProposals(ctx, {}),
    await listWorkOrders(ctx, {}),
    await homePage(ctx, communityId),
    await listPublicOrders(ctx, { areaId: null, most: 100 }),
    await describeRequests(ctx, requests, { extended: true } as never),
    await listUpdates(ctx, { ...span(test), page: 1, areaId: null }),
    await countedOrders(ctx, {
      filter: { from: month, to: month } as never,
      parts: [{ measure: 'orders', factor: 100 }] as never,
    }),
  ];
  return JSON.stringify(seen);
}

const span = (test: TestContext) => ({
  from: new Date(test.clock.now().getTime() - 30 * 24 * 3600_000),
  to: new Date(test.clock.now().getTime() + 24 * 3600_000),
});
