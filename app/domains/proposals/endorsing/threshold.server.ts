import { areasOfRoles, holdsRole } from '../../actor';
import type { Actor } from '../../actor';
import type { Context, ReadContext, TransactionContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { appendEvent } from '../../ledger/index.server';
import { personOf } from '../../person-of';
import { areaNames, ensureArea } from '../../territory/index.server';
import { proposalEvents } from '../events';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';
import { trailOf } from '~/lib/geo/division-code';
import { within } from '~/platform/db/lists/area-scope';

/** How many endorsements a proposal of an area needs is said by administrators of the area or of one above. */
export const maySetThreshold = (actor: Actor, areaId: string): Decision =>
  holdsRole(actor, 'administrator', areaId) ? allow : deny('proposals.administrators-only');

/** How many endorsements bring a proposal of the area to its office: as the nearest area says, else the configuration. */
export async function thresholdIn(ctx: ReadContext, areaId: string): Promise<number> {
  const said = await ctx.database.read.endorsementThreshold.findMany({
    where: { areaId: { in: trailOf(areaId) } },
    select: { areaId: true, count: true },
  });
  const nearest = said.sort((one, other) => other.areaId.length - one.areaId.length)[0];
  return nearest?.count ?? ctx.configuration.endorsementThreshold;
}

const mostShown = 500;

/** What is said in the areas that the actor administers, and what holds where nothing is said. Throws `forbidden`. */
export async function thresholdsPage(ctx: ReadContext) {
  const scope = areasOfRoles(ctx.actor, ['administrator']);
  if (scope.length === 0) throw new DomainError('forbidden', { reason: 'proposals.administrators-only' });
  const rows = await ctx.database.read.endorsementThreshold.findMany({
    where: { OR: scope.map((areaId) => ({ areaId: within(areaId) })) },
    orderBy: { areaId: 'asc' },
    take: mostShown,
    select: { areaId: true, count: true, reason: true },
  });
  const names = await areaNames(
    ctx,
    rows.map(({ areaId }) => areaId),
  );
  return {
    scope,
    usual: ctx.configuration.endorsementThreshold,
    thresholds: rows.map((row) => ({ ...row, name: names[row.areaId] ?? row.areaId })),
  };
}

async function tellOfThreshold(
  ctx: TransactionContext,
  areaId: string,
  said: { count: number; reason: string },
): Promise<void> {
  await appendEvent(ctx, proposalEvents, {
    ...{ type: 'proposal.threshold-set', subjectKind: 'area', subjectId: areaId, areaId },
    publicData: { title: '', ...said },
  });
}

export interface ThresholdInput {
  areaId: string;
  count: number;
  reason: string;
}

/** Says it, with the reason: for proposals that are published from now on. What is gathered for stays as it was said. */
export async function setThreshold(ctx: Context, { areaId, count, reason }: ThresholdInput): Promise<void> {
  ensure(maySetThreshold(ctx.actor, areaId));
  const setBy = personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    await ensureArea(ctx, areaId);
    const columns = { count, reason, setBy, updatedAt: ctx.clock.now() };
    await ctx.prisma.endorsementThreshold.upsert({
      where: { areaId },
      create: { areaId, ...columns },
      update: columns,
    });
    await tellOfThreshold(ctx, areaId, { count, reason });
  });
}

/** Takes back what was said of an area: what is said above it holds again. Throws `not-found`. */
export async function dropThreshold(
  ctx: Context,
  { areaId, reason }: { areaId: string; reason: string },
): Promise<void> {
  ensure(maySetThreshold(ctx.actor, areaId));
  await inTransaction(ctx, async (ctx) => {
    const { count } = await ctx.prisma.endorsementThreshold.deleteMany({ where: { areaId } });
    if (count === 0) throw new DomainError('not-found');
    await tellOfThreshold(ctx, areaId, { count: await thresholdIn(ctx, areaId), reason });
  });
}
