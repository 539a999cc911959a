import { z } from 'zod';
import type { Context, TransactionContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { loadWorkOrder, stepFacts, tellOfOrder } from '../steps/move-work-order.server';
import type { LoadedWorkOrder } from '../steps/move-work-order.server';
import { mayCallBack } from '../policy';
import type { PortalKeys } from '~/platform/keys/portal-keys.server';

const contactSchema = z.object({ name: z.string(), phone: z.string() });
export type CallerContact = z.output<typeof contactSchema>;

export function openContact(keys: PortalKeys, sealedContact: string): CallerContact {
  const opened: unknown = JSON.parse(keys.open(sealedContact));
  return contactSchema.parse(opened);
}

/** The question to a caller of the present round that waits for its answer. Throws `forbidden`, `conflict`. */
export async function openQuestion(ctx: TransactionContext, order: LoadedWorkOrder, callBackId: string) {
  ensure(mayCallBack(ctx.actor, stepFacts(order)));
  const asked = await ctx.prisma.callBack.findFirst({
    where: {
      id: callBackId,
      workOrderId: order.id,
      callerId: { not: null },
      answeredAt: null,
      round: order.reopenedCount + 1,
    },
  });
  if (!asked || order.state !== 'done')
    throw new DomainError('conflict', { reason: 'work-orders.caller-answered' });
  return asked;
}

/**
 * Opens the name and number of the one caller whom the coordinator is about to ask; the reading is on record before
 * anything is shown. Throws `forbidden`, `conflict` where nobody waits to be asked, and `not-found` without a number.
 */
export async function readCallerToAsk(
  ctx: Context,
  input: { workOrderId: string; callBackId: string },
): Promise<CallerContact & { callBackId: string }> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  return inTransaction(ctx, async (ctx) => {
    const order = await loadWorkOrder(ctx, input.workOrderId);
    const { id: callBackId, callerId } = await openQuestion(ctx, order, input.callBackId);
    const caller = await ctx.prisma.workOrderCaller.findUnique({ where: { id: callerId ?? '' } });
    if (!caller?.sealedContact) throw new DomainError('not-found');
    await tellOfOrder(ctx, { order, type: 'work-order.caller-read', told: { callerId: caller.id } });
    return { callBackId, ...openContact(ctx.keys, caller.sealedContact) };
  });
}
