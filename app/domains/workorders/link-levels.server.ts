import type { Context } from '../context';
import { DomainError } from '../domain-error';
import { stopClocks } from './clocks.server';
import { awaitDispatch, closeWhatWaited } from './dispatch-order.server';
import type { LoadedWorkOrder } from './move-work-order.server';
import { handlingArea, takeStep } from './move-work-order.server';
import { recordHandover } from './record-handover.server';
import { levelOf, parentOf } from '~/lib/division-code';
import type { Transaction } from '~/platform/db/database.server';

/** Nobody has it now: what ran ends, and the new level's coordinators dispatch it. */
const withNobody = { departmentId: null, deadlineAt: null, responseDueAt: null, acceptedAt: null } as const;

async function beginAnew(tx: Transaction, ctx: Context, after: LoadedWorkOrder): Promise<void> {
  await stopClocks(tx, ctx, { workOrderId: after.id });
  await closeWhatWaited(tx, ctx, after.id);
  await awaitDispatch(tx, ctx, after);
}

/** 上报: a level that cannot solve the matter passes it up, saying why and what it tried. */
export async function passUp(
  tx: Transaction,
  ctx: Context,
  given: { order: LoadedWorkOrder; reason: string; tried: string },
): Promise<void> {
  const { order, reason, tried } = given;
  const above = parentOf(handlingArea(order));
  if (!above) throw new DomainError('wrong-state', { reason: 'work-orders.no-level-above' });
  const after = await takeStep(tx, ctx, {
    order,
    event: 'pass-up',
    tells: 'work-order.passed-up',
    columns: { ...withNobody, handlingAreaId: above, level: levelOf(above) },
    publicData: { reason, tried },
  });
  await recordHandover(tx, ctx, { order, kind: 'up', toAreaId: above, reason, tried });
  await beginAnew(tx, ctx, after);
}

/** 下沉: a higher level gives the matter to an area below it, with the means to solve it. */
export async function delegateDown(
  tx: Transaction,
  ctx: Context,
  given: { order: LoadedWorkOrder; areaId: string; means: string },
): Promise<void> {
  const { order, areaId, means } = given;
  const here = handlingArea(order);
  const below = areaId !== here && areaId.startsWith(here);
  if (!below || (await tx.prisma.area.count({ where: { id: areaId } })) === 0)
    throw new DomainError('invalid', { field: 'areaId', reason: 'work-orders.not-below' });
  const after = await takeStep(tx, ctx, {
    order,
    event: 'delegate',
    tells: 'work-order.delegated',
    columns: { ...withNobody, handlingAreaId: areaId, level: levelOf(areaId) },
    publicData: { means },
  });
  await recordHandover(tx, ctx, { order, kind: 'down', toAreaId: areaId, reason: '', means });
  await beginAnew(tx, ctx, after);
}
