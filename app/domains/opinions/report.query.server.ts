import type { ReadContext } from '../context';
import { DomainError } from '../domain-error';
import { areaNames } from '../territory/index.server';
import { conversationColumns, wordsOf } from './conversation.query.server';
import { answersOf } from './pictures/draw-picture.server';
import type { Picture } from './rules/picture';
import { tookPart } from './rules/took-part';
import { statementsTable, votesTable } from './rules/files/write-opinion-files';
import { runInThread } from '~/platform/threads/run-in-thread.server';

async function closedConversation(ctx: ReadContext, id: string) {
  const conversation = await ctx.database.read.conversation.findUnique({
    where: { id },
    select: { ...conversationColumns, picture: { select: { picture: true } } },
  });
  if (conversation?.state !== 'closed' || !conversation.picture) throw new DomainError('not-found');
  return { ...conversation, picture: JSON.parse(conversation.picture.picture) as Picture };
}

const shownStatements = (ctx: ReadContext, conversationId: string) =>
  ctx.database.read.statement.findMany({
    where: { conversationId, state: 'shown' },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, body: true },
  });

/** The report of common ground of a closed conversation. Throws `not-found` before. */
export async function reportPage(ctx: ReadContext, id: string) {
  const { picture, ...conversation } = await closedConversation(ctx, id);
  const [statements, people] = await Promise.all([
    shownStatements(ctx, id),
    ctx.database.read.participant.groupBy({
      by: ['areaId'],
      where: { conversationId: id },
      _count: { _all: true },
    }),
  ]);
  const places = tookPart(people.map(({ areaId, _count }) => ({ areaId, people: _count._all })));
  const names = await areaNames(
    ctx,
    places.areas.map(({ areaId }) => areaId),
  );
  return {
    conversation,
    picture,
    words: wordsOf(statements),
    ids: Object.fromEntries(statements.map(({ id: statementId, number }) => [number, statementId])),
    places: { ...places, areas: places.areas.map((area) => ({ ...area, name: names[area.areaId] ?? '' })) },
  };
}

/** The answers of a closed conversation as a file, for whoever wants to count again. */
export async function votesFile(ctx: ReadContext, id: string): Promise<string> {
  await closedConversation(ctx, id);
  const given = { ...(await answersOf(ctx, id)), memory: null, final: true };
  return runInThread(
    'draw-picture',
    () => ({ task: 'votes', given }),
    () => votesTable(given),
  );
}

export async function statementsFile(ctx: ReadContext, id: string): Promise<string> {
  const [{ picture }, statements] = await Promise.all([
    closedConversation(ctx, id),
    shownStatements(ctx, id),
  ]);
  return statementsTable(picture.everyone, wordsOf(statements));
}
