import type { Context } from '../context';
import { DomainError } from '../domain-error';
import { queueItem } from '../moderation/index.server';
import type { Verdict } from '../known-subjects';

export interface QueueVerdict extends Verdict {
  id: string;
}

/**
 * Decides one matter of the moderators' queue by the use case of its subject, which checks who may.
 * Throws `conflict` where somebody has decided already, `invalid` where the matter wants more than yes or no.
 */
export async function decideQueueItem(ctx: Context, verdict: QueueVerdict): Promise<void> {
  const item = await queueItem(ctx, verdict.id);
  if (item.state !== 'open') throw new DomainError('conflict', { reason: 'already-decided' });
  const decider = ctx.subjects.queue.get(item.kind);
  if (!decider) throw new DomainError('invalid', { reason: 'moderation.decide-on-page' });
  await decider.decide(ctx, item, verdict);
}

export interface BulkOutcome {
  decided: number;
  /** What was refused, with why. */
  refused: { id: string; error: DomainError }[];
}

/**
 * Decides several matters, each by itself: one that is refused holds up no other. What its subject wants to
 * be opened first is refused here.
 */
export async function decideQueueItems(
  ctx: Context,
  verdicts: readonly QueueVerdict[],
): Promise<BulkOutcome> {
  const outcome: BulkOutcome = { decided: 0, refused: [] };
  for (const verdict of verdicts) {
    try {
      const { kind } = await queueItem(ctx, verdict.id);
      const notInBulk = ctx.subjects.queue.get(kind)?.notInBulk;
      if (notInBulk) throw new DomainError('invalid', { reason: notInBulk });
      await decideQueueItem(ctx, verdict);
      outcome.decided += 1;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      outcome.refused.push({ id: verdict.id, error });
    }
  }
  return outcome;
}
