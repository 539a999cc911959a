import type { TransactionContext } from '../context';
import { DomainError, ensure } from '../domain-error';
import { mayTakePart } from './policy';
import type { Transaction } from '~/platform/db/database.server';

export async function loadConversation(tx: Transaction, id: string) {
  const conversation = await tx.prisma.conversation.findUnique({ where: { id } });
  if (!conversation) throw new DomainError('not-found');
  return conversation;
}
export type LoadedConversation = Awaited<ReturnType<typeof loadConversation>>;

/**
 * Loads a conversation that the actor takes part in, and holds its row: whoever ends it waits, and an answer that
 * comes after finds it ended. Throws `wrong-state` once it is closed.
 */
export async function enterConversation(ctx: TransactionContext, id: string) {
  const held = await ctx.sql.run('UPDATE "Conversation" SET "changes" = "changes" + 1 WHERE "id" = ?', [id]);
  if (held === 0) throw new DomainError('not-found');
  const conversation = await loadConversation(ctx, id);
  const may = mayTakePart(ctx.actor, conversation, ctx.clock.now());
  if (!may.allowed && may.reason === 'opinions.closed')
    throw new DomainError('wrong-state', { reason: may.reason });
  ensure(may);
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  return { conversation, actor: ctx.actor };
}
