import type { Context, TransactionContext } from '../../context';
import { ensureCategory } from '../../categories/index.server';
import { doOnce } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { ensureArea } from '../../territory/index.server';
import { mayDispatch, mayTakeCalls } from '../policy';
import { writeOrder } from '../steps/write-order.server';
import { namesCaller } from './rules/names-caller';
import type { Intake } from './schema';
import { isUniqueViolation } from '~/platform/db/unique-violation';
import { newId } from '~/platform/ids';

/** Who called, sealed: it is opened with a reason alone, by who works on the order. */
async function keepCaller(ctx: TransactionContext, workOrderId: string, input: Intake): Promise<void> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { callerName: name, callerPhone: phone, channel } = input;
  const now = ctx.clock.now();
  await ctx.prisma.workOrderCaller.create({
    data: {
      id: newId(now),
      workOrderId,
      channel,
      sealedContact: name === '' && phone === '' ? null : ctx.keys.seal(JSON.stringify({ name, phone })),
      hasPhone: phone !== '',
      takenBy: ctx.actor.personId,
      takenAt: now,
    },
  });
}

/**
 * Registers an order for someone who calls or comes to a counter, and has no account or does not use it here. It is
 * dispatched where a department is named, which is for those who dispatch. Its number is what the caller
 * is told.
 */
export async function takeCall(ctx: Context, input: Intake): Promise<{ id: string; number: string }> {
  const { title, description, areaId, place, departmentId, isConfidential } = input;
  ensure(mayTakeCalls(ctx.actor, areaId));
  if (departmentId !== '') ensure(mayDispatch(ctx.actor, areaId));
  const told = { name: input.callerName, phone: input.callerPhone };
  if (!isConfidential && namesCaller([title, description, place], told))
    throw new DomainError('invalid', { field: 'description', reason: 'work-orders.names-caller' });
  const id = newId(ctx.clock.now());
  const externalNumber = input.externalNumber === '' ? null : input.externalNumber;
  try {
    const taken = await doOnce(ctx, 'work-order.take-call', async (ctx) => {
      await ensureArea(ctx, areaId);
      await ensureCategory(ctx, input.category);
      return writeOrder(ctx, {
        order: {
          ...{ id, areaId, title, description, isConfidential },
          ...{ category: input.category, urgency: input.urgency },
          place: place === '' ? null : place,
          externalNumber,
          externalSystem: externalNumber === null ? null : '12345',
        },
        may: mayTakeCalls(ctx.actor, areaId),
        takeUp: () => keepCaller(ctx, id, input),
        departmentId: departmentId === '' ? null : departmentId,
      });
    });
    const { number } = await ctx.database.read.workOrder.findUniqueOrThrow({ where: { id: taken } });
    return { id: taken, number };
  } catch (error) {
    if (externalNumber !== null && isUniqueViolation(error))
      throw new DomainError('conflict', { field: 'externalNumber', reason: 'work-orders.number-known' });
    throw error;
  }
}
