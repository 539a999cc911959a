import type { ReadContext } from '../context';
import { orderCards } from '../workorders/index.server';
import { formulaInUse } from './formula.query.server';
import type { Part } from './rules/rates';
import { numberNames, partsOfNumber, readQuery, valueOfNumber } from './schema';
import type { StatisticsFilter } from './schema';
import { monthNow } from './month-now';
import { totalOf } from './statistics.query.server';
import { within } from '~/platform/db/lists/area-scope';
import { listPage } from '~/platform/db/lists/list-page';

const pageSize = 30;

/** One page of the orders behind a number, the newest first, with what each adds to it. */
export async function countedOrders(
  ctx: ReadContext,
  input: { filter: StatisticsFilter; parts: readonly Part[]; cursor?: string | undefined },
) {
  const { filter, parts, cursor } = input;
  const { items: shown, next } = await listPage(
    { order: { unique: 'workOrderId', direction: 'desc' }, cursor, size: pageSize },
    ({ behind, ...page }) =>
      ctx.database.read.statisticsOrder.findMany({
        where: {
          AND: behind,
          month: { gte: filter.from, lte: filter.to },
          ...(filter.areaId ? { areaId: within(filter.areaId) } : {}),
          ...(filter.departmentId !== undefined ? { departmentId: filter.departmentId } : {}),
          ...(filter.category ? { category: filter.category } : {}),
          OR: parts.map(({ measure }) => ({ [measure]: { gt: 0 } })),
        },
        ...page,
      }),
  );
  const cards = await orderCards(
    ctx,
    shown.map((row) => row.workOrderId),
  );
  const cardOf = new Map(cards.map((card) => [card.id, card]));
  return {
    items: shown.flatMap((row, at) => {
      const found = cardOf.get(row.workOrderId);
      // Counted, but neither named nor to be found by its id.
      const card = found?.readable === false ? { ...found, id: `not-public-${at}` } : found;
      const adds = parts.map(({ measure, factor }) => ({ measure, factor, count: row[measure] }));
      return card ? [{ ...card, month: row.month, adds: adds.filter((part) => part.count > 0) }] : [];
    }),
    next,
  };
}

/** The orders behind the number that the address names, with the number itself; the orders at large where it names none. */
export async function ordersBehindPage(ctx: ReadContext, query: URLSearchParams, cursor: string | undefined) {
  const { formula: formulaId, ...filter } = readQuery(query, monthNow(ctx));
  const number = numberNames.find((name) => name === query.get('number')) ?? 'orders';
  const { formula } = await formulaInUse(ctx, formulaId);
  const parts = partsOfNumber(number, formula);
  const [page, sums] = await Promise.all([
    countedOrders(ctx, { filter, parts, cursor }),
    totalOf(ctx, filter),
  ]);
  return { ...page, number, filter, formula, value: valueOfNumber(number, sums, formula) };
}
