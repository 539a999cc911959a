import type { ReadContext } from '../../context';
import { closedOrders, toldOfYears } from '../../statistics/index.server';
import type { CountOf, OrderCounts } from './counts';
import { exactCounts } from './exact-counts.query.server';
import type { CountsAsked } from './exact-counts.query.server';
import type { Told } from './figure';

/** Of how many years the months are. */
const yearOf = (month: string) => Number(month.slice(0, 4));

/** How many of what is counted are public: all of them, less those that are not. */
function openCounts(
  exact: OrderCounts,
  closed: Awaited<ReturnType<typeof closedOrders>>,
  { from, to, category }: CountsAsked,
): OrderCounts['open'] {
  const allOf = ({ areaId, month, category }: CountOf) => {
    if (month !== undefined) return exact.byMonth(areaId)?.find((one) => one.month === month)?.count ?? 0;
    return category === undefined ? exact.total(areaId) : (exact.byCategory(areaId).get(category) ?? 0);
  };
  return (of) => {
    const all = allOf(of);
    const [first, last] = of.month === undefined ? [from, to] : [of.month, of.month];
    const own = { category, ...of };
    const hidden = closed.filter(
      (one) =>
        one.areaId.startsWith(of.areaId) &&
        one.month >= first &&
        one.month <= last &&
        one.category === (own.category ?? one.category),
    );
    return typeof all === 'number' ? all - hidden.reduce((sum, { count }) => sum + count, 0) : null;
  };
}

/**
 * What anyone may read: the counts as they are but for those behind which few orders stand that not everyone may read, and
 * those from which these would follow. Months of one category are told inside alone: that would be a cube.
 */
export async function publicCounts(ctx: ReadContext, asked: CountsAsked): Promise<OrderCounts> {
  const { months, from, category } = asked;
  const year = yearOf(from);
  const [exact, closed, isTold] = await Promise.all([
    exactCounts(ctx, asked),
    closedOrders(ctx),
    toldOfYears(ctx, [year, ...months.map(yearOf)]),
  ]);
  const told = (shape: Parameters<typeof isTold>[0], count: Told): Told => (isTold(shape) ? count : 'hidden');
  const inCategory = (areaId: string, key: string, count: Told) =>
    told({ year, areaId, by: { table: 'category', key } }, count);
  return {
    open: openCounts(exact, closed, asked),
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
