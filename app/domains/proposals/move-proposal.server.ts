import type { TransactionContext } from '../context';
import { DomainError } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { proposalEvents } from './events';
import type { KeptOf, SaidOf } from '../ledger/define-events';
import type { ProposalEventType } from './events';
import { proposalLifecycle } from './lifecycle';
import type { ProposalEvent } from './lifecycle';
import { transitionFrom } from '~/lib/lifecycle';

export interface ProposalMove {
  proposalId: string;
  event: ProposalEvent;
  tells: ProposalEventType;
  columns?: {
    deadlineAt?: Date | null;
    ballotId?: string | null;
    publishedAt?: Date;
    threshold?: number;
    mergedIntoId?: string | null;
  };
  publicData?: SaidOf<typeof proposalEvents, ProposalEventType>;
  privateData?: KeptOf<typeof proposalEvents, ProposalEventType>;
}

/**
 * Takes one step of the life cycle: the change and its event together. Throws `wrong-state` where the table
 * has no such step, `conflict` where another took one at the same time.
 */
export async function moveProposal(ctx: TransactionContext, move: ProposalMove): Promise<void> {
  const proposal = await ctx.prisma.proposal.findUnique({
    where: { id: move.proposalId },
    select: { state: true, title: true, areaId: true, authorId: true },
  });
  if (!proposal) throw new DomainError('not-found');
  const step = transitionFrom(proposalLifecycle, proposal.state, move.event);
  if (!step) throw new DomainError('wrong-state', { reason: 'proposals.wrong-state' });
  const moved = await ctx.prisma.proposal.updateMany({
    where: { id: move.proposalId, state: proposal.state },
    data: { state: step.to, updatedAt: ctx.clock.now(), deadlineAt: null, ...move.columns },
  });
  if (moved.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
  await appendEvent(ctx, proposalEvents, {
    type: move.tells,
    subjectKind: 'proposal',
    subjectId: move.proposalId,
    areaId: proposal.areaId,
    publicData: { title: proposal.title, ...move.publicData },
    privateData: { authorId: proposal.authorId, ...move.privateData },
  });
}
