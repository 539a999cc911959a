import type { ReadContext } from '../../context';
import { formulaInUse, measuresByArea, wholePortal } from '../../statistics/index.server';
import { shownRates } from '../../statistics/schema';
import type { Measures } from '../../statistics/schema';
import { seasonalTrend } from '../rules/seasonal-trend';
import { unusualRises } from '../rules/unusual-rise';
import type { CountOf, OrderCounts } from './counts';
import { toldNumber } from './figure';
import type { Figure, FigureRow, Told } from './figure';
import type { AreaOfLevel } from '../../territory/index.server';

/** What all figures of orders are made of. */
export interface OrdersOf {
  counts: OrderCounts;
  /** The area that is looked at. */
  areaId: string | undefined;
  areas: readonly AreaOfLevel[];
  /** The last of them is not over. */
  hasUnfinishedMonth: boolean;
  categoryName(category: string): string;
}

/** The months of one picture. */
const monthsShown = 36;
/** Parts that are listed; the rest stand in no picture that could be read. */
const mostParts = 60;

const rounded = (value: number | undefined) => (value === undefined ? null : Math.round(value * 10) / 10);

/** Beside what is not told, what anyone can count. */
function openBeside(counts: OrderCounts, of: CountOf, told: Told): { open?: number } {
  const open = told === 'hidden' ? counts.open(of) : null;
  return open === null ? {} : { open };
}

/** Counts by month, with the season taken out where all months are told and there are two years of them. */
export function monthsFigure({ counts, areaId, hasUnfinishedMonth }: OrdersOf): Figure {
  const columns = [
    { name: 'orders', kind: 'count' as const },
    { name: 'adjusted', kind: 'decimal' as const },
    { name: 'trend', kind: 'decimal' as const },
  ];
  const series = counts.byMonth(areaId ?? wholePortal);
  if (!series) return { name: 'months', columns, rows: [], notes: ['months-of-category'] };
  const finished = hasUnfinishedMonth ? series.slice(0, -1) : series;
  const numbers = finished.map(({ count }) => toldNumber(count));
  const isWhole = numbers.every((count) => count !== null);
  const taken = isWhole
    ? seasonalTrend(
        numbers.map((count) => count ?? 0),
        12,
      )
    : null;
  const rows = series.map(({ month, count }, at): FigureRow => ({
    ...{ key: month, label: month },
    values: [count, rounded(taken?.adjusted[at]), rounded(taken?.trend[at])],
    ...openBeside(counts, { areaId: areaId ?? wholePortal, month }, count),
    ...(hasUnfinishedMonth && at === series.length - 1 && { isUnfinished: true }),
  }));
  const notes = taken ? [] : [isWhole ? 'season-too-short' : 'season-hidden'];
  return { name: 'months', columns, rows: rows.slice(-monthsShown), notes };
}

const order = (told: Told) => (typeof told === 'number' ? told : -1);

/** The most first; what is hidden last, in the order of the codes, which tells nothing. */
const mostFirst = (rows: readonly FigureRow[]) =>
  [...rows].sort(
    (one, other) => order((other.values[0] ?? null) as Told) - order((one.values[0] ?? null) as Told),
  );

/** Counts by area of the level that is compared, and to a thousand people where these are known. */
export function areasFigure({ counts, areas }: OrdersOf): Figure {
  const rows = areas.map(({ id, name, population }): FigureRow => {
    const count = counts.total(id);
    const number = toldNumber(count);
    const rate = population && number !== null ? rounded((number / population) * 1000) : null;
    return {
      ...{ key: id, label: name, values: [count, count === 'hidden' ? 'hidden' : rate] },
      ...openBeside(counts, { areaId: id }, count),
    };
  });
  return {
    name: 'areas',
    columns: [
      { name: 'orders', kind: 'count' },
      { name: 'per-thousand', kind: 'decimal' },
    ],
    rows: mostFirst(rows),
    notes: [],
  };
}

/** Counts by category. */
export function categoriesFigure({ counts, areaId, categoryName }: OrdersOf): Figure {
  const rows = [...counts.byCategory(areaId ?? wholePortal)].map(([key, count]): FigureRow => ({
    ...{ key, label: categoryName(key) },
    values: [count],
    ...openBeside(counts, { areaId: areaId ?? wholePortal, category: key }, count),
  }));
  return {
    name: 'categories',
    columns: [{ name: 'orders', kind: 'count' }],
    rows: mostFirst(rows),
    notes: [],
  };
}

interface Series {
  key: string;
  label: string;
  counts: readonly number[];
}

function seriesOfAreas({ counts, areas, hasUnfinishedMonth }: OrdersOf): Series[] {
  return areas.flatMap(({ id, name }) => {
    const series = counts.byMonth(id);
    const finished = hasUnfinishedMonth ? series?.slice(0, -1) : series;
    const numbers = finished?.map(({ count }) => toldNumber(count));
    // A month that is hidden is not compared with, and nothing is said of it.
    if (!numbers?.every((count) => count !== null)) return [];
    return [{ key: id, label: name, counts: numbers.map((count) => count ?? 0) }];
  });
}

/** The areas, and the categories of the area, whose last whole month has more than the months before let expect. */
export async function risesFigure(of: OrdersOf): Promise<Figure> {
  const byCategory = await of.counts.categoriesByMonth();
  const ofCategories = [...(byCategory ?? [])].map(([key, counts]) => ({
    ...{ key, label: of.categoryName(key) },
    counts: of.hasUnfinishedMonth ? counts.slice(0, -1) : counts,
  }));
  const looked = [...seriesOfAreas(of), ...ofCategories];
  const rises = unusualRises(looked);
  return {
    name: 'rises',
    columns: [
      { name: 'seen', kind: 'count' },
      { name: 'expected', kind: 'decimal' },
      { name: 'bound', kind: 'decimal' },
      { name: 'compared-with', kind: 'words' },
    ],
    rows: rises.map(({ key, label, rise }) => ({
      ...{ key, label },
      values: [
        rise.seen,
        rounded(rise.expected),
        rounded(rise.bound),
        { word: `compared.${rise.comparedWith}` },
      ],
    })),
    notes: looked.length === 0 ? ['rises-nothing'] : rises.length === 0 ? ['rises-none'] : [],
  };
}

const rateColumns = ['response', 'resolution', 'satisfaction'] as const;

function ratesOf(measures: Measures | undefined, formula: Parameters<typeof shownRates>[1]) {
  if (!measures) return rateColumns.map(() => null);
  const rates = shownRates(measures, formula);
  return rateColumns.map((name): Told => {
    const { percent } = rates[name];
    return percent === null ? null : Math.round(Number(percent) * 10) / 1000;
  });
}

/** The three rates by area, by the formula in use: hidden where the number of orders is. */
export async function ratesFigure(
  ctx: ReadContext,
  of: OrdersOf,
  asked: { from: string; to: string; category: string | undefined },
): Promise<Figure> {
  const shown = of.areas.slice(0, mostParts);
  const [{ formula }, measures] = await Promise.all([
    formulaInUse(ctx),
    measuresByArea(
      ctx,
      shown.map(({ id }) => id),
      asked,
    ),
  ]);
  const rows = shown.map(({ id, name }): FigureRow => {
    const isHidden = of.counts.total(id) === 'hidden';
    const rates = ratesOf(measures.get(id), formula);
    return { key: id, label: name, values: isHidden ? rates.map(() => 'hidden' as const) : rates };
  });
  return {
    name: 'rates',
    columns: rateColumns.map((name) => ({ name, kind: 'share' })),
    rows,
    notes: of.areas.length > mostParts ? ['rates-cut'] : [],
  };
}
