import type { ReadContext } from '../../context';
import type { Found } from '../../known-subjects';
import { readableOrders } from '../visibility';
import { holding } from '~/platform/db/lists/holding-text';

const most = 40;

/** Orders that the actor may read, by their number, their official number, or words of their title; newest first. */
export async function searchOrders(ctx: ReadContext, query: string): Promise<Found[]> {
  const rows = await ctx.database.read.workOrder.findMany({
    where: {
      AND: readableOrders(ctx),
      OR: [
        { number: query },
        { externalNumber: query },
        await holding(ctx.database, { table: 'WorkOrder', column: 'title', words: query }),
      ],
    },
    orderBy: { id: 'desc' },
    take: most,
    select: { id: true, title: true, number: true, areaId: true, createdAt: true },
  });
  return rows.map(({ id, title, number, areaId, createdAt }) => ({
    ...{ kind: 'work-order', id, title: `${title} · ${number}`, areaId },
    at: createdAt,
  }));
}
