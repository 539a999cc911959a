import type { Context, TransactionContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { DomainError } from '../domain-error';
import { openQueueItem, settleQueueItems, waitingSubjects } from '../moderation/index.server';
import { reviewDays } from './lifecycle';
import { moveProposal } from './move-proposal.server';
import { inLanes } from '~/lib/in-lanes';
import type { Transaction } from '~/platform/db/database.server';

/** The proposal is put to the vote: review → voting. */
export async function enterBallot(
  ctx: TransactionContext,
  input: { proposalId: string; ballotId: string },
): Promise<void> {
  const { proposalId, ballotId } = input;
  await moveProposal(ctx, {
    proposalId,
    event: 'enter-ballot',
    tells: 'proposal.put-to-vote',
    columns: { ballotId },
    publicData: { ballotId },
  });
  await settleQueueItems(ctx, {
    subjectKind: 'proposal',
    subjectId: proposalId,
    kinds: ['threshold-reached', 'overdue'],
    decision: 'put-to-vote',
    because: { ground: 'put-to-vote', cause: { kind: 'ballot', id: ballotId } },
  });
}

/** The count is over: voting → adopted or declined. */
export async function leaveBallot(
  ctx: TransactionContext,
  input: { proposalId: string; accepted: boolean },
): Promise<void> {
  await moveProposal(ctx, {
    proposalId: input.proposalId,
    event: input.accepted ? 'win-ballot' : 'lose-ballot',
    tells: input.accepted ? 'proposal.adopted' : 'proposal.declined',
    publicData: { byBallot: true },
  });
}

/** The ballot was cancelled: voting → review. */
export async function returnFromBallot(
  ctx: TransactionContext,
  input: { proposalId: string; reason: string },
): Promise<void> {
  await moveProposal(ctx, {
    proposalId: input.proposalId,
    event: 'cancel-ballot',
    tells: 'proposal.returned-to-review',
    columns: { ballotId: null, deadlineAt: new Date(ctx.clock.now().getTime() + reviewDays * 24 * 3600_000) },
    publicData: { reason: input.reason },
  });
}

/** A work order takes the proposal up; a proposal that is under way already stays as it is. */
export async function startImplementation(
  ctx: TransactionContext,
  input: { proposalId: string; workOrderId: string },
): Promise<void> {
  const proposal = await ctx.prisma.proposal.findUnique({
    where: { id: input.proposalId },
    select: { state: true },
  });
  if (proposal?.state === 'implementing') return;
  await moveProposal(ctx, {
    proposalId: input.proposalId,
    event: 'start',
    tells: 'proposal.implementation-started',
    publicData: { workOrderId: input.workOrderId },
  });
  await settleQueueItems(ctx, {
    subjectKind: 'proposal',
    subjectId: input.proposalId,
    kinds: ['threshold-reached', 'overdue'],
    decision: 'work-order',
    because: { ground: 'taken-up', cause: { kind: 'work-order', id: input.workOrderId } },
  });
}

export const markProposalDone = (ctx: TransactionContext, proposalId: string) =>
  moveProposal(ctx, { proposalId, event: 'finish', tells: 'proposal.done' });

export const reopenProposal = (ctx: TransactionContext, proposalId: string) =>
  moveProposal(ctx, { proposalId, event: 'reopen', tells: 'proposal.reopened' });

/** Every order that took it up was refused: it is adopted still, and waits for another. */
export const leaveRefusedOrders = (ctx: TransactionContext, proposalId: string, reason: string) =>
  moveProposal(ctx, {
    proposalId,
    event: 'lose-orders',
    tells: 'proposal.orders-refused',
    publicData: { reason },
  });

export const markProposalEvaluated = (ctx: TransactionContext, proposalId: string) =>
  moveProposal(ctx, { proposalId, event: 'evaluate', tells: 'proposal.evaluated' });

/** So many at once, that their commits share the disk's sync. */
const together = 50;
const mostInOneTurn = 500;

/** Ends the gathering of proposals whose time is over. */
export async function expireProposals(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  const due = await ctx.database.read.proposal.findMany({
    where: { state: 'gathering', deadlineAt: { lte: now } },
    select: { id: true },
    take: mostInOneTurn,
  });
  await inLanes(together, due, ({ id }) =>
    inTransaction(ctx, async (ctx) => {
      const current = await ctx.prisma.proposal.findUnique({ where: { id }, select: { state: true } });
      if (current?.state !== 'gathering') return;
      await moveProposal(ctx, { proposalId: id, event: 'expire', tells: 'proposal.expired' });
    }),
  );
  return due.length;
}

/** Puts proposals whose review is late into the moderators' queue as overdue, each once; answers how many. */
export async function flagLateReviews(ctx: Context): Promise<number> {
  const late = await ctx.database.read.proposal.findMany({
    where: { state: 'review', deadlineAt: { lte: ctx.clock.now() } },
    select: { id: true, areaId: true, title: true, deadlineAt: true },
    orderBy: { deadlineAt: 'asc' },
  });
  const waiting = await waitingSubjects(ctx, 'overdue', 'proposal');
  const fresh = late.filter(({ id }) => !waiting.has(id)).slice(0, mostInOneTurn);
  await inLanes(together, fresh, ({ id, areaId, title, deadlineAt }) =>
    inTransaction(ctx, (ctx) =>
      openQueueItem(ctx, {
        kind: 'overdue',
        subjectKind: 'proposal',
        subjectId: id,
        areaId,
        title,
        ...(deadlineAt ? { dueAt: deadlineAt } : {}),
      }),
    ),
  );
  return fresh.length;
}

/** What the timer does: gatherings end, late reviews are called out. */
export async function watchDeadlines(ctx: Context): Promise<void> {
  await expireProposals(ctx);
  await flagLateReviews(ctx);
}

/**
 * Keeps the number of comments that lists show; called in the transaction of the comment. Throws `conflict` where
 * the proposal was merged into another meanwhile: its discussion goes on there.
 */
export async function countComment(tx: Transaction, proposalId: string, by: 1 | -1): Promise<void> {
  const counted = await tx.sql.run(
    'UPDATE "Proposal" SET "commentCount" = "commentCount" + ? WHERE "id" = ? AND "mergedIntoId" IS NULL',
    [by, proposalId],
  );
  if (counted === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
}
