import type { TransactionContext } from '../../context';
import { DomainError } from '../../domain-error';
import { startClock, stopClocks } from '../clocks/clocks.server';
import { awaitDispatch, closeWhatWaited, departmentNamed } from './dispatch-order.server';
import type { LoadedWorkOrder } from './move-work-order.server';
import { handlingArea, takeStep } from './move-work-order.server';
import { recordHandover } from './record-handover.server';
import { levelOf, parentOf } from '~/lib/geo/division-code';

/**
 * 转办: hands the order to another department. The resolution clock runs on; the one who hands over leads until the
 * other has accepted.
 */
export async function transferOrder(
  ctx: TransactionContext,
  given: { order: LoadedWorkOrder; departmentId: string; reason: string },
): Promise<void> {
  const { order, reason } = given;
  const department = await departmentNamed(ctx, given.departmentId);
  if (department.id === order.departmentId)
    throw new DomainError('invalid', { field: 'departmentId', reason: 'work-orders.same-department' });
  const before = order.departmentId;
  const after = await takeStep(ctx, {
    order,
    event: 'transfer',
    tells: 'work-order.transferred',
    columns: {
      departmentId: department.id,
      leadId: before,
      transferCount: order.transferCount + 1,
      dispatchedAt: ctx.clock.now(),
      acceptedAt: null,
      responseDueAt: await startClock(ctx, { order, kind: 'response' }),
    },
    publicData: { department: department.name, reason },
    told: { organisationIds: before ? [before] : [] },
  });
  await closeWhatWaited(ctx, order.id);
  const here = handlingArea(after);
  await recordHandover(ctx, {
    order,
    kind: 'transfer',
    toAreaId: here,
    toDepartmentId: department.id,
    reason,
  });
}

/** Handed over too often: the coordinator of the level above has it, and the department leads on until then. */
export async function transferUp(
  ctx: TransactionContext,
  given: { order: LoadedWorkOrder; reason: string },
): Promise<void> {
  const { order, reason } = given;
  const here = handlingArea(order);
  const above = parentOf(here) ?? here;
  const before = order.departmentId;
  const after = await takeStep(ctx, {
    order,
    event: 'transfer-up',
    tells: 'work-order.returned',
    columns: {
      departmentId: null,
      leadId: before,
      transferCount: order.transferCount + 1,
      handlingAreaId: above,
      level: levelOf(above),
      deadlineAt: null,
      responseDueAt: null,
      acceptedAt: null,
    },
    publicData: { reason },
    told: { organisationIds: before ? [before] : [] },
  });
  await stopClocks(ctx, { workOrderId: order.id });
  await closeWhatWaited(ctx, order.id);
  await recordHandover(ctx, { order, kind: 'transfer-up', toAreaId: above, reason });
  await awaitDispatch(ctx, after);
}
