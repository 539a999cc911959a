import type { TransactionContext } from '../../context';
import { closeWhatWaited } from './dispatch-order.server';
import { stopClocks } from '../clocks/clocks.server';
import type { RefusalGround } from '../lifecycle';
import { moveMatters } from '../links/move-matters.server';
import type { LoadedWorkOrder } from './move-work-order.server';
import { takeStep } from './move-work-order.server';

/** 不予受理: the matter is not accepted, on a ground of the list and with words for those who asked. */
export async function refuseOrder(
  ctx: TransactionContext,
  given: { order: LoadedWorkOrder; ground: RefusalGround; words: string },
): Promise<void> {
  const { order, ground, words } = given;
  await takeStep(ctx, {
    order,
    event: 'refuse',
    tells: 'work-order.not-accepted',
    columns: { refusalGround: ground, refusalWords: words, closedAt: ctx.clock.now(), deadlineAt: null },
    publicData: { ground, reason: words },
  });
  await stopClocks(ctx, { workOrderId: order.id });
  await closeWhatWaited(ctx, order.id);
  // Another order may have been the last to work on what hangs here.
  await moveMatters(ctx, order);
}
