import type { ReadContext } from '../../context';
import type { PlacedAsked, PlacedKind } from '../../known-subjects';
import { orderStages } from '../stages';
import { outgoingOrderSql } from '../visibility';
import type { SqlValue } from '~/platform/db/database.server';
import { placedPage, withPlaces } from '~/platform/db/lists/placed-rows';

/** The newest orders with a place of which everything may leave the house. */
async function idsOf(ctx: ReadContext, asked: PlacedAsked): Promise<string[]> {
  const { areaId, category, states, frame, most } = asked;
  const terms = [outgoingOrderSql(ctx, 'o'), 'o."latitude" IS NOT NULL', 'o."longitude" IS NOT NULL'];
  const values: SqlValue[] = [];
  const and = (term: string, ...given: SqlValue[]) => {
    terms.push(term);
    values.push(...given);
  };
  if (areaId !== undefined) and('o."areaId" >= ? AND o."areaId" < ?', areaId, `${areaId}~`);
  if (category !== undefined) and('o."category" = ?', category);
  if (states) and(`o."state" IN (${states.map(() => '?').join(', ')})`, ...states);
  if (frame) {
    and('o."latitude" BETWEEN ? AND ?', frame.south, frame.north);
    and('o."longitude" BETWEEN ? AND ?', frame.west, frame.east);
  }
  const rows = await ctx.database.sql.all<{ id: string }>(
    `SELECT o."id" AS "id" FROM "WorkOrder" o WHERE ${terms.join(' AND ')} ORDER BY o."id" DESC LIMIT ?`,
    [...values, most],
  );
  return rows.map(({ id }) => id);
}

/** Orders with a place of their own: one that was made of a matter for everyone lies where that does. */
export const placedOrders: PlacedKind<ReadContext> = {
  stages: orderStages,
  matters: async (ctx, asked) => {
    const ids = await idsOf(ctx, asked);
    const { select, ...page } = placedPage(asked);
    const rows = await ctx.database.read.workOrder.findMany({
      where: { id: { in: ids } },
      ...page,
      select: { ...select, links: { select: { subjectKind: true, subjectId: true } } },
    });
    return withPlaces(rows).map(({ links, ...row }) => ({
      ...row,
      standsFor: links.map((link) => ({ kind: link.subjectKind, id: link.subjectId })),
    }));
  },
};
