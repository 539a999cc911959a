import { z } from 'zod';
import type { Context, ReadContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { opinionTopics } from '../events';
import { drawPicture } from '../rules/picture';
import type { AnswersToDraw } from '../rules/picture';
import type { GroupCountMemory } from '../rules/smooth-group-count';
import { runInThread } from '~/platform/threads/run-in-thread.server';

/** Rows read at once: between two pages the site answers others. */
const pageSize = 20_000;

interface AnswerRow {
  participantId: string;
  statementId: string;
  answer: number;
}

/** The answers to the statements that are shown, and all who take part. */
export async function answersOf(
  ctx: ReadContext,
  conversationId: string,
): Promise<Omit<AnswersToDraw, 'memory' | 'final'>> {
  const { read, sql } = ctx.database;
  const [people, statements] = await Promise.all([
    read.participant.findMany({ where: { conversationId }, orderBy: { id: 'asc' }, select: { id: true } }),
    read.statement.findMany({
      where: { conversationId, state: 'shown' },
      orderBy: { number: 'asc' },
      select: { id: true, number: true },
    }),
  ]);
  const placeOf = new Map(people.map(({ id }, place) => [id, place]));
  const numberOf = new Map(statements.map(({ id, number }) => [id, number]));
  const found: [number, number, number][] = [];
  let last = { participantId: '', statementId: '' };
  for (let more = true; more;) {
    const rows = await sql.all<AnswerRow>(
      `SELECT a."participantId", a."statementId", a."answer" FROM "StatementAnswer" a
         JOIN "Participant" p ON p."id" = a."participantId"
       WHERE p."conversationId" = ? AND (a."participantId" > ? OR (a."participantId" = ? AND a."statementId" > ?))
       ORDER BY a."participantId", a."statementId" LIMIT ?`,
      [conversationId, last.participantId, last.participantId, last.statementId, pageSize],
    );
    for (const { participantId, statementId, answer } of rows) {
      const [place, number] = [placeOf.get(participantId), numberOf.get(statementId)];
      if (place !== undefined && number !== undefined) found.push([place, number, Number(answer)]);
    }
    last = rows.at(-1) ?? last;
    more = rows.length === pageSize;
  }
  return {
    participants: people.map(({ id }) => id),
    participantOf: Int32Array.from(found, ([place]) => place),
    statements: statements.map(({ number }) => number),
    statementOf: Int32Array.from(found, ([, number]) => number),
    answers: Int8Array.from(found, ([, , answer]) => answer),
  };
}

/** The analysis in a thread of its own, so that the site stays responsive. */
export function analysed(given: AnswersToDraw): Promise<ReturnType<typeof drawPicture>> {
  return runInThread(
    'draw-picture',
    () => ({ task: 'picture', given }),
    () => drawPicture(given),
  );
}

const payloadSchema = z.object({ conversationId: z.string() });

/** The handler of jobs of kind `opinions.draw`: draws the picture where it does not show everything yet. */
export async function drawConversation(ctx: Context, payload: unknown): Promise<void> {
  const { conversationId } = payloadSchema.parse(payload);
  const conversation = await ctx.database.read.conversation.findUnique({
    where: { id: conversationId },
    include: { picture: { select: { changes: true, memory: true } } },
  });
  if (conversation?.state !== 'open' || conversation.picture?.changes === conversation.changes) return;
  const memory = conversation.picture ? (JSON.parse(conversation.picture.memory) as GroupCountMemory) : null;
  const drawn = await analysed({ ...(await answersOf(ctx, conversationId)), memory, final: false });
  await keepPicture(ctx, { conversationId, changes: conversation.changes, drawn });
}

/** Keeps a picture, unless one that shows more is there. */
async function keepPicture(
  ctx: Context,
  given: { conversationId: string; changes: number; drawn: ReturnType<typeof drawPicture> },
): Promise<void> {
  const { conversationId, changes, drawn } = given;
  await inTransaction(ctx, (ctx) =>
    ctx.sql.run(
      `INSERT INTO "OpinionPicture" ("conversationId", "changes", "drawnAt", "picture", "memory") VALUES (?, ?, ?, ?, ?)
       ON CONFLICT ("conversationId") DO UPDATE SET "changes" = excluded."changes", "drawnAt" = excluded."drawnAt",
         "picture" = excluded."picture", "memory" = excluded."memory"
       WHERE "OpinionPicture"."changes" < excluded."changes"`,
      [conversationId, changes, ctx.clock.now(), JSON.stringify(drawn.picture), JSON.stringify(drawn.memory)],
    ),
  );
  ctx.invalidatePages(opinionTopics);
}
