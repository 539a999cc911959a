import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { sameFormMinutes } from '../../do-once.server';
import { DomainError } from '../../domain-error';
import { appendEvent } from '../../ledger/index.server';
import { openQueueItem } from '../../moderation/index.server';
import { keepAnswer } from './answer-statement.server';
import { opinionEvents } from '../events';
import { statementLifecycle } from '../lifecycle';
import { mostStatements } from '../limits';
import { enterConversation } from '../load-conversation.server';
import { stepOf } from '~/lib/lifecycle';
import { sameWords } from '~/lib/similar-texts/same-words';
import type { Transaction } from '~/platform/db/database.server';
import { lockRow } from '~/platform/db/lock-row';
import { newId } from '~/platform/ids';

/** Hands out the next number of a conversation. */
export async function nextNumber(tx: Transaction, conversationId: string): Promise<number> {
  await tx.sql.run('UPDATE "Conversation" SET "statementCount" = "statementCount" + 1 WHERE "id" = ?', [
    conversationId,
  ]);
  const { statementCount } = await tx.prisma.conversation.findUniqueOrThrow({
    where: { id: conversationId },
    select: { statementCount: true },
  });
  return statementCount;
}

interface Given {
  conversationId: string;
  personId: string;
  body: string;
}

/** The statement that the same person wrote in the same words some minutes ago: the same form, sent twice. */
async function sentBefore(ctx: TransactionContext, given: Given): Promise<'waiting' | 'shown' | null> {
  const { conversationId, personId, body } = given;
  const since = new Date(ctx.clock.now().getTime() - sameFormMinutes * 60_000);
  const same = await ctx.prisma.statement.findFirst({
    where: {
      conversationId,
      authorId: personId,
      body,
      createdAt: { gte: since },
      state: { in: ['waiting', 'shown'] },
    },
    select: { state: true },
  });
  return same && (same.state === 'waiting' ? 'waiting' : 'shown');
}

async function ensureNew(tx: Transaction, given: Given): Promise<void> {
  const { conversationId, personId, body } = given;
  const own = await tx.prisma.statement.count({ where: { conversationId, authorId: personId } });
  if (own >= mostStatements)
    throw new DomainError('wrong-state', { field: 'body', reason: 'opinions.enough-statements' });
  const others = await tx.prisma.statement.findMany({
    where: { conversationId, state: { not: 'refused' } },
    select: { body: true },
  });
  if (others.some((other) => sameWords(other.body, body)))
    throw new DomainError('conflict', { field: 'body', reason: 'opinions.said-already' });
}

/**
 * Writes a statement: shown at once, or after a moderator has let it pass, as the conversation has it. Its author
 * agrees with it. Throws `conflict` where the same words stand there, `wrong-state` after closing or after twenty.
 */
export async function postStatement(
  ctx: Context,
  input: { conversationId: string; body: string },
): Promise<'waiting' | 'shown'> {
  const { conversationId, body } = input;
  return inTransaction(ctx, async (ctx) => {
    const { conversation, actor } = await enterConversation(ctx, conversationId);
    const { personId } = actor;
    await lockRow(ctx, 'Conversation', conversationId);
    const before = await sentBefore(ctx, { conversationId, personId, body });
    if (before) return before;
    await ensureNew(ctx, { conversationId, personId, body });
    const now = ctx.clock.now();
    const id = newId(now);
    const waits = conversation.review === 'before';
    const state = waits ? statementLifecycle.initial : stepOf(statementLifecycle, 'show-at-once').to;
    const number = await nextNumber(ctx, conversationId);
    await ctx.prisma.statement.create({
      data: { id, conversationId, number, body, authorId: personId, state, createdAt: now },
    });
    await keepAnswer(ctx, { conversation, statementId: id, actor, answer: 'agree' });
    // Told by nobody: the record does not join a person with a statement.
    await appendEvent({ ...ctx, actor: { kind: 'system' } }, opinionEvents, {
      type: waits ? 'statement.waits' : 'statement.posted',
      subjectKind: 'conversation',
      subjectId: conversationId,
      areaId: conversation.areaId,
      publicData: { title: conversation.title, statement: body },
    });
    if (waits)
      await openQueueItem(ctx, {
        kind: 'statement',
        subjectKind: 'statement',
        subjectId: id,
        areaId: conversation.areaId,
        title: body,
        detail: conversation.title,
      });
    return waits ? 'waiting' : 'shown';
  });
}
