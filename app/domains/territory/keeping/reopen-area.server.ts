import type { Context, TransactionContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { appendEvent } from '../../ledger/index.server';
import { territoryEvents } from '../events';
import { ensureOpen, mayKeepArea } from './keep-area.server';
import { lockTable } from '~/platform/db/lock-row';

const notClosed = () => new DomainError('conflict', { reason: 'territory.not-closed' });

/** The closed area and into which it was closed. Throws `not-found`, and `conflict` where it is open. */
async function closedArea(ctx: TransactionContext, id: string) {
  const area = await ctx.prisma.area.findUnique({ where: { id } });
  if (!area) throw new DomainError('not-found');
  if (!area.closedAt || area.successorId === null) throw notClosed();
  const successor = await ctx.prisma.area.findUniqueOrThrow({ where: { id: area.successorId } });
  return { area, successor };
}

/**
 * Opens an area again that was closed into another, with the reason. Things begin in it as before; what began in it is
 * its own again, and those whose confirmed home lies in it live there again. Offices stay where they went and are given
 * anew; what was closed into the area before stays with its successor. Throws `conflict` below a closed area.
 */
export async function reopenArea(ctx: Context, areaId: string, reason: string): Promise<void> {
  ensure(mayKeepArea(ctx.actor, areaId));
  await inTransaction(ctx, async (ctx) => {
    await lockTable(ctx, 'Area');
    const { area, successor } = await closedArea(ctx, areaId);
    ensure(mayKeepArea(ctx.actor, successor.id));
    if (area.parentId !== null) await ensureOpen(ctx, area.parentId);
    await ctx.prisma.area.update({ where: { id: areaId }, data: { closedAt: null, successorId: null } });
    await ctx.subjects.areaReopened(ctx, { areaId, from: successor.id });
    for (const subjectId of [areaId, successor.id])
      await appendEvent(ctx, territoryEvents, {
        ...{ type: 'area.reopened', subjectKind: 'area', subjectId, areaId: subjectId },
        publicData: { title: area.name, was: successor.name, reason },
      });
  });
}
