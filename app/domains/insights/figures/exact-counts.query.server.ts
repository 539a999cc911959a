import { readCategories } from '../../categories/index.server';
import type { ReadContext } from '../../context';
import { volumes, wholePortal } from '../../statistics/index.server';
import type { Volume } from '../../statistics/index.server';
import type { OrderCounts } from './counts';

/** What is looked at: months, areas that are compared, and the one that they lie in. */
export interface CountsAsked {
  areaId: string | undefined;
  /** Those that are compared, and the topmost where the whole is asked for. */
  areaIds: readonly string[];
  topIds: readonly string[];
  /** From the first month that is kept. */
  months: readonly string[];
  /** Of the year. */
  from: string;
  to: string;
  category: string | undefined;
}

type ByKey = Map<string, Map<string, number>>;

/** The counts by area, with those of the topmost together under the name of the whole. */
export function byArea(found: readonly Volume[], topIds: readonly string[]): ByKey {
  const all: ByKey = new Map();
  const add = (areaId: string, { key, count }: Volume) => {
    const keys = all.get(areaId) ?? new Map<string, number>();
    all.set(areaId, keys.set(key, (keys.get(key) ?? 0) + count));
  };
  const tops = new Set(topIds);
  for (const one of found) {
    add(one.areaId, one);
    if (tops.has(one.areaId)) add(wholePortal, one);
  }
  return all;
}

const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);

/** Every number as it is. */
export async function exactCounts(ctx: ReadContext, asked: CountsAsked): Promise<OrderCounts> {
  const { areaId, areaIds, topIds, months, from, to, category } = asked;
  const own = areaId === undefined ? topIds : [areaId];
  const all = [...new Set([...own, ...areaIds])];
  const [first = from, last = to] = [months[0], months.at(-1)];
  const [ofYear, ofMonths] = await Promise.all([
    volumes(ctx, 'category', { from, to, areaIds: all }).then((found) => byArea(found, topIds)),
    volumes(ctx, 'month', { from: first, to: last, category, areaIds: all }).then((found) =>
      byArea(found, topIds),
    ),
  ]);
  const series = (keys: ReadonlyMap<string, number> | undefined) =>
    months.map((month) => ({ month, count: keys?.get(month) ?? 0 }));
  return {
    total: (id) => {
      const counts = ofYear.get(id);
      return category === undefined ? sum(counts?.values() ?? []) : (counts?.get(category) ?? 0);
    },
    open: () => null,
    byCategory: (id) => ofYear.get(id) ?? new Map(),
    byMonth: (id) => series(ofMonths.get(id)),
    async categoriesByMonth() {
      const of = async (one: string) => {
        const asked = { from: first, to: last, category: one, areaIds: own };
        const found = byArea(await volumes(ctx, 'month', asked), topIds);
        return [one, series(found.get(areaId ?? wholePortal)).map(({ count }) => count)] as const;
      };
      const categories = await readCategories(ctx.database);
      return new Map(await Promise.all(categories.map(({ id }) => of(id))));
    },
  };
}
