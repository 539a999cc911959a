import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError, ensure } from '../../domain-error';
import { appendEvent } from '../../ledger/index.server';
import { recordDecision, settleQueueItems } from '../../moderation/index.server';
import type { Because } from '../../moderation/index.server';
import { askForPicture } from '../pictures/ask-for-picture.server';
import { opinionEvents } from '../events';
import { statementLifecycle } from '../lifecycle';
import { enterConversation } from '../load-conversation.server';
import { mayLeadConversation } from '../policy';
import { transitionFrom } from '~/lib/lifecycle';
import { enqueue } from '~/platform/jobs/enqueue.server';

export interface StatementDecision {
  statementId: string;
  accept: boolean;
  /** Needed to refuse; its author reads it. */
  reason: string;
}

/**
 * A moderator lets a statement pass, or refuses it with a reason; also one that was shown already, and back. Throws
 * `conflict` where it is so already, `wrong-state` once the conversation is closed.
 */
export async function decideStatement(ctx: Context, decision: StatementDecision): Promise<void> {
  const { statementId, accept, reason } = decision;
  await inTransaction(ctx, async (ctx) => {
    const found = await ctx.prisma.statement.findUnique({ where: { id: statementId } });
    if (!found) throw new DomainError('not-found');
    const { conversation } = await enterConversation(ctx, found.conversationId);
    ensure(mayLeadConversation(ctx.actor, conversation));
    if (!accept && reason.length < 4)
      throw new DomainError('invalid', { field: 'reason', reason: 'reason-needed' });
    const statement = await ctx.prisma.statement.findUniqueOrThrow({ where: { id: statementId } });
    const step = transitionFrom(statementLifecycle, statement.state, accept ? 'accept' : 'refuse');
    if (!step) throw new DomainError('conflict', { reason: 'already-decided' });
    await ctx.prisma.statement.update({
      where: { id: statementId },
      data: {
        state: step.to,
        reason: reason === '' ? null : reason,
        decidedBy: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
        decidedAt: ctx.clock.now(),
      },
    });
    await noteInQueue(ctx, { statement, areaId: conversation.areaId }, decision);
    const eventId = await appendEvent(ctx, opinionEvents, {
      type: accept ? 'statement.accepted' : 'statement.refused',
      subjectKind: 'conversation',
      subjectId: conversation.id,
      areaId: conversation.areaId,
      publicData: { title: conversation.title, statement: statement.body, reason },
    });
    if (statement.authorId !== null) await tellAuthor(ctx, { eventId, authorId: statement.authorId });
    await askForPicture(ctx, conversation.id);
  });
}

/** What waits is settled; of what was decided before the new decision is on record. */
async function noteInQueue(
  ctx: TransactionContext,
  { statement, areaId }: { statement: { id: string; state: string; body: string }; areaId: string },
  { accept, reason }: StatementDecision,
): Promise<void> {
  const because: Because =
    accept && reason === '' ? { ground: 'no-breach', words: '' } : { ground: 'in-words', words: reason };
  const decision = accept ? 'accepted' : 'refused';
  const about = { subjectKind: 'statement', subjectId: statement.id, decision, because } as const;
  if (statement.state === 'waiting') await settleQueueItems(ctx, about);
  else await recordDecision(ctx, { ...about, kind: 'statement', areaId, title: statement.body });
}

/** By a job of its own, that goes with the notice when the conversation ends. */
async function tellAuthor(
  ctx: TransactionContext,
  { eventId, authorId }: { eventId: string; authorId: string },
): Promise<void> {
  await enqueue(ctx, {
    kind: 'notify',
    payload: { eventId, audience: [{ kind: 'persons', personIds: [authorId] }] },
    runAt: ctx.clock.now(),
    idempotencyKey: `notify:${eventId}`,
  });
}
