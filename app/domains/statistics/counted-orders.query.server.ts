import type { Context } from '../context';
import { orderCards } from '../workorders/index.server';
import type { Formula } from './rules/formula';
import { rateNames } from './rules/formula';
import type { Measure } from './rules/measures';
import { partsOf } from './rules/rates';
import type { Part } from './rules/rates';
import type { StatisticsFilter } from './schema';
import { within } from '~/platform/db/area-scope';

export const countedKinds = ['orders', 'overdue', 'reopened', 'returned', 'done', 'excluded'] as const;

/** A number of the statistics, by name: `resolution.numerator`, `satisfaction.denominator`, `overdue`. */
export const numberNames = [
  ...rateNames.flatMap((rate) => [`${rate}.numerator`, `${rate}.denominator`] as const),
  ...countedKinds,
] as const;
export type NumberName = (typeof numberNames)[number];

/** What a number is made of: measures, each with the per cent of it that counts. */
export function partsOfNumber(name: NumberName, formula: Formula): Part[] {
  const rate = rateNames.find((candidate) => name.startsWith(`${candidate}.`));
  if (!rate) return [{ measure: name as Measure, factor: 100 }];
  if (name.endsWith('.denominator')) return [{ measure: formula.denominators[rate], factor: 100 }];
  return partsOf(rate, formula);
}

const pageSize = 30;

/** One page of the orders behind a number, the newest first, with what each adds to it. */
export async function countedOrders(
  ctx: Context,
  input: { filter: StatisticsFilter; parts: readonly Part[]; cursor?: string | undefined },
) {
  const { filter, parts, cursor } = input;
  const rows = await ctx.database.read.statisticsOrder.findMany({
    where: {
      month: { gte: filter.from, lte: filter.to },
      ...(filter.areaId ? { areaId: within(filter.areaId) } : {}),
      ...(filter.departmentId !== undefined ? { departmentId: filter.departmentId } : {}),
      ...(filter.category ? { category: filter.category } : {}),
      ...(cursor ? { workOrderId: { lt: cursor } } : {}),
      OR: parts.map(({ measure }) => ({ [measure]: { gt: 0 } })),
    },
    orderBy: { workOrderId: 'desc' },
    take: pageSize + 1,
  });
  const shown = rows.slice(0, pageSize);
  const cards = await orderCards(
    ctx,
    shown.map((row) => row.workOrderId),
  );
  const cardOf = new Map(cards.map((card) => [card.id, card]));
  return {
    items: shown.flatMap((row) => {
      const card = cardOf.get(row.workOrderId);
      const adds = parts.map(({ measure, factor }) => ({ measure, factor, count: row[measure] }));
      return card ? [{ ...card, month: row.month, adds: adds.filter((part) => part.count > 0) }] : [];
    }),
    next: rows.length > pageSize ? (shown.at(-1)?.workOrderId ?? null) : null,
  };
}
