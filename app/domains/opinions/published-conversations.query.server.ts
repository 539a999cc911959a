import { z } from 'zod';
import { askedOf, definePublished, instant, known, readableIds } from '../define-published.server';
import { conversationLifecycle } from './lifecycle';
import { readableStatements } from './visibility';
import { paths } from '~/paths';
import type { Prisma } from '~/platform/db/database.server';
import { listPage, newestFirst } from '~/platform/db/lists/list-page';

const { states } = conversationLifecycle;

/** Conversations, with how many took part. */
export const publishedConversations = definePublished({
  ...{ name: 'conversations', kind: 'conversation', states, time: 'openedAt' },
  shape: {
    title: z.string(),
    body: z.string(),
    areaId: z.string(),
    proposalId: z.string().nullable(),
    state: known(states),
    openedAt: instant,
    closesAt: instant,
    closedAt: instant.nullable(),
    participantCount: z.int(),
    answerCount: z.int(),
  },
  rows: async (ctx, asked) => {
    const { items, next } = await listPage(
      { order: newestFirst, cursor: asked.cursor, size: asked.size },
      ({ behind, ...page }) =>
        ctx.database.read.conversation.findMany({
          where: { AND: [askedOf(asked, 'openedAt'), behind] },
          ...page,
          select: {
            ...{ id: true, title: true, body: true, areaId: true, proposalId: true, state: true },
            ...{ openedAt: true, closesAt: true, closedAt: true },
            ...{ participantCount: true, answerCount: true },
          },
        }),
    );
    const readable = await readableIds(
      ctx,
      'proposal',
      items.map(({ proposalId }) => proposalId),
    );
    return { next, items: items.map((row) => ({ ...row, proposalId: readable(row.proposalId) })) };
  },
});

/** A statement as it is called outside: its own id would tell to the millisecond when somebody wrote it. */
const outsideId = ({ conversationId, number }: StatementPlace) => `${conversationId}-${number}`;

interface StatementPlace {
  conversationId: string;
  number: number;
}

/** The statement that is called so; null for what is no such name. */
function placeOf(id: string): StatementPlace | null {
  const [, conversationId = '', number = ''] = /^(.+)-([1-9]\d{0,8})$/.exec(id) ?? [];
  return conversationId === '' ? null : { conversationId, number: Number(number) };
}

/** Those behind a place, the newest conversation first and of each the newest statement. */
function behind(cursor: string | undefined): Prisma.StatementWhereInput {
  const place = cursor === undefined ? null : placeOf(cursor);
  if (!place) return {};
  const { conversationId, number } = place;
  return { OR: [{ conversationId: { lt: conversationId } }, { conversationId, number: { lt: number } }] };
}

/** The statements that are shown, without who wrote them and when. */
export const publishedStatements = definePublished({
  ...{ name: 'statements', kind: 'statement' },
  shape: { conversationId: z.string(), areaId: z.string(), number: z.int(), body: z.string() },
  pathOf: ({ conversationId, number }) =>
    `${paths.conversationStatements(String(conversationId))}#s-${String(number)}`,
  rows: async (ctx, { id, areaId, cursor, size }) => {
    const { areaId: area } = askedOf({ areaId, size });
    const one = id === undefined ? {} : placeOf(id);
    if (one === null) return { items: [], next: null };
    const rows = await ctx.database.read.statement.findMany({
      where: {
        AND: [readableStatements({ kind: 'visitor' }), behind(cursor), one],
        ...(area && { conversation: { areaId: area } }),
      },
      orderBy: [{ conversationId: 'desc' }, { number: 'desc' }],
      take: size + 1,
      select: {
        ...{ conversationId: true, number: true, body: true },
        conversation: { select: { areaId: true } },
      },
    });
    const items = rows
      .slice(0, size)
      .map((row) => ({ ...row, id: outsideId(row), areaId: row.conversation.areaId }));
    return { items, next: rows.length > size ? (items.at(-1)?.id ?? null) : null };
  },
});
