import type { PersonActor } from '../actor';
import type { Context } from '../context';
import { DomainError } from '../domain-error';
import { askForPicture } from './ask-for-picture.server';
import { newParticipantId } from './forget-who.server';
import { enterConversation } from './load-conversation.server';
import type { Answer } from './schema';
import type { Transaction } from '~/platform/db/database.server';

const values: Record<Answer, number> = { agree: 1, disagree: -1, pass: 0 };

/** A community has 12 digits: no finer place is kept with answers. */
const communityDigits = 12;

/** The person as one who takes part: made known with the first answer. */
async function participantOf(
  tx: Transaction,
  ctx: Context,
  given: { conversationId: string; actor: PersonActor },
): Promise<string> {
  const { conversationId, actor } = given;
  const place = actor.residenceAreaId ?? actor.homeAreaId;
  const joined = await tx.sql.run(
    `INSERT INTO "Participant" ("id", "conversationId", "personId", "areaId") VALUES (?, ?, ?, ?)
     ON CONFLICT ("conversationId", "personId") DO NOTHING`,
    [newParticipantId(), conversationId, actor.personId, place?.slice(0, communityDigits) ?? null],
  );
  if (joined > 0) {
    await tx.sql.run('UPDATE "Conversation" SET "participantCount" = "participantCount" + 1 WHERE "id" = ?', [
      conversationId,
    ]);
  }
  const key = { conversationId, personId: actor.personId };
  const { id } = await tx.prisma.participant.findUniqueOrThrow({
    where: { conversationId_personId: key },
    select: { id: true },
  });
  return id;
}

/** Keeps the answer, in place of an earlier one; the conversation is entered already. */
export async function keepAnswer(
  tx: Transaction,
  ctx: Context,
  given: { conversationId: string; statementId: string; actor: PersonActor; answer: Answer },
): Promise<void> {
  const { conversationId, statementId, actor } = given;
  const answer = values[given.answer];
  const participantId = await participantOf(tx, ctx, { conversationId, actor });
  const fresh = await tx.sql.run(
    `INSERT INTO "StatementAnswer" ("participantId", "statementId", "answer") VALUES (?, ?, ?)
     ON CONFLICT ("participantId", "statementId") DO NOTHING`,
    [participantId, statementId, answer],
  );
  if (fresh > 0)
    await tx.sql.run('UPDATE "Conversation" SET "answerCount" = "answerCount" + 1 WHERE "id" = ?', [
      conversationId,
    ]);
  else
    await tx.sql.run(
      'UPDATE "StatementAnswer" SET "answer" = ? WHERE "participantId" = ? AND "statementId" = ?',
      [answer, participantId, statementId],
    );
  await askForPicture(tx, ctx, conversationId);
}

/**
 * Answers a statement, or changes the answer, until the conversation closes. Throws `wrong-state` afterwards, and
 * `not-found` for a statement that is not shown.
 */
export async function answerStatement(
  ctx: Context,
  input: { conversationId: string; statementId: string; answer: Answer },
): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const { actor } = await enterConversation(tx, ctx, input.conversationId);
    const statement = await tx.prisma.statement.findUnique({ where: { id: input.statementId } });
    if (statement?.conversationId !== input.conversationId || statement.state !== 'shown')
      throw new DomainError('not-found');
    await keepAnswer(tx, ctx, { ...input, actor });
  });
}
