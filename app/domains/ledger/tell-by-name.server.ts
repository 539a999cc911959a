import type { TransactionContext } from '../context';
import { enqueue } from '~/platform/jobs/enqueue.server';

/** Persons in one job. */
const toldAtOnce = 500;

/** Tells these people of the event, however many they are. They stand in jobs, which go when they are done, and in no event. */
export async function tellByName(
  ctx: TransactionContext,
  eventId: string,
  personIds: readonly string[],
): Promise<void> {
  const runAt = ctx.clock.now();
  for (let start = 0; start < personIds.length; start += toldAtOnce) {
    const audience = [{ kind: 'persons', personIds: personIds.slice(start, start + toldAtOnce) }];
    await enqueue(ctx, {
      kind: 'notify',
      payload: { eventId, audience },
      runAt,
      idempotencyKey: `notify:${eventId}:${start}`,
    });
  }
}
