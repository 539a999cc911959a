import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError, ensure } from '../../domain-error';
import { recordDecision, settleQueueItems } from '../../moderation/index.server';
import { moveProposal } from '../move-proposal.server';
import { addSupport } from './move-support.server';
import { mayMergeProposals } from '../policy';
import { reachThreshold } from '../endorsing/reach-threshold.server';
import { mergeUndoDays, whyNotMerge } from '../rules/merge-rules';
import type { Transaction } from '~/platform/db/database.server';
import { lockRows } from '~/platform/db/lock-row';
import { newId } from '~/platform/ids';

interface Place {
  id: string;
  areaId: string;
}

/** A thread of comments, and from which proposal it came first. */
export interface MovedThread {
  id: string;
  originId: string | null;
}

/** Moves the comments on a proposal, in the same transaction; answers the threads as they were, and how many comments. */
export type MoveComments = (
  tx: Transaction,
  moved: { from: Place; into: Place },
) => Promise<{ threads: MovedThread[]; comments: number }>;

async function recordThreads(
  tx: Transaction,
  mergeId: string,
  threads: readonly MovedThread[],
): Promise<void> {
  if (threads.length === 0) return;
  await tx.prisma.movedByMerge.createMany({
    data: threads.map(({ id, originId }) => ({ mergeId, kind: 'thread', itemId: id, originId })),
  });
}

/** Both rows, locked in the order of their ids: of two merges at once, the second waits and sees the first. */
export async function lockedPair(tx: Transaction, fromId: string, intoId: string) {
  await lockRows(tx, 'Proposal', [fromId, intoId]);
  return {
    from: await tx.prisma.proposal.findUnique({ where: { id: fromId } }),
    into: await tx.prisma.proposal.findUnique({ where: { id: intoId } }),
  };
}

type Row = NonNullable<Awaited<ReturnType<typeof lockedPair>>['from']>;

async function keepRecord(
  ctx: TransactionContext,
  { from, into, reason }: { from: Row; into: Row; reason: string },
): Promise<string> {
  const now = ctx.clock.now();
  const id = newId(now);
  await ctx.prisma.proposalMerge.create({
    data: {
      id,
      fromId: from.id,
      intoId: into.id,
      reason,
      mergedBy: ctx.actor.kind === 'person' ? ctx.actor.personId : '',
      mergedAt: now,
      undoUntil: new Date(now.getTime() + mergeUndoDays * 24 * 3600_000),
      fromState: from.state,
      fromDeadlineAt: from.deadlineAt,
      intoState: into.state,
      intoDeadlineAt: into.deadlineAt,
      intoStateAfter: into.state,
    },
  });
  return id;
}

async function close(
  ctx: TransactionContext,
  { from, into, reason }: { from: Row; into: Row; reason: string },
) {
  await moveProposal(ctx, {
    proposalId: from.id,
    event: 'merge',
    tells: 'proposal.merged',
    columns: { mergedIntoId: into.id },
    publicData: { reason, intoId: into.id, into: into.title },
    privateData: { intoAuthorId: into.authorId },
  });
  const cause = { kind: 'proposal', id: into.id };
  const about = {
    ...{ subjectKind: 'proposal', subjectId: from.id },
    because: { ground: 'merged', words: reason, cause },
  } as const;
  await settleQueueItems(ctx, { ...about, decision: 'merged' });
  await recordDecision(ctx, {
    ...about,
    kind: 'merge',
    areaId: from.areaId,
    title: from.title,
    decision: 'merged',
  });
}

/**
 * A moderator merges a proposal into another, saying why: its author becomes a co-author, its endorsements count
 * there (each person once), its followers and comments come along, and its page leads to the other. If the other
 * thereby reaches its threshold, it goes to review. Can be undone for `mergeUndoDays`.
 */
export async function mergeProposals(
  ctx: Context,
  input: { fromId: string; intoId: string; reason: string; moveComments: MoveComments },
): Promise<void> {
  const { fromId, intoId, reason, moveComments } = input;
  await inTransaction(ctx, async (ctx) => {
    const { from, into } = await lockedPair(ctx, fromId, intoId);
    if (!from) throw new DomainError('not-found');
    if (!into || into.state === 'draft')
      throw new DomainError('invalid', { field: 'into', reason: 'unknown-proposal' });
    ensure(mayMergeProposals(ctx.actor, from, into));
    const why = whyNotMerge(from, into);
    if (why !== null) throw new DomainError('wrong-state', { field: 'into', reason: why });
    const mergeId = await keepRecord(ctx, { from, into, reason });
    const pair = { mergeId, from, into };
    const endorsements = await addSupport(ctx, pair);
    const { threads, comments } = await moveComments(ctx, pair);
    await recordThreads(ctx, mergeId, threads);
    const data = { endorsementCount: { increment: endorsements }, commentCount: { increment: comments } };
    const counted = await ctx.prisma.proposal.update({ where: { id: into.id }, data });
    await ctx.prisma.proposal.update({ where: { id: from.id }, data: { commentCount: 0 } });
    await close(ctx, { from, into, reason });
    const reached = await reachThreshold(ctx, counted);
    if (reached)
      await ctx.prisma.proposalMerge.update({ where: { id: mergeId }, data: { intoStateAfter: 'review' } });
  });
}
