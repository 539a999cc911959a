import type { Context } from '../context';
import { DomainError } from '../domain-error';
import { eachOrRefused } from '../each-or-refused';
import type { EachOutcome } from '../each-or-refused';
import { mayWorkOnQueue } from '../moderation/policy';
import { ensureNotClaimed, queueItem } from '../moderation/index.server';
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
  ensureNotClaimed(ctx, item);
  const decider = ctx.subjects.queue.get(item.kind);
  if (!decider) throw new DomainError('invalid', { reason: 'moderation.decide-on-page' });
  await decider.decide(ctx, item, verdict);
}

export type BulkOutcome = EachOutcome<{ id: string; kind: string; title: string }>;

/** Does something with each item of the queue by itself; what is refused is named. */
export function withEachItem(
  ctx: Context,
  ids: readonly string[],
  act: (item: Awaited<ReturnType<typeof queueItem>>) => Promise<void>,
): Promise<BulkOutcome> {
  const rows = ids.map((id) => ({ id, kind: '', title: '' }));
  return eachOrRefused(rows, async (row) => {
    const item = await queueItem(ctx, row.id);
    // Named to those alone whose queue it stands in.
    const { kind, title } = item;
    if (mayWorkOnQueue(ctx.actor, item.areaId).allowed) Object.assign(row, { kind, title });
    await act(item);
  });
}

/** Decides several matters; what its subject wants to be opened first is refused here. */
export function decideQueueItems(
  ctx: Context,
  ids: readonly string[],
  verdict: Omit<QueueVerdict, 'id'>,
): Promise<BulkOutcome> {
  return withEachItem(ctx, ids, async ({ id, kind }) => {
    const notInBulk = ctx.subjects.queue.get(kind)?.notInBulk;
    if (notInBulk) throw new DomainError('invalid', { reason: notInBulk });
    await decideQueueItem(ctx, { id, ...verdict });
  });
}
