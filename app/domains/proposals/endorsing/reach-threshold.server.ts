import type { TransactionContext } from '../../context';
import { openQueueItem } from '../../moderation/index.server';
import { reviewDays } from '../lifecycle';
import { moveProposal } from '../move-proposal.server';

export interface Counted {
  id: string;
  areaId: string;
  title: string;
  state: string;
  endorsementCount: number;
  threshold: number;
}

/** At the published threshold a gathering proposal goes to review by the moderators. Answers whether it did. */
export async function reachThreshold(ctx: TransactionContext, counted: Counted): Promise<boolean> {
  const { id, areaId, title, endorsementCount } = counted;
  if (counted.state !== 'gathering' || endorsementCount < counted.threshold) return false;
  const deadlineAt = new Date(ctx.clock.now().getTime() + reviewDays * 24 * 3600_000);
  await moveProposal(
    { ...ctx, actor: { kind: 'system' } },
    {
      proposalId: id,
      event: 'reach-threshold',
      tells: 'proposal.threshold-reached',
      columns: { deadlineAt },
      publicData: { count: endorsementCount, deadlineAt },
    },
  );
  await openQueueItem(ctx, {
    kind: 'threshold-reached',
    subjectKind: 'proposal',
    subjectId: id,
    areaId,
    title,
    dueAt: deadlineAt,
  });
  return true;
}
