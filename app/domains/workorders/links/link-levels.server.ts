import { isWithin } from '../../actor';
import type { TransactionContext } from '../../context';
import { DomainError } from '../../domain-error';
import { isArea } from '../../territory/index.server';
import { stopClocks } from '../clocks/clocks.server';
import { awaitDispatch, closeWhatWaited } from '../steps/dispatch-order.server';
import type { LoadedWorkOrder } from '../steps/move-work-order.server';
import { handlingArea, takeStep } from '../steps/move-work-order.server';
import { recordHandover } from '../steps/record-handover.server';
import { levelOf, parentOf } from '~/lib/geo/division-code';

/** Nobody has it now: what ran ends, and the new level's coordinators dispatch it. */
const withNobody = { departmentId: null, deadlineAt: null, responseDueAt: null, acceptedAt: null } as const;

async function beginAnew(ctx: TransactionContext, after: LoadedWorkOrder): Promise<void> {
  await stopClocks(ctx, { workOrderId: after.id });
  await closeWhatWaited(ctx, after.id);
  await awaitDispatch(ctx, after);
}

/** 上报: a level that cannot solve the matter passes it up, saying why and what it tried. */
export async function passUp(
  ctx: TransactionContext,
  given: { order: LoadedWorkOrder; reason: string; tried: string },
): Promise<void> {
  const { order, reason, tried } = given;
  const above = parentOf(handlingArea(order));
  if (!above) throw new DomainError('wrong-state', { reason: 'work-orders.no-level-above' });
  const after = await takeStep(ctx, {
    order,
    event: 'pass-up',
    tells: 'work-order.passed-up',
    columns: { ...withNobody, handlingAreaId: above, level: levelOf(above) },
    publicData: { reason, tried },
  });
  await recordHandover(ctx, { order, kind: 'up', toAreaId: above, reason, tried });
  await beginAnew(ctx, after);
}

/** 下沉: a higher level gives the matter to an area below it, with the means to solve it. */
export async function delegateDown(
  ctx: TransactionContext,
  given: { order: LoadedWorkOrder; areaId: string; means: string },
): Promise<void> {
  const { order, areaId, means } = given;
  const here = handlingArea(order);
  const below = areaId !== here && isWithin(areaId, here);
  if (!below || !(await isArea(ctx, areaId)))
    throw new DomainError('invalid', { field: 'areaId', reason: 'work-orders.not-below' });
  const after = await takeStep(ctx, {
    order,
    event: 'delegate',
    tells: 'work-order.delegated',
    columns: { ...withNobody, handlingAreaId: areaId, level: levelOf(areaId) },
    publicData: { means },
  });
  await recordHandover(ctx, { order, kind: 'down', toAreaId: areaId, reason: '', means });
  await beginAnew(ctx, after);
}
