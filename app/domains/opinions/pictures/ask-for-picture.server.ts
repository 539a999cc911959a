import type { TransactionContext } from '../../context';
import { enqueue } from '~/platform/jobs/enqueue.server';

/** Answers that come within so many milliseconds share one drawing. */
const togetherMilliseconds = 250;

/** Has the picture drawn anew soon, in the transaction of what it must show. */
export async function askForPicture(ctx: TransactionContext, conversationId: string): Promise<void> {
  const turn = Math.floor(ctx.clock.now().getTime() / togetherMilliseconds) + 1;
  await enqueue(ctx, {
    kind: 'opinions.draw',
    payload: { conversationId },
    runAt: new Date(turn * togetherMilliseconds),
    idempotencyKey: `opinions.draw:${conversationId}:${turn}`,
  });
}
