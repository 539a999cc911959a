import { isWithin } from '../../actor';
import { readCategories } from '../../categories/index.server';
import type { Context, ReadContext, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { doOnce } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { ensureAsShown } from '../../shown-fields.server';
import { appendEvent } from '../../ledger/index.server';
import { bridgeEvents } from '../events';
import { mayLeaveHouse, orderOfOwnNumber } from '../../workorders/index.server';
import { sentOrderLifecycle, targetLifecycle } from '../lifecycle';
import { mayExchangeOrders, mayManageBridges } from '../policy';
import type { NewTarget } from '../schema';
import { switched } from '../switch-state';
import { stepOf } from '~/lib/lifecycle';
import type { Transaction } from '~/platform/db/database.server';
import { lockRow } from '~/platform/db/lock-row';
import { isUniqueViolation } from '~/platform/db/unique-violation';
import { newId } from '~/platform/ids';

interface Named {
  id: string;
  name: string;
  areaId: string;
}

async function tellOfTarget(
  ctx: TransactionContext,
  type: 'bridge.target-added' | 'bridge.target-changed',
  target: Named,
) {
  await appendEvent(ctx, bridgeEvents, {
    type,
    subjectKind: 'open311-target',
    subjectId: target.id,
    areaId: target.areaId,
    publicData: { title: target.name },
  });
}

/** Adds another Open311 server to which the area's orders may be sent; its key is kept sealed. */
export async function addTarget(ctx: Context, input: NewTarget): Promise<string> {
  ensure(mayManageBridges(ctx.actor, input.areaId));
  const now = ctx.clock.now();
  const id = newId(now);
  const { apiKey, jurisdictionId, ...rest } = input;
  return doOnce(ctx, 'bridge.add-target', async (ctx) => {
    await ctx.prisma.open311Target.create({
      data: {
        id,
        ...rest,
        jurisdictionId: jurisdictionId === '' ? null : jurisdictionId,
        apiKey: apiKey === '' ? null : ctx.keys.seal(apiKey),
        state: targetLifecycle.initial,
        createdBy: ctx.actor.kind === 'person' ? ctx.actor.personId : 'system',
        createdAt: now,
      },
    });
    await tellOfTarget(ctx, 'bridge.target-added', { id, ...input });
    return id;
  });
}

async function loadTarget(tx: Transaction, id: string) {
  await lockRow(tx, 'Open311Target', id);
  const target = await tx.prisma.open311Target.findUnique({ where: { id } });
  if (!target) throw new DomainError('not-found');
  return target;
}

/** The codes as the form shows them, by category: of those that can be chosen, and of those that have one already. */
export async function serviceFields(
  ctx: ReadContext,
  rows: readonly { category: string; serviceCode: string }[],
): Promise<Record<string, string>> {
  const fields = (await readCategories(ctx.database)).flatMap(({ id, retiredAt }) => {
    const code = rows.find(({ category }) => category === id)?.serviceCode ?? '';
    return retiredAt && code === '' ? [] : [[id, code] as const];
  });
  return Object.fromEntries(fields);
}

/** Says under which service code of the other server each category goes; an empty one is not sent. */
export async function setTargetServices(
  ctx: Context,
  id: string,
  { revision, ...codes }: Record<string, string>,
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const target = await loadTarget(ctx, id);
    ensure(mayManageBridges(ctx.actor, target.areaId));
    const before = await ctx.prisma.open311TargetService.findMany({ where: { targetId: id } });
    const fields = await serviceFields(ctx, before);
    ensureAsShown(revision, fields);
    await ctx.prisma.open311TargetService.deleteMany({ where: { targetId: id } });
    const rows = Object.keys(fields).flatMap((category) => {
      const serviceCode = codes[category]?.trim().slice(0, 100);
      return serviceCode ? [{ targetId: id, category, serviceCode }] : [];
    });
    if (rows.length > 0) await ctx.prisma.open311TargetService.createMany({ data: rows });
    await tellOfTarget(ctx, 'bridge.target-changed', target);
  });
}

export async function setTargetState(ctx: Context, id: string, state: 'active' | 'disabled'): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const target = await loadTarget(ctx, id);
    ensure(mayManageBridges(ctx.actor, target.areaId));
    const to = switched(targetLifecycle, target.state, state);
    await ctx.prisma.open311Target.update({ where: { id }, data: { state: to } });
    await tellOfTarget(ctx, 'bridge.target-changed', target);
  });
}

/**
 * Throws where the order may not leave the house: something confidential hangs on it, or its words may be those of a matter
 * that is not public. Asked when it is laid out to be sent, and again when it is sent.
 */
export async function ensureMayLeave(ctx: ReadContext, workOrderId: string): Promise<void> {
  if (!(await mayLeaveHouse(ctx, workOrderId)))
    throw new DomainError('forbidden', { field: 'number', reason: 'bridges.confidential' });
}

/** Lays an order out to be sent, once for each server; the worker sends it. */
export async function sendOrder(ctx: Context, targetId: string, number: string): Promise<void> {
  const now = ctx.clock.now();
  try {
    await doOnce(ctx, 'bridge.send-order', async (ctx) => {
      const target = await loadTarget(ctx, targetId);
      ensure(mayExchangeOrders(ctx.actor, target.areaId));
      if (target.state !== 'active')
        throw new DomainError('wrong-state', { reason: 'bridges.endpoint-disabled' });
      const order = await orderOfOwnNumber(ctx, number);
      if (!order || !isWithin(order.areaId, target.areaId))
        throw new DomainError('invalid', { field: 'number', reason: 'work-orders.unknown-number' });
      await ensureMayLeave(ctx, order.id);
      const service = await ctx.prisma.open311TargetService.count({
        where: { targetId, category: order.category },
      });
      if (service === 0) throw new DomainError('invalid', { field: 'number', reason: 'bridges.no-service' });
      const sent = await ctx.prisma.sentOrder.count({ where: { targetId, workOrderId: order.id } });
      if (sent > 0) throw new DomainError('conflict', { field: 'number', reason: 'bridges.sent-already' });
      await ctx.prisma.sentOrder.create({
        data: {
          id: newId(now),
          targetId,
          workOrderId: order.id,
          state: sentOrderLifecycle.initial,
          dueAt: now,
          sentBy: ctx.actor.kind === 'person' ? ctx.actor.personId : 'system',
          createdAt: now,
        },
      });
      return order.id;
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw new DomainError('conflict', { field: 'number', reason: 'bridges.sent-already' });
    throw error;
  }
}

/** Tries an order again that could not be sent. What may have arrived is looked for first. */
export async function sendAgain(ctx: Context, targetId: string, id: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const target = await loadTarget(ctx, targetId);
    ensure(mayExchangeOrders(ctx.actor, target.areaId));
    const { from, to } = stepOf(sentOrderLifecycle, 'send-again');
    const again = await ctx.prisma.sentOrder.updateMany({
      where: { id, targetId, state: { in: from } },
      data: { state: to, attempts: 0, dueAt: ctx.clock.now() },
    });
    if (again.count === 0) throw new DomainError('conflict', { reason: 'already-decided' });
  });
}
