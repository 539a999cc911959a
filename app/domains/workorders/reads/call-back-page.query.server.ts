import type { ReadContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { mayReadOrder } from '../policy';
import { orderFactColumns, orderFacts } from '../visibility';
import { textIn } from '~/i18n/catalogue';
import { events } from '~/i18n/events';

/**
 * The question of the call-back: for everyone who may read the order, and for those who asked, whose matters may hang on
 * an order of which they may not read a word. Throws `not-found`, `forbidden`.
 */
export async function callBackPage(ctx: ReadContext, workOrderId: string) {
  const order = await ctx.database.read.workOrder.findUnique({
    where: { id: workOrderId },
    select: { ...orderFactColumns(ctx), title: true, reportHtml: true, state: true, reopenedCount: true },
  });
  if (!order) throw new DomainError('not-found');
  const personId = ctx.actor.kind === 'person' ? ctx.actor.personId : '';
  const asked = await ctx.database.read.callBack.findFirst({
    where: { workOrderId, personId, round: order.reopenedCount + 1 },
    select: { answeredAt: true },
  });
  const reads = mayReadOrder(ctx.actor, orderFacts(ctx, order));
  if (!asked) ensure(reads);
  return {
    name: reads.allowed ? order.title : textIn(ctx.locale, events)('not-public'),
    reportHtml: reads.allowed ? order.reportHtml : null,
    waiting: order.state === 'done' && asked !== null && asked.answeredAt === null,
  };
}
