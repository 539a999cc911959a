import type { ReadContext } from '../../context';
import { turnOfSums, volumes } from '../../statistics/index.server';
import type { Columns, Hidden } from '../rules/small-numbers';
import { wholePortal } from './counts';
import type { OrderCounts } from './counts';
import { byArea } from './exact-counts.query.server';
import type { CountsAsked } from './exact-counts.query.server';
import type { Told } from './figure';
import { hideNumbers } from './hide-numbers.server';
import { parentOf } from '~/lib/geo/division-code';

/** All that is told of one year: of every area, by category and by month. */
interface PublicYear {
  total(areaId: string): Told;
  category(areaId: string, category: string): Told;
  month(areaId: string, month: string): Told;
  categories: readonly string[];
}

const totalOf = (counts: ReadonlyMap<string, number> | undefined) =>
  [...(counts?.values() ?? [])].reduce((total, count) => total + count, 0);

function told(
  { category, month }: Record<'category' | 'month', Columns>,
  hidden: Hidden,
): Omit<PublicYear, 'categories'> {
  return {
    total: (id) => (hidden.total(id) ? 'hidden' : totalOf(category.get(id))),
    category: (id, one) => (hidden.cell('category', id, one) ? 'hidden' : (category.get(id)?.get(one) ?? 0)),
    month: (id, one) => (hidden.cell('month', id, one) ? 'hidden' : (month.get(id)?.get(one) ?? 0)),
  };
}

/**
 * The year as it is told, all areas together: were each page to hide for itself, what one hides another would tell. Years
 * have no month in common, so that no two of them tell of a third number.
 */
async function readYear(ctx: ReadContext, year: number): Promise<PublicYear> {
  const span = { from: `${year}-01`, to: `${year}-12` };
  const found = await Promise.all([volumes(ctx, 'category', span), volumes(ctx, 'month', span)]);
  const tops = [...new Set(found[0].map(({ areaId }) => areaId))].filter((id) => parentOf(id) === null);
  const [category, month] = [byArea(found[0], tops), byArea(found[1], tops)];
  const rows = [...category].flatMap(([id, counts]) =>
    id === wholePortal ? [] : [{ id, above: parentOf(id), total: totalOf(counts) }],
  );
  const hidden = await hideNumbers({ rows, tables: { category, month } });
  const categories = [...(category.get(wholePortal)?.keys() ?? [])];
  return { ...told({ category, month }, hidden), categories };
}

interface KeptYear {
  turn: number;
  read: Promise<PublicYear>;
  /** On the clock of the process: until then it is told although sums have changed; always while it is being read. */
  until: number;
}

const keptOf = new WeakMap<object, Map<number, KeptYear>>();

/** Below this, numbers are told as they are now. */
const quickMilliseconds = 500;

/** Kept as long as no sum changes; where it takes long, so long that no more than a tenth of a core is spent on it. */
async function publicYear(ctx: ReadContext, year: number): Promise<PublicYear> {
  const turn = await turnOfSums(ctx);
  const years = keptOf.get(ctx.database) ?? new Map<number, KeptYear>();
  keptOf.set(ctx.database, years);
  const known = years.get(year);
  const begun = performance.now();
  if (known && (known.turn === turn || begun < known.until)) return known.read;
  const kept: KeptYear = { turn, read: readYear(ctx, year), until: Infinity };
  years.set(year, kept);
  kept.read.then(
    () => {
      const took = performance.now() - begun;
      kept.until = took < quickMilliseconds ? 0 : begun + 10 * took;
    },
    () => years.delete(year),
  );
  // Nobody waits for what is only to be made fresh.
  return known && known.until > 0 ? known.read : kept.read;
}

/** What anyone may read: of fewer than five nothing, and nothing from which it would follow. */
export async function publicCounts(ctx: ReadContext, asked: CountsAsked): Promise<OrderCounts> {
  const { months, from, category } = asked;
  const year = Number(from.slice(0, 4));
  const years = [...new Set([year, ...months.map((month) => Number(month.slice(0, 4)))])];
  const read = new Map<number, PublicYear>();
  for (const one of years) read.set(one, await publicYear(ctx, one));
  const own = read.get(year);
  return {
    total: (id) => (category === undefined ? own?.total(id) : own?.category(id, category)) ?? 0,
    byCategory: (id) => new Map(own?.categories.map((one) => [one, own.category(id, one)])),
    byMonth: (id) =>
      category === undefined
        ? months.map((month) => ({
            month,
            count: read.get(Number(month.slice(0, 4)))?.month(id, month) ?? 0,
          }))
        : null,
    categoriesByMonth: () => Promise.resolve(null),
  };
}
