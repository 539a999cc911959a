import type { ReadContext } from '../context';
import { DomainError } from '../domain-error';
import { participantKeyOf } from './participant-keys.server';
import type { ParticipantKey } from './participant-keys.server';
import { isOpen, mayLeadConversation, mayTakePart } from './policy';
import type { Answer } from './schema';
import { mapOf } from './rules/picture';
import type { Picture } from './rules/picture';
import { drawStatement } from './rules/statement-priority';
import { deny } from '~/lib/decision';
import { pooledRandom } from '~/platform/pooled-random';

const answerNames: Record<number, Answer> = { 1: 'agree', [-1]: 'disagree', 0: 'pass' };

const statementColumns = { id: true, number: true, body: true, state: true } as const;

/** What pages show of a conversation; who opened it stands in the history. */
export const conversationColumns = {
  id: true,
  title: true,
  bodyHtml: true,
  areaId: true,
  proposalId: true,
  state: true,
  closesAt: true,
  closedAt: true,
  reason: true,
  participantCount: true,
  answerCount: true,
} as const;

async function findConversation(ctx: ReadContext, id: string) {
  const conversation = await ctx.database.read.conversation.findUnique({
    where: { id },
    select: { ...conversationColumns, keyCheck: true, picture: { select: { picture: true } } },
  });
  if (!conversation) throw new DomainError('not-found');
  const { picture, keyCheck, ...columns } = conversation;
  const now = ctx.clock.now();
  const key = participantKeyOf(ctx, { id, keyCheck });
  const isOver = !isOpen(conversation, now);
  return {
    conversation: columns,
    key,
    picture: picture ? (JSON.parse(picture.picture) as Picture) : null,
    open: !isOver,
    may: {
      takePart: key || isOver ? mayTakePart(ctx.actor, conversation, now) : deny('opinions.key-lost'),
      lead: mayLeadConversation(ctx.actor, conversation).allowed,
    },
  };
}

/** What the actor answered so far, by statement; nothing once the conversation is over. */
async function ownAnswers(
  ctx: ReadContext,
  conversationId: string,
  key: ParticipantKey | null,
): Promise<Map<string, Answer>> {
  if (ctx.actor.kind !== 'person' || !key) return new Map();
  const personKey = key(ctx.actor.personId);
  const rows = await ctx.database.read.statementAnswer.findMany({
    where: { participant: { conversationId, personKey } },
    select: { statementId: true, answer: true },
  });
  return new Map(
    rows.flatMap(({ statementId, answer }) => {
      const name = answerNames[answer];
      return name ? [[statementId, name] as const] : [];
    }),
  );
}

const chance = () => pooledRandom(4).readUInt32BE() / 2 ** 32;

/**
 * The page on which one answers card by card: the next statement, drawn by priority, or the one asked for by number,
 * and how far one has come.
 */
export async function conversationPage(ctx: ReadContext, id: string, asked?: number) {
  const found = await findConversation(ctx, id);
  const [statements, answers] = await Promise.all([
    ctx.database.read.statement.findMany({
      where: { conversationId: id, state: 'shown' },
      orderBy: { number: 'asc' },
      select: statementColumns,
    }),
    ownAnswers(ctx, id, found.key),
  ]);
  const waiting = found.may.lead
    ? await ctx.database.read.statement.count({ where: { conversationId: id, state: 'waiting' } })
    : 0;
  const priorities = new Map(
    (found.picture?.priorities ?? []).map(([number, priority]) => [String(number), priority]),
  );
  const unanswered = statements.filter((statement) => !answers.has(statement.id));
  const numbers = unanswered.map(({ number }) => String(number));
  const drawn = found.open ? drawStatement(numbers, priorities, chance()) : null;
  const next =
    statements.find(({ number }) => number === asked) ??
    statements.find(({ number }) => String(number) === drawn) ??
    null;
  const { conversation, picture, open, may } = found;
  return {
    ...{ conversation, open, may },
    map: picture && mapOf(picture),
    next: next ? { ...next, own: answers.get(next.id) ?? null } : null,
    answered: statements.length - unanswered.length,
    total: statements.length,
    waiting,
  };
}

/** Every statement with one's own answer; for who leads also those that wait or were refused. */
export async function statementsPage(ctx: ReadContext, id: string) {
  const { conversation, open, may, key } = await findConversation(ctx, id);
  const personId = ctx.actor.kind === 'person' ? ctx.actor.personId : '';
  const [statements, answers] = await Promise.all([
    ctx.database.read.statement.findMany({
      where: {
        conversationId: id,
        ...(may.lead ? {} : { OR: [{ state: 'shown' }, { authorId: personId }] }),
      },
      orderBy: { number: 'desc' },
      select: { ...statementColumns, reason: true, authorId: true },
    }),
    ownAnswers(ctx, id, key),
  ]);
  return {
    conversation,
    open,
    may,
    statements: statements.map(({ authorId, ...statement }) => ({
      ...statement,
      mine: authorId !== null && authorId === personId,
      own: answers.get(statement.id) ?? null,
    })),
  };
}

/** The conversation in which a statement stands. Throws `not-found`. */
export async function conversationOfStatement(ctx: ReadContext, statementId: string) {
  const statement = await ctx.database.read.statement.findUnique({
    where: { id: statementId },
    select: { conversationId: true, number: true },
  });
  if (!statement) throw new DomainError('not-found');
  return statement;
}

export function wordsOf(statements: readonly { number: number; body: string }[]): Record<number, string> {
  return Object.fromEntries(statements.map(({ number, body }) => [number, body]));
}
