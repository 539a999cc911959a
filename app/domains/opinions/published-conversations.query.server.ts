import { z } from 'zod';
import { askedOf, definePublished, instant, known, readableIds } from '../define-published.server';
import { conversationLifecycle } from './lifecycle';
import { readableStatements } from './visibility';
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

/** The statements that are shown, without who wrote them and when. */
export const publishedStatements = definePublished({
  ...{ name: 'statements', kind: 'statement' },
  shape: { conversationId: z.string(), areaId: z.string(), number: z.int(), body: z.string() },
  rows: async (ctx, { id, areaId, cursor, size }) => {
    const { areaId: area } = askedOf({ areaId, size });
    const { items, next } = await listPage({ order: newestFirst, cursor, size }, ({ behind, ...page }) =>
      ctx.database.read.statement.findMany({
        where: {
          AND: [readableStatements({ kind: 'visitor' }), behind, id === undefined ? {} : { id }],
          ...(area && { conversation: { areaId: area } }),
        },
        ...page,
        select: {
          ...{ id: true, conversationId: true, number: true, body: true },
          conversation: { select: { areaId: true } },
        },
      }),
    );
    return { next, items: items.map((row) => ({ ...row, areaId: row.conversation.areaId })) };
  },
});
