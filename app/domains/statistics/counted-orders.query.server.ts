import type { ReadContext } from '../context';
import { openOrders, orderCards } from '../workorders/index.server';
import { formulaInUse } from './formula.query.server';
import type { Part } from './rules/rates';
import { numberNames, partsOfNumber, valueOfNumber } from './schema';
import type { StatisticsFilter } from './schema';
import { totalOf } from './statistics.query.server';
import { statisticsAsked } from './statistics-page.query.server';
import { tellAll, toldSums } from './told/told-figures.query.server';
import type { Prisma } from '~/platform/db/database.server';
import { within } from '~/platform/db/lists/area-scope';
import { listPage } from '~/platform/db/lists/list-page';

const pageSize = 30;
/** Rows of one reading, of which those are taken that everyone may read. */
const together = 200;

const whereOf = (filter: StatisticsFilter, parts: readonly Part[]): Prisma.StatisticsOrderWhereInput => ({
  month: { gte: filter.from, lte: filter.to },
  ...(filter.areaId ? { areaId: within(filter.areaId) } : {}),
  ...(filter.departmentId !== undefined ? { departmentId: filter.departmentId } : {}),
  ...(filter.category ? { category: filter.category } : {}),
  OR: parts.map(({ measure }) => ({ [measure]: { gt: 0 } })),
});

/**
 * The newest of these that everyone may read. The others are left out before pages are made: how many are missing of a page
 * would tell how many there are.
 */
async function openRows(ctx: ReadContext, where: Prisma.StatisticsOrderWhereInput, most: number) {
  const read = (last: string | undefined) =>
    ctx.database.read.statisticsOrder.findMany({
      where: { AND: [where, last === undefined ? {} : { workOrderId: { lt: last } }] },
      orderBy: { workOrderId: 'desc' },
      take: together,
    });
  const found: Awaited<ReturnType<typeof read>> = [];
  let last: string | undefined;
  for (;;) {
    const rows = await read(last);
    const ids = rows.map((row) => row.workOrderId);
    const open = await openOrders(ctx, ids);
    found.push(...rows.filter((row) => open.has(row.workOrderId)));
    last = ids.at(-1);
    if (rows.length < together || found.length >= most) return found.slice(0, most);
  }
}

/**
 * One page of the orders behind a number that everyone may read, the newest first, with what each adds to it: what each adds
 * stands on its own page. `isExact`: for those who read every number of the area, of all orders.
 */
export async function countedOrders(
  ctx: ReadContext,
  input: {
    filter: StatisticsFilter;
    parts: readonly Part[];
    cursor?: string | undefined;
    isExact?: boolean;
  },
) {
  const { filter, parts, cursor, isExact = false } = input;
  const { items: shown, next } = await listPage(
    { order: { unique: 'workOrderId', direction: 'desc' }, cursor, size: pageSize },
    ({ behind, orderBy, take }) => {
      const where = { AND: [whereOf(filter, parts), behind] };
      return isExact
        ? ctx.database.read.statisticsOrder.findMany({ where, orderBy, take })
        : openRows(ctx, where, take);
    },
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

/**
 * The orders behind the number that the address names, with the number itself, as it is told; the orders at large where it
 * names none.
 */
export async function ordersBehindPage(ctx: ReadContext, query: URLSearchParams, cursor: string | undefined) {
  const { formulaId, isExact, filter } = await statisticsAsked(ctx, query);
  const number = numberNames.find((name) => name === query.get('number')) ?? 'orders';
  const { formula } = await formulaInUse(ctx, formulaId);
  const parts = partsOfNumber(number, formula);
  const [page, sums, told] = await Promise.all([
    countedOrders(ctx, { filter, parts, cursor, isExact }),
    totalOf(ctx, filter),
    isExact ? tellAll : toldSums(ctx, [filter]),
  ]);
  const value = valueOfNumber(number, told(filter, sums).sums, formula);
  return { ...page, ...{ number, filter, formula, isExact, value } };
}
