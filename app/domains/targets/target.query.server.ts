import type { Context } from '../context';
import { DomainError } from '../domain-error';
import { organisationNames } from '../organisations/index.server';
import { formulaInUse, totalOf } from '../statistics/index.server';
import { ratesOf } from '../statistics/schema';
import { areaNames } from '../territory/index.server';
import { maySetTargets } from './policy';
import { progressOf } from './rules/progress';
import type { TargetMeasure } from './schema';
import { within } from '~/platform/db/area-scope';
import { monthOf } from '~/lib/month';

interface Row {
  id: string;
  year: number;
  areaId: string;
  departmentId: string;
  measure: string;
  value: number;
}

/** Adds to each target where it stands, by the same sums and formula as the statistics. */
async function withProgress<Target extends Row>(ctx: Context, targets: readonly Target[]) {
  const { formula } = await formulaInUse(ctx);
  return Promise.all(
    targets.map(async (target) => {
      const measures = await totalOf(ctx, {
        areaId: target.areaId,
        departmentId: target.departmentId === '' ? undefined : target.departmentId,
        from: `${target.year}-01`,
        to: `${target.year}-12`,
      });
      const measure = target.measure as TargetMeasure;
      const progress = progressOf({ measure, value: target.value }, measures, ratesOf(measures, formula));
      const small = (progress.denominator ?? measures.orders) < formula.smallDenominator;
      return { ...target, measure, progress, small, orders: measures.orders };
    }),
  );
}

async function namesFor(ctx: Context, targets: readonly Row[]) {
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
  year: number;
  areaId?: string | undefined;
  departmentId?: string | undefined;
}

/** The targets of a year that hold, in an area and below, each with where it stands. */
export async function targetsPage(ctx: Context, filter: TargetFilter) {
  const rows = await ctx.database.read.target.findMany({
    where: {
      year: filter.year,
      withdrawnAt: null,
      ...(filter.areaId ? { areaId: within(filter.areaId) } : {}),
      ...(filter.departmentId ? { departmentId: filter.departmentId } : {}),
    },
    orderBy: [{ areaId: 'asc' }, { departmentId: 'asc' }, { measure: 'asc' }],
    take: 200,
  });
  const years = await ctx.database.read.target.groupBy({ by: ['year'], orderBy: { year: 'desc' } });
  return {
    items: await withProgress(ctx, rows),
    names: await namesFor(ctx, rows),
    years: years.map((row) => row.year),
    thisYear: Number(monthOf(ctx.clock.now(), ctx.configuration.timeZone).slice(0, 4)),
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
export async function targetPage(ctx: Context, id: string) {
  const row = await ctx.database.read.target.findUnique({
    where: { id },
    include: { changes: { orderBy: { version: 'desc' } } },
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
