import { isWithin } from '../../actor';
import type { Context, ReadContext, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError, ensure } from '../../domain-error';
import { changedMeanwhile } from './changed-meanwhile.server';
import { stopClocks } from '../clocks/clocks.server';
import { closeWhatWaited } from './dispatch-order.server';
import { openStates } from '../lifecycle';
import { moveLinks } from '../links/move-links.server';
import { ensureStep, handlingArea, loadWorkOrder, takeStep, tellOfOrder } from './move-work-order.server';
import { mayDispatch } from '../policy';
import { ensureForAll } from './words-for-all.server';
import type { Transaction } from '~/platform/db/database.server';
import { lockRows } from '~/platform/db/lock-row';
import { significantDigits } from '~/lib/geo/division-code';
import { isOneOf } from '~/lib/known-words';

const invalid = (reason: string) => new DomainError('invalid', { field: 'number', reason });

/** Both orders, held in the order of their ids: of two merges in a chain the second sees what the first left. */
async function heldPair(tx: Transaction, id: string, number: string) {
  const found = await tx.prisma.workOrder.findFirst({
    where: { OR: [{ number }, { externalNumber: number }] },
    select: { id: true },
  });
  if (!found) throw invalid('work-orders.unknown-number');
  if (found.id === id) throw invalid('work-orders.merge-itself');
  await lockRows(tx, 'WorkOrder', [id, found.id]);
  return { order: await loadWorkOrder(tx, id), into: await loadWorkOrder(tx, found.id) };
}

function ensureJoins(ctx: ReadContext, { order, into }: Awaited<ReturnType<typeof heldPair>>): void {
  ensure(mayDispatch(ctx.actor, handlingArea(into)));
  const district = order.areaId.slice(0, significantDigits.district);
  if (!isOneOf(openStates, into.state) || !isWithin(into.areaId, district))
    throw invalid('work-orders.merge-other-area');
}

/**
 * What would go into what, for the question before a merge. Throws `invalid` at the number as the merge itself does.
 */
export async function mergeQuestion(ctx: Context, asked: { id: string; number: string }) {
  return inTransaction(ctx, async (ctx) => {
    const { order, into } = await heldPair(ctx, asked.id, asked.number);
    ensureJoins(ctx, { order, into });
    const named = ({ id, number, title }: typeof order) => ({ id, number, title });
    return { from: named(order), into: named(into) };
  });
}

/** Tells of the order that goes on, with the matters and callers that hang on it from now on. */
async function tellOfGrown(
  ctx: TransactionContext,
  { id, from, reason }: { id: string; from: string; reason: string },
): Promise<void> {
  const order = await loadWorkOrder(ctx, id);
  // Also of those that hung on an order that not everyone may read.
  await ensureForAll(ctx, order, { reason });
  await tellOfOrder(ctx, { order, type: 'work-order.took-in', publicData: { from, reason } });
}

/**
 * 并单: the order ends, and all that hung on it hangs on the other, which must be open and of the same district. Those who
 * asked are told, and asked at the call-back of the other.
 */
export async function mergeOrders(
  ctx: Context,
  input: { id: string; version: number; number: string; reason: string },
): Promise<string> {
  try {
    return await inTransaction(ctx, async (ctx) => {
      const { order, into } = await heldPair(ctx, input.id, input.number);
      if (order.version !== input.version) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
      ensureStep(ctx, order, 'merge');
      ensureJoins(ctx, { order, into });
      const { reason } = input;
      await ensureForAll(ctx, order, { reason });
      await takeStep(ctx, {
        order,
        event: 'merge',
        tells: 'work-order.merged',
        columns: { mergedIntoId: into.id, closedAt: ctx.clock.now(), deadlineAt: null, responseDueAt: null },
        publicData: { into: into.number, reason },
        told: order.departmentId ? { organisationIds: [order.departmentId] } : {},
      });
      await stopClocks(ctx, { workOrderId: order.id });
      await closeWhatWaited(ctx, order.id);
      await moveLinks(ctx, { from: order, toId: into.id, matters: order.links });
      await ctx.prisma.workOrderCaller.updateMany({
        where: { workOrderId: order.id },
        data: { workOrderId: into.id },
      });
      await ctx.prisma.workOrder.update({ where: { id: into.id }, data: { version: { increment: 1 } } });
      await tellOfGrown(ctx, { id: into.id, from: order.number, reason });
      return into.id;
    });
  } catch (error) {
    if (error instanceof DomainError && error.reason === 'changed-meanwhile')
      throw await changedMeanwhile(ctx, input.id);
    throw error;
  }
}
