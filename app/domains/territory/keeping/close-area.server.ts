import type { Context, ReadContext, TransactionContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { appendEvent } from '../../ledger/index.server';
import { territoryEvents } from '../events';
import { mayKeepArea } from './keep-area.server';
import type { AreaClosing } from '../schema';
import { lockTable } from '~/platform/db/lock-row';
import { within } from '~/platform/db/lists/area-scope';

export interface Holding {
  /** Its words are the reason `territory.held-by-<name>`. */
  name: string;
  count: number;
}

/** What must have ended before the area can be closed; empty where nothing stands in the way. */
export async function holdingOpen(ctx: ReadContext, areaId: string): Promise<Holding[]> {
  const below = await ctx.database.read.area.count({ where: { parentId: areaId, closedAt: null } });
  const said = await Promise.all(
    ctx.subjects.holdingAreas.map(async ({ name, count }) => ({ name, count: await count(ctx, areaId) })),
  );
  return [{ name: 'areas', count: below }, ...said].filter(({ count }) => count > 0);
}

async function ensureSuccessor(ctx: TransactionContext, area: { id: string; level: string }, id: string) {
  const refuse = (reason: string) => new DomainError('invalid', { field: 'successorId', reason });
  const successor = await ctx.prisma.area.findUnique({ where: { id } });
  if (!successor) throw refuse('unknown-area');
  if (successor.level !== area.level || successor.id === area.id) throw refuse('territory.other-level');
  if (successor.closedAt) throw refuse('territory.closed');
  return successor;
}

/**
 * Closes an area into another of its level, with the reason. Nothing new begins in it; what is open there goes on, and
 * whoever holds an office in the successor holds it there too; residents live in the successor from then on. What is
 * over keeps the name that it had. Throws `conflict` while a ballot, a draw or an area below is open.
 */
export async function closeArea(
  ctx: Context,
  areaId: string,
  { successorId, reason }: AreaClosing,
): Promise<void> {
  ensure(mayKeepArea(ctx.actor, areaId));
  ensure(mayKeepArea(ctx.actor, successorId));
  await inTransaction(ctx, async (ctx) => {
    await lockTable(ctx, 'Area');
    const area = await ctx.prisma.area.findUnique({ where: { id: areaId } });
    if (!area) throw new DomainError('not-found');
    if (area.closedAt) throw new DomainError('conflict', { reason: 'territory.closed' });
    const successor = await ensureSuccessor(ctx, area, successorId);
    const [held] = await holdingOpen(ctx, areaId);
    if (held)
      throw new DomainError('conflict', {
        reason: `territory.held-by-${held.name}`,
        params: { count: held.count },
      });
    await ctx.prisma.area.update({ where: { id: areaId }, data: { closedAt: ctx.clock.now(), successorId } });
    // Of those that were closed into this one the way is one step still.
    await ctx.prisma.area.updateMany({ where: { successorId: areaId }, data: { successorId } });
    await ctx.subjects.areaClosed(ctx, { from: areaId, into: successorId });
    const told = { was: area.name, title: successor.name, reason };
    for (const subjectId of [areaId, successorId])
      await appendEvent(ctx, territoryEvents, {
        ...{ type: 'area.closed', subjectKind: 'area', subjectId, areaId: subjectId },
        publicData: told,
      });
  });
}

/** Areas of elsewhere that were closed into one of these, or into one below: the offices of these go on with them. */
export function closedInto(
  { read }: ReadContext['database'],
  areaIds: readonly string[],
): Promise<{ id: string; successorId: string | null }[]> {
  return read.area.findMany({
    // Those of the own place are the office's already.
    where: { OR: areaIds.map((id) => ({ successorId: within(id), NOT: { id: within(id) } })) },
    select: { id: true, successorId: true },
    orderBy: { id: 'asc' },
    take: mostFormer,
  });
}

const mostFormer = 500;

/** Of these areas the closed ones, each with its successor. */
export function successorsOf({ read }: ReadContext['database'], areaIds: readonly string[]) {
  return read.area.findMany({
    where: { id: { in: [...areaIds] }, closedAt: { not: null } },
    select: { id: true, successorId: true },
  });
}
