import type { PersonActor } from '../../actor';
import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError } from '../../domain-error';
import { formerAccounts } from '../../identity/index.server';
import { askForPicture } from '../pictures/ask-for-picture.server';
import { newParticipantId } from '../forget-who.server';
import { enterConversation } from '../load-conversation.server';
import { neededParticipantKey } from '../participant-keys.server';
import type { KeyedConversation } from '../participant-keys.server';
import type { Answer } from '../schema';

const values: Record<Answer, number> = { agree: 1, disagree: -1, pass: 0 };

/** A community has 12 digits: no finer place is kept with answers. */
const communityDigits = 12;

/** The person as one who takes part: made known with the first answer. */
async function participantOf(
  ctx: TransactionContext,
  given: { conversation: KeyedConversation; actor: PersonActor },
): Promise<string> {
  const { conversation, actor } = given;
  const conversationId = conversation.id;
  const keyOf = neededParticipantKey(ctx, conversation);
  const former = (await formerAccounts(ctx, actor.personId)).map(keyOf);
  if ((await ctx.prisma.participant.count({ where: { conversationId, personKey: { in: former } } })) > 0)
    throw new DomainError('conflict', { reason: 'identity.counted-before' });
  const place = actor.residenceAreaId ?? actor.homeAreaId;
  const personKey = keyOf(actor.personId);
  const joined = await ctx.sql.run(
    `INSERT INTO "Participant" ("id", "conversationId", "personKey", "areaId") VALUES (?, ?, ?, ?)
     ON CONFLICT ("conversationId", "personKey") DO NOTHING`,
    [newParticipantId(), conversationId, personKey, place?.slice(0, communityDigits) ?? null],
  );
  if (joined > 0) {
    await ctx.sql.run(
      'UPDATE "Conversation" SET "participantCount" = "participantCount" + 1 WHERE "id" = ?',
      [conversationId],
    );
  }
  const { id } = await ctx.prisma.participant.findUniqueOrThrow({
    where: { conversationId_personKey: { conversationId, personKey } },
    select: { id: true },
  });
  return id;
}

/** Keeps the answer, in place of an earlier one; the conversation is entered already. */
export async function keepAnswer(
  ctx: TransactionContext,
  given: { conversation: KeyedConversation; statementId: string; actor: PersonActor; answer: Answer },
): Promise<void> {
  const { conversation, statementId, actor } = given;
  const conversationId = conversation.id;
  const answer = values[given.answer];
  const participantId = await participantOf(ctx, { conversation, actor });
  const fresh = await ctx.sql.run(
    `INSERT INTO "StatementAnswer" ("participantId", "statementId", "answer") VALUES (?, ?, ?)
     ON CONFLICT ("participantId", "statementId") DO NOTHING`,
    [participantId, statementId, answer],
  );
  if (fresh > 0)
    await ctx.sql.run('UPDATE "Conversation" SET "answerCount" = "answerCount" + 1 WHERE "id" = ?', [
      conversationId,
    ]);
  else
    await ctx.sql.run(
      'UPDATE "StatementAnswer" SET "answer" = ? WHERE "participantId" = ? AND "statementId" = ?',
      [answer, participantId, statementId],
    );
  await askForPicture(ctx, conversationId);
}

/**
 * Answers a statement, or changes the answer, until the conversation closes. Throws `wrong-state` afterwards, and
 * `not-found` for a statement that is not shown.
 */
export async function answerStatement(
  ctx: Context,
  input: { conversationId: string; statementId: string; answer: Answer },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const { conversation, actor } = await enterConversation(ctx, input.conversationId);
    const statement = await ctx.prisma.statement.findUnique({ where: { id: input.statementId } });
    if (statement?.conversationId !== input.conversationId || statement.state !== 'shown')
      throw new DomainError('not-found');
    const { statementId, answer } = input;
    await keepAnswer(ctx, { conversation, statementId, actor, answer });
  });
}
