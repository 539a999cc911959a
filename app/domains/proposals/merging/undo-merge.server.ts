import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError, ensure } from '../../domain-error';
import { recordDecision, reopenQueueItems, settleQueueItems } from '../../moderation/index.server';
import { lockedPair } from './merge-proposals.server';
import type { MovedThread } from './merge-proposals.server';
import { moveProposal } from '../move-proposal.server';
import { takeSupportBack } from './move-support.server';
import { mayMergeProposals } from '../policy';
import { whyNotUndo } from '../rules/merge-rules';

/** Moves threads back under the proposal on which they stood; answers how many comments. */
export type MoveCommentsBack = (
  ctx: TransactionContext,
  moved: { threads: readonly MovedThread[]; from: { id: string; areaId: string } },
) => Promise<number>;

async function movedThreads(ctx: TransactionContext, mergeId: string): Promise<MovedThread[]> {
  const rows = await ctx.prisma.movedByMerge.findMany({
    where: { mergeId, kind: 'thread' },
    select: { itemId: true, originId: true },
  });
  return rows.map(({ itemId, originId }) => ({ id: itemId, originId }));
}

async function mergeToUndo(ctx: TransactionContext, mergeId: string) {
  const merge = await ctx.prisma.proposalMerge.findUnique({ where: { id: mergeId } });
  if (!merge) throw new DomainError('not-found');
  const { from, into } = await lockedPair(ctx, merge.fromId, merge.intoId);
  if (!from || !into) throw new DomainError('not-found');
  ensure(mayMergeProposals(ctx.actor, from, into));
  // Read again under the lock: another moderator may have undone it while this one waited.
  const current = await ctx.prisma.proposalMerge.findUniqueOrThrow({ where: { id: mergeId } });
  const why = whyNotUndo(current, {
    intoState: into.state,
    fromMergedInto: from.mergedIntoId === into.id,
    at: ctx.clock.now(),
  });
  if (why !== null) throw new DomainError('wrong-state', { reason: why });
  return { merge: current, from, into };
}

type Undoing = Awaited<ReturnType<typeof mergeToUndo>>;

/** The one stands again where it stood, with its deadline and what waited in the queue. */
async function restoreFrom(ctx: TransactionContext, { merge, from, into }: Undoing, reason: string) {
  await moveProposal(ctx, {
    proposalId: from.id,
    event: merge.fromState === 'review' ? 'unmerge-to-review' : 'unmerge-to-gathering',
    tells: 'proposal.merge-undone',
    columns: { mergedIntoId: null, deadlineAt: merge.fromDeadlineAt },
    publicData: { reason, intoId: into.id, into: into.title },
    privateData: { intoAuthorId: into.authorId },
  });
  const about = { subjectKind: 'proposal', subjectId: from.id };
  await reopenQueueItems(ctx, { ...about, decision: 'merged', decidedAt: merge.mergedAt });
  await recordDecision(ctx, {
    ...about,
    ...{ kind: 'unmerge', areaId: from.areaId, title: from.title, decision: 'unmerged' },
    because: { ground: 'in-words', words: reason },
  });
}

/** The other gathers again where it reached its threshold only by the merge. */
async function restoreInto(ctx: TransactionContext, { merge, into }: Undoing, endorsements: number) {
  if (merge.intoState === merge.intoStateAfter || endorsements >= into.threshold) return;
  await moveProposal(ctx, {
    proposalId: into.id,
    event: 'lose-threshold',
    tells: 'proposal.below-threshold',
    columns: { deadlineAt: merge.intoDeadlineAt },
  });
  await settleQueueItems(ctx, {
    subjectKind: 'proposal',
    subjectId: into.id,
    kinds: ['threshold-reached', 'overdue'],
    decision: 'unmerged',
    because: { ground: 'no-threshold' },
  });
}

/**
 * Undoes a merge within its term, saying why: what it added to the other is taken away and the one stands as
 * before, with the answers that its threads got meanwhile. Throws `wrong-state` after the term, when it was undone
 * already, or when the other has moved on (to a ballot, into work).
 */
export async function undoMerge(
  ctx: Context,
  input: { mergeId: string; reason: string; moveCommentsBack: MoveCommentsBack },
): Promise<void> {
  const { mergeId, reason, moveCommentsBack } = input;
  await inTransaction(ctx, async (ctx) => {
    const undoing = await mergeToUndo(ctx, mergeId);
    const { from, into } = undoing;
    const pair = { mergeId, from, into };
    const endorsements = await takeSupportBack(ctx, pair);
    const comments = await moveCommentsBack(ctx, { threads: await movedThreads(ctx, mergeId), from });
    const data = { endorsementCount: { decrement: endorsements }, commentCount: { decrement: comments } };
    const counted = await ctx.prisma.proposal.update({ where: { id: into.id }, data });
    await ctx.prisma.proposal.update({ where: { id: from.id }, data: { commentCount: comments } });
    await ctx.prisma.proposalMerge.update({
      where: { id: mergeId },
      data: {
        undoneAt: ctx.clock.now(),
        undoneBy: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
        undoneReason: reason,
      },
    });
    await restoreFrom(ctx, undoing, reason);
    await restoreInto(ctx, undoing, counted.endorsementCount);
  });
}
