import { areasOfRoles } from '../actor';
import type { ReadContext } from '../context';
import { DomainError } from '../domain-error';
import { departmentsFor, organisationNames, predecessorsOfEach } from '../organisations/index.server';
import { addMeasures, formulaInUse, toldSums, totalOf } from '../statistics/index.server';
import { ratesOf } from '../statistics/schema';
import { areaChoices, areaNames } from '../territory/index.server';
import { maySetTargets } from './policy';
import { progressOf } from './rules/progress';
import { shownTarget } from './rules/shown-target';
import type { KeptTarget } from './rules/shown-target';
import type { TargetMeasure } from './schema';
import { within } from '~/platform/db/lists/area-scope';
import { listPage } from '~/platform/db/lists/list-page';
import type { ListOrder } from '~/platform/db/lists/list-page';
import { yearIn } from '~/lib/time/days';

type Row = Omit<KeptTarget, 'measure'> & { measure: string };

function yearNow(ctx: ReadContext): number {
  return yearIn(ctx.clock.now(), ctx.configuration.timeZone);
}

/** What the statistics are asked for a target. */
const filterOf = ({ year, areaId, departmentId }: Pick<Row, 'year' | 'areaId' | 'departmentId'>) => ({
  ...{ areaId, departmentId: departmentId === '' ? undefined : departmentId },
  ...{ from: `${year}-01`, to: `${year}-12` },
});

/** The same for each target: what was done by a department that was merged into its own counts on its way, too. */
async function filtersOf(ctx: ReadContext, targets: readonly Row[]) {
  const departments = targets.flatMap(({ departmentId }) => (departmentId === '' ? [] : [departmentId]));
  const before =
    departments.length === 0 ? new Map<string, string[]>() : await predecessorsOfEach(ctx, departments);
  return targets.map((target) => {
    const own = filterOf(target);
    const merged = before.get(target.departmentId) ?? [];
    return [own, ...merged.map((departmentId) => ({ ...own, departmentId }))];
  });
}

/** Each target with where it stands, by the same sums and formula as the statistics, and told as those are. */
async function withProgress<Target extends Row>(ctx: ReadContext, targets: readonly Target[]) {
  const filters = await filtersOf(ctx, targets);
  const [{ formula }, tell] = await Promise.all([formulaInUse(ctx), toldSums(ctx, filters.flat())]);
  const thisYear = yearNow(ctx);
  return Promise.all(
    targets.map(async (row, at) => {
      const target = { ...row, measure: row.measure as TargetMeasure };
      const counted = (filters[at] ?? []).map(async (filter) => tell(filter, await totalOf(ctx, filter)));
      const told = await Promise.all(counted);
      const measures = told.map(({ sums }) => sums).reduce(addMeasures);
      const progress = progressOf(target, measures, ratesOf(measures, formula));
      const publicAlone = told.some(({ isWhole }) => !isWhole);
      const facts = { formula, orders: measures.orders, thisYear, publicAlone };
      return { ...row, ...shownTarget(target, progress, facts) };
    }),
  );
}

async function namesFor(ctx: ReadContext, targets: readonly Pick<Row, 'areaId' | 'departmentId'>[]) {
  const [areas, departments] = await Promise.all([
    areaNames(
      ctx,
      targets.map((target) => target.areaId),
    ),
    organisationNames(
      ctx,
      targets.map((target) => target.departmentId),
    ),
  ]);
  return { areas, departments };
}

export interface TargetFilter {
  /** The present one unless told. */
  year?: number | undefined;
  areaId?: string | undefined;
  departmentId?: string | undefined;
  cursor?: string | undefined;
}

const pageSize = 50;

/** Area by area: what stands together on the page is read together. */
const byArea: ListOrder<'id', 'areaId', 'text'> = {
  ...{ unique: 'id', column: 'areaId', kind: 'text', direction: 'asc' },
};

/** In an area by department, the area's own first. */
const placeOf = ({ areaId, departmentId, measure }: Row) => `${areaId} ${departmentId} ${measure}`;

/** One page of the targets of a year that hold, in an area and below, each with where it stands. */
export async function targetsPage(ctx: ReadContext, filter: TargetFilter) {
  const year = filter.year ?? yearNow(ctx);
  const where = {
    year,
    withdrawnAt: null,
    ...(filter.areaId ? { areaId: within(filter.areaId) } : {}),
    ...(filter.departmentId ? { departmentId: filter.departmentId } : {}),
  };
  const { items, next } = await listPage(
    { order: byArea, cursor: filter.cursor, size: pageSize },
    ({ behind, ...page }) =>
      ctx.database.read.target.findMany({
        where: { AND: [where, behind] },
        ...page,
        omit: { createdBy: true },
      }),
  );
  const rows = items.sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
  const years = await ctx.database.read.target.groupBy({ by: ['year'], orderBy: { year: 'desc' } });
  return {
    items: await withProgress(ctx, rows),
    next,
    names: await namesFor(ctx, rows),
    year,
    years: [...new Set([year, yearNow(ctx), ...years.map((row) => row.year)])].sort((a, b) => b - a),
    may: ctx.actor.kind === 'person' && ctx.actor.roles.some((held) => held.role === 'administrator'),
  };
}

export interface TargetChangeShown {
  version: number;
  /** Null where the target was withdrawn. */
  became: { value: number; source: string; office: string } | null;
  reason: string;
  createdAt: Date;
}

/** One target with all that was changed in it and why, the newest first. Throws `not-found`. */
export async function targetPage(ctx: ReadContext, id: string) {
  const row = await ctx.database.read.target.findUnique({
    where: { id },
    include: { changes: { orderBy: { version: 'desc' } } },
    omit: { createdBy: true },
  });
  if (!row) throw new DomainError('not-found');
  const { changes, ...columns } = row;
  const [target] = await withProgress(ctx, [columns]);
  if (!target) throw new DomainError('not-found');
  return {
    target,
    names: await namesFor(ctx, [target]),
    changes: changes.map((change): TargetChangeShown => {
      const became = JSON.parse(change.became) as TargetChangeShown['became'] | 'withdrawn';
      const { version, reason, createdAt } = change;
      return { version, reason, createdAt, became: became === 'withdrawn' ? null : became };
    }),
    may: maySetTargets(ctx.actor, target.areaId),
  };
}

/** What a new target may be set for: the areas that the actor administers, and the departments there. */
export async function newTargetChoices(ctx: ReadContext) {
  const own = areasOfRoles(ctx.actor, ['administrator']);
  if (own.length === 0) throw new DomainError('forbidden', { reason: 'targets.administrators-only' });
  const [areas, departments] = await Promise.all([
    areaChoices(ctx, { scope: own }),
    departmentsFor(ctx, own),
  ]);
  return { areas, departments, year: yearNow(ctx) };
}
