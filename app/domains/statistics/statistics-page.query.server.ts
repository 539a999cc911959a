import { categoryList } from '../categories/index.server';
import type { ReadContext } from '../context';
import { departmentsFor, organisationNames } from '../organisations/index.server';
import { areaFilter, topAreas } from '../territory/index.server';
import { formulaInUse } from './formula.query.server';
import { monthNow } from './month-now';
import { shownRates } from './rules/shown-rates';
import { readQuery } from './schema';
import type { Formula, StatisticsFilter } from './schema';
import { firstMonth, statisticsOf, totalOf } from './statistics.query.server';
import type { Group } from './statistics.query.server';
import { monthAfter, yearOfMonth } from '~/lib/time/month';

const shown = (groups: readonly Group[], formula: Formula) =>
  groups.map(({ key, measures }) => ({ key, rates: shownRates(measures, formula) }));

/** Years that have numbers, the newest first. */
async function yearsWithNumbers(ctx: ReadContext): Promise<number[]> {
  const last = yearOfMonth(monthNow(ctx));
  const month = await firstMonth(ctx);
  const first = month ? yearOfMonth(month) : last;
  return Array.from({ length: last - first + 1 }, (_, index) => last - index);
}

/** What the filters of the page choose from. */
export async function statisticsChoices(ctx: ReadContext, asked: URLSearchParams) {
  const [areas, top, years] = await Promise.all([
    areaFilter(ctx, asked),
    topAreas(ctx),
    yearsWithNumbers(ctx),
  ]);
  const departments = await departmentsFor(
    ctx,
    top.map((area) => area.id),
  );
  return { areas, departments, years };
}

/** The statistics of what the address asks for, rounded for showing, and the same of a year before. */
export async function statisticsPage(ctx: ReadContext, query: URLSearchParams) {
  const { formula: formulaId, ...asked } = readQuery(query, monthNow(ctx));
  const { names } = await categoryList(ctx);
  // A category that is none narrows nothing, as the page says of it.
  const known = asked.category !== undefined && Object.hasOwn(names, asked.category);
  const filter = known ? asked : { ...asked, category: undefined };
  const yearBefore: StatisticsFilter = {
    ...filter,
    from: monthAfter(filter.from, -12),
    to: monthAfter(filter.to, -12),
  };
  const [kept, sums, before] = await Promise.all([
    formulaInUse(ctx, formulaId),
    statisticsOf(ctx, filter),
    totalOf(ctx, yearBefore),
  ]);
  const { formula } = kept;
  const departmentNames = await organisationNames(
    ctx,
    sums.departments.map((group) => group.key),
  );
  return {
    filter,
    formula: { id: kept.id, current: kept.current, formula },
    total: shownRates(sums.total, formula),
    excluded: sums.total.excluded,
    refused: sums.total.refused,
    before: shownRates(before, formula),
    months: shown(sums.months, formula),
    departments: shown(sums.departments, formula),
    categories: shown(sums.categories, formula),
    areas: shown(sums.areas, formula),
    names: { areas: sums.areaNames, departments: departmentNames },
  };
}
