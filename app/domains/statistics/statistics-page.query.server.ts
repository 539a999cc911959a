import { categoryList } from '../categories/index.server';
import type { ReadContext } from '../context';
import { ensure } from '../domain-error';
import { portalTops } from '../identity/index.server';
import { departmentsFor, organisationNames } from '../organisations/index.server';
import { areaFilter, topAreas } from '../territory/index.server';
import { formulaInUse } from './formula.query.server';
import { monthNow } from './month-now';
import { mayReadExact } from './policy';
import { fewestShown } from './rules/small-numbers';
import { shownRates } from './rules/shown-rates';
import { readQuery } from './schema';
import type { Formula, StatisticsFilter } from './schema';
import { firstMonth, statisticsOf, totalOf } from './statistics.query.server';
import type { Group } from './statistics.query.server';
import { tellAll, toldSums } from './told/told-figures.query.server';
import type { TellSums } from './told/told-figures.query.server';
import { monthAfter, yearOfMonth } from '~/lib/time/month';

/** The rates of groups, each as its filter is told: of public matters alone where it is not told otherwise. */
const shown = (groups: readonly Group[], { formula, filterOf, told }: Shown) =>
  groups.map(({ key, measures }) => {
    const { isWhole, sums } = told(filterOf(key), measures);
    return { key, isWhole, rates: shownRates(sums, formula) };
  });

interface Shown {
  formula: Formula;
  filterOf: (key: string) => StatisticsFilter;
  told: TellSums;
}

/** The same of a year before; in public the whole of that year, as no other span of it is told. */
function yearBeforeOf(filter: StatisticsFilter, isExact: boolean): StatisticsFilter {
  const year = yearOfMonth(filter.from) - 1;
  if (!isExact) return { ...filter, from: `${year}-01`, to: `${year}-12` };
  return { ...filter, from: monthAfter(filter.from, -12), to: monthAfter(filter.to, -12) };
}

/** What the address asks for; a category that is none narrows nothing, as the page says of it. */
export async function statisticsAsked(ctx: ReadContext, query: URLSearchParams) {
  const { formula, isExact, ...asked } = readQuery(query, monthNow(ctx));
  const [{ names }, tops] = await Promise.all([categoryList(ctx), portalTops(ctx)]);
  const known = asked.category !== undefined && Object.hasOwn(names, asked.category);
  const filter: StatisticsFilter = known ? asked : { ...asked, category: undefined };
  const may = mayReadExact(ctx.actor, filter.areaId, tops);
  if (isExact) ensure(may);
  return { formulaId: formula, isExact, filter, mayReadExact: may.allowed };
}

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

/** Each of the tables, in which each row is told as its own filter is. */
function groupsOf(
  sums: Awaited<ReturnType<typeof statisticsOf>>,
  { filter, ...how }: Omit<Shown, 'filterOf'> & { filter: StatisticsFilter },
) {
  const by = (groups: readonly Group[], filterOf: Shown['filterOf']) => shown(groups, { ...how, filterOf });
  return {
    months: by(sums.months, (month) => ({ ...filter, from: month, to: month })),
    departments: by(sums.departments, (departmentId) => ({ ...filter, departmentId })),
    categories: by(sums.categories, (category) => ({ ...filter, category })),
    areas: by(sums.areas, (areaId) => ({ ...filter, areaId })),
  };
}

/** The statistics of what the address asks for, rounded for showing, and the same of a year before. */
export async function statisticsPage(ctx: ReadContext, query: URLSearchParams) {
  const { formulaId, isExact, filter, mayReadExact } = await statisticsAsked(ctx, query);
  const yearBefore = yearBeforeOf(filter, isExact);
  const [kept, sums, before, told] = await Promise.all([
    formulaInUse(ctx, formulaId),
    statisticsOf(ctx, filter),
    totalOf(ctx, yearBefore),
    isExact ? tellAll : toldSums(ctx, [filter, yearBefore]),
  ]);
  const { formula } = kept;
  const total = told(filter, sums.total);
  const departmentNames = await organisationNames(
    ctx,
    sums.departments.map((group) => group.key),
  );
  return {
    filter,
    formula: { id: kept.id, current: kept.current, formula },
    isEmpty: sums.departments.length === 0,
    ...{ isExact, mayReadExact, rule: fewestShown, yearBefore: yearOfMonth(yearBefore.from) },
    isWhole: total.isWhole,
    total: shownRates(total.sums, formula),
    excluded: total.sums.excluded,
    refused: total.sums.refused,
    before: shownRates(told(yearBefore, before).sums, formula),
    ...groupsOf(sums, { filter, formula, told }),
    names: { areas: sums.areaNames, departments: departmentNames },
  };
}
