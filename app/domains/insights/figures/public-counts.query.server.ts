import type { ReadContext } from '../../context';
import { turnOfSums, volumes } from '../../statistics/index.server';
import { smallNumbers } from '../rules/small-numbers';
import type { Columns, Hidden } from '../rules/small-numbers';
import { wholePortal } from './counts';
import type { OrderCounts } from './counts';
import { byArea } from './exact-counts.query.server';
import type { CountsAsked } from './exact-counts.query.server';
import type { Told } from './figure';
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
  await ctx.giveWay();
  const rows = [...category].flatMap(([id, counts]) =>
    id === wholePortal ? [] : [{ id, above: parentOf(id), total: totalOf(counts) }],
  );
  const hidden = smallNumbers(rows, { category, month });
  const categories = [...(category.get(wholePortal)?.keys() ?? [])];
  return { ...told({ category, month }, hidden), categories };
}

interface Kept {
  turn: number;
  years: Map<number, Promise<PublicYear>>;
}

/** Kept as long as no sum changes. */
const keptOf = new WeakMap<object, Kept>();

async function publicYear(ctx: ReadContext, year: number): Promise<PublicYear> {
  const turn = await turnOfSums(ctx);
  const before = keptOf.get(ctx.database);
  const kept = before?.turn === turn ? before : { turn, years: new Map<number, Promise<PublicYear>>() };
  keptOf.set(ctx.database, kept);
  const known = kept.years.get(year);
  if (known) return known;
  const read = readYear(ctx, year);
  kept.years.set(year, read);
  read.catch(() => kept.years.delete(year));
  return read;
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
