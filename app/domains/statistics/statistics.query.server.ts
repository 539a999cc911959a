import type { ReadContext } from '../context';
import { DomainError } from '../domain-error';
import { allDirectlyBelow, areaNames, topAreas } from '../territory/index.server';
import { summed } from './cells.server';
import { addMeasures, noMeasures } from './rules/measures';
import type { Measures } from './rules/measures';
import type { StatisticsFilter } from './schema';
import { monthsBetween } from '~/lib/time/month';
import type { SqlValue } from '~/platform/db/database.server';

export interface Group {
  key: string;
  measures: Measures;
}

interface Narrowing {
  text: string;
  values: SqlValue[];
}

function narrowed(filter: StatisticsFilter, areaIds: readonly string[]): Narrowing {
  const chosen = [
    ['departmentId', filter.departmentId],
    ['category', filter.category],
  ].filter((pair): pair is [string, string] => pair[1] !== undefined);
  const places = areaIds.map(() => '?').join(', ');
  return {
    text: [
      `"areaId" IN (${places === '' ? "''" : places})`,
      '"month" >= ?',
      '"month" <= ?',
      ...chosen.map(([name]) => `"${name}" = ?`),
    ].join(' AND '),
    values: [...areaIds, filter.from, filter.to, ...chosen.map(([, value]) => value)],
  };
}

/** The sums by one column, over the cells of exactly these areas: each cell holds what lies below its area too. */
async function grouped(
  ctx: ReadContext,
  column: 'month' | 'departmentId' | 'category' | 'areaId',
  { text, values }: Narrowing,
): Promise<Group[]> {
  const rows = await ctx.database.sql.all<Measures & { key: string }>(
    `SELECT "${column}" AS "key", ${summed} FROM "StatisticsCell" WHERE ${text}
     GROUP BY "${column}" ORDER BY "${column}"`,
    values,
  );
  return rows.map(({ key, ...sums }) => ({ key, measures: sums }));
}

/** The area that was asked for, else the topmost ones. */
async function scopeOf(ctx: ReadContext, areaId: string | undefined): Promise<string[]> {
  return areaId ? [areaId] : (await topAreas(ctx)).map((area) => area.id);
}

/** The areas directly below those looked at; the topmost themselves where there are several. */
async function partsOf(ctx: ReadContext, scope: readonly string[]): Promise<string[]> {
  const [only] = scope;
  if (scope.length !== 1 || only === undefined) return [...scope];
  if ((await areaNames(ctx, [only]))[only] === undefined) throw new DomainError('not-found');
  return (await allDirectlyBelow(ctx, only)).map(({ id }) => id);
}

/** Everything that the statistics page shows, as sums: rates are made of them by the formula. Throws `not-found`. */
export async function statisticsOf(ctx: ReadContext, filter: StatisticsFilter) {
  const scope = await scopeOf(ctx, filter.areaId);
  const parts = await partsOf(ctx, scope);
  const here = narrowed(filter, scope);
  const [months, departments, categories, areas] = await Promise.all([
    grouped(ctx, 'month', here),
    grouped(ctx, 'departmentId', here),
    grouped(ctx, 'category', here),
    grouped(ctx, 'areaId', narrowed(filter, parts)),
  ]);
  const known = new Map(months.map((group) => [group.key, group.measures]));
  return {
    total: months.map((group) => group.measures).reduce(addMeasures, noMeasures),
    months: monthsBetween(filter.from, filter.to).map((key) => ({
      key,
      measures: known.get(key) ?? noMeasures,
    })),
    departments,
    categories,
    areas,
    areaNames: await areaNames(ctx, parts),
  };
}

/** The sums over everything that the filter leaves. */
export async function totalOf(ctx: ReadContext, filter: StatisticsFilter): Promise<Measures> {
  const { text, values } = narrowed(filter, await scopeOf(ctx, filter.areaId));
  const [sums] = await ctx.database.sql.all<Measures>(
    `SELECT ${summed} FROM "StatisticsCell" WHERE ${text}`,
    values,
  );
  return sums ?? noMeasures;
}

/** The first month in which an order was registered, or null. */
export async function firstMonth(ctx: ReadContext): Promise<string | null> {
  const first = await ctx.database.read.statisticsCell.findFirst({
    orderBy: { month: 'asc' },
    select: { month: true },
  });
  return first?.month ?? null;
}
