import type { ReadContext } from '../../context';
import { toldOfYears } from '../../statistics/index.server';
import type { OrderCounts } from './counts';
import { exactCounts } from './exact-counts.query.server';
import type { CountsAsked } from './exact-counts.query.server';
import type { Told } from './figure';

/** Of how many years the months are. */
const yearOf = (month: string) => Number(month.slice(0, 4));

/**
 * What anyone may read: the counts as they are but for those behind which few orders stand that not everyone may read, and
 * those from which these would follow. Months of one category are told inside alone: that would be a cube.
 */
export async function publicCounts(ctx: ReadContext, asked: CountsAsked): Promise<OrderCounts> {
  const { months, from, category } = asked;
  const year = yearOf(from);
  const [exact, isTold] = await Promise.all([
    exactCounts(ctx, asked),
    toldOfYears(ctx, [year, ...months.map(yearOf)]),
  ]);
  const told = (shape: Parameters<typeof isTold>[0], count: Told): Told => (isTold(shape) ? count : 'hidden');
  const inCategory = (areaId: string, key: string, count: Told) =>
    told({ year, areaId, by: { table: 'category', key } }, count);
  return {
    total: (areaId) => {
      const count = exact.total(areaId);
      return category === undefined
        ? told({ year, areaId, by: null }, count)
        : inCategory(areaId, category, count);
    },
    byCategory: (areaId) =>
      new Map([...exact.byCategory(areaId)].map(([key, count]) => [key, inCategory(areaId, key, count)])),
    byMonth: (areaId) =>
      category === undefined
        ? (exact.byMonth(areaId) ?? []).map(({ month, count }) => ({
            month,
            count: told({ year: yearOf(month), areaId, by: { table: 'month', key: month } }, count),
          }))
        : null,
    categoriesByMonth: () => Promise.resolve(null),
  };
}
