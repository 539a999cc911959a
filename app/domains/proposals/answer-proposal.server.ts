import type { Context } from '../context';
import { inTransaction } from '../in-transaction.server';
import { DomainError, ensure } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { settleQueueItems } from '../moderation/index.server';
import { proposalEvents } from './events';
import { moveProposal } from './move-proposal.server';
import { mayAnswerProposal } from './policy';
import { lockRow } from '~/platform/db/lock-row';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

export interface OfficialAnswer {
  decision: 'adopt' | 'decline' | 'answer';
  answer: string;
}

/** A moderator answers officially: adopts, declines, or answers and leaves the state as it is. */
export async function answerProposal(ctx: Context, proposalId: string, input: OfficialAnswer): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'Proposal', proposalId);
    const proposal = await ctx.prisma.proposal.findUnique({ where: { id: proposalId } });
    if (!proposal) throw new DomainError('not-found');
    ensure(mayAnswerProposal(ctx.actor, proposal));
    await ctx.prisma.proposal.update({
      where: { id: proposalId },
      data: {
        officialAnswer: input.answer,
        officialAnswerHtml: renderMarkdown(input.answer),
        answeredBy: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
        answeredAt: ctx.clock.now(),
      },
    });
    if (input.decision === 'answer') {
      return void (await appendEvent(ctx, proposalEvents, {
        type: 'proposal.answered',
        subjectKind: 'proposal',
        subjectId: proposalId,
        areaId: proposal.areaId,
        publicData: { title: proposal.title },
        privateData: { authorId: proposal.authorId },
      }));
    }
    await moveProposal(ctx, {
      proposalId,
      event: input.decision,
      tells: input.decision === 'adopt' ? 'proposal.adopted' : 'proposal.declined',
    });
    await settleQueueItems(ctx, {
      subjectKind: 'proposal',
      subjectId: proposalId,
      kinds: ['threshold-reached', 'overdue'],
      decision: input.decision,
      because: { ground: 'in-words', words: input.answer },
    });
  });
}
