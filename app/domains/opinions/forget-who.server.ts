import { randomBytes } from 'node:crypto';
import type { Context, TransactionContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { eachPersonId } from '../identity/index.server';
import { forgetWhoIsTold } from '../ledger/index.server';
import { closeQueueItems } from '../moderation/index.server';
import { followTogether, forgetNotices } from '../notifications/index.server';
import { destroyParticipantKey, participantKeyOf } from './participant-keys.server';
import type { Transaction } from '~/platform/db/database.server';
import { lockRow } from '~/platform/db/lock-row';

/** Who is laid anew in one transaction, with the answers: others write meanwhile. */
const laidAtOnce = 50;

/** An id that tells neither who nor when nor in which order people came. */
export const newParticipantId = () => `p${randomBytes(12).toString('hex')}`;

/**
 * Lets those who take part follow from now on, so that they are told how it goes on: all at once, in the order of their
 * ids and with the time of the opening, because a row for each at the first answer would stand for that answer.
 */
export async function letParticipantsFollow(ctx: TransactionContext, conversationId: string): Promise<void> {
  const conversation = await ctx.prisma.conversation.findUnique({
    where: { id: conversationId },
    select: { id: true, keyCheck: true, openedAt: true, participants: { select: { personKey: true } } },
  });
  const keyOf = conversation && participantKeyOf(ctx, conversation);
  // A key that is gone was destroyed after they were let follow, or is lost.
  if (!keyOf) return;
  const keys = new Set(conversation.participants.map(({ personKey }) => personKey));
  const personIds: string[] = [];
  for await (const personId of eachPersonId(ctx)) if (keys.has(keyOf(personId))) personIds.push(personId);
  const followed = { subjectKind: 'conversation', subjectId: conversationId } as const;
  await followTogether(ctx, followed, { personIds, at: conversation.openedAt });
}

/**
 * Destroys the key of those who took part and lays each of them anew under another id, with the answers and without the person, in the order of the new
 * ids: nothing of place, transaction or order leads back. In small transactions; what a break leaves is taken up again.
 */
export async function layAnew(ctx: Context, conversationId: string): Promise<void> {
  destroyParticipantKey(ctx, conversationId);
  while (await laySome(ctx, conversationId)) await ctx.giveWay();
}

async function laySome(ctx: Context, conversationId: string): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'Conversation', conversationId);
    const some = await ctx.prisma.participant.findMany({
      where: { conversationId, personKey: { not: null } },
      orderBy: { id: 'asc' },
      take: laidAtOnce,
      select: { id: true, areaId: true },
    });
    const anew = some.map(({ id, areaId }) => ({ old: id, areaId, id: newParticipantId() }));
    anew.sort((one, other) => (one.id < other.id ? -1 : 1));
    for (const { id, areaId, old } of anew) {
      await ctx.sql.run('INSERT INTO "Participant" ("id", "conversationId", "areaId") VALUES (?, ?, ?)', [
        id,
        conversationId,
        areaId,
      ]);
      await ctx.sql.run(
        `INSERT INTO "StatementAnswer" ("participantId", "statementId", "answer")
         SELECT ?, "statementId", "answer" FROM "StatementAnswer" WHERE "participantId" = ? ORDER BY "statementId"`,
        [id, old],
      );
    }
    await ctx.prisma.participant.deleteMany({ where: { id: { in: some.map(({ id }) => id) } } });
    return some.length > 0;
  });
}

/** From here on nothing joins a person with a statement; what waits in the queue about statements is settled. */
export async function forgetAuthors(tx: Transaction, conversationId: string, at: Date): Promise<void> {
  await tx.sql.run('UPDATE "Statement" SET "authorId" = NULL WHERE "conversationId" = ?', [conversationId]);
  const statements = await tx.prisma.statement.findMany({ where: { conversationId }, select: { id: true } });
  const subjectIds = statements.map(({ id }) => id);
  await closeQueueItems(tx, { subjectKind: 'statement', subjectIds });
  await forgetDecisionsTold(tx, conversationId, at);
}

/** The notices and mails by which authors were told of their statements name both: they go. */
async function forgetDecisionsTold(tx: Transaction, conversationId: string, at: Date): Promise<void> {
  const told = await forgetWhoIsTold(tx, {
    subjectKind: 'conversation',
    subjectId: conversationId,
    types: ['statement.accepted', 'statement.refused'],
  });
  await forgetNotices(tx, told, at);
}

const cleared = [
  'Participant',
  'StatementAnswer',
  'Statement',
  'Notification',
  'Mail',
  'OutboxJob',
  'Event',
] as const;

/**
 * Once conversations are over and laid anew: what deleted rows leave behind in log, free pages and dead rows is cleared
 * away, tried again at the next turn where others hold the database.
 */
export async function clearRemainsOfConversations(ctx: Context): Promise<void> {
  const over = await ctx.database.read.conversation.findMany({
    where: {
      state: { in: ['closed', 'cancelled'] },
      clearedAt: null,
      participants: { none: { personKey: { not: null } } },
    },
    select: { id: true },
    take: 100,
  });
  if (over.length === 0) return;
  // Once more: a notice that was being told while the conversation ended.
  await inTransaction(ctx, async (ctx) => {
    for (const { id } of over) await forgetDecisionsTold(ctx, id, ctx.clock.now());
  });
  if (!(await ctx.database.clearRemains(cleared))) return;
  const ids = over.map((conversation) => conversation.id);
  await inTransaction(ctx, (ctx) =>
    ctx.prisma.conversation.updateMany({ where: { id: { in: ids } }, data: { clearedAt: ctx.clock.now() } }),
  );
}
