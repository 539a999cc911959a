import type { ReadContext } from '../context';
import { within } from '~/platform/db/lists/area-scope';
import { listPage, newestFirst } from '~/platform/db/lists/list-page';

const pageSize = 20;

const cardColumns = {
  id: true,
  title: true,
  areaId: true,
  state: true,
  closesAt: true,
  participantCount: true,
  answerCount: true,
} as const;

export interface ConversationFilter {
  areaId?: string | undefined;
  state?: string | undefined;
  cursor?: string | undefined;
}

/** One page of conversations, the newest first. */
export async function listConversations(ctx: ReadContext, filter: ConversationFilter) {
  return listPage({ order: newestFirst, cursor: filter.cursor, size: pageSize }, ({ behind, ...page }) =>
    ctx.database.read.conversation.findMany({
      where: {
        AND: behind,
        ...(filter.state ? { state: filter.state } : {}),
        ...(filter.areaId ? { areaId: within(filter.areaId) } : {}),
      },
      ...page,
      select: cardColumns,
    }),
  );
}

export async function conversationsOfProposal(ctx: ReadContext, proposalId: string) {
  return ctx.database.read.conversation.findMany({
    where: { proposalId },
    orderBy: { id: 'asc' },
    select: { id: true, title: true, state: true },
  });
}

/** From which statement of which conversation a proposal was made; null where it was not. */
export async function originOf(ctx: ReadContext, statementId: string | null) {
  if (!statementId) return null;
  const statement = await ctx.database.read.statement.findUnique({
    where: { id: statementId },
    select: {
      id: true,
      body: true,
      state: true,
      conversation: { select: { id: true, title: true, areaId: true, state: true } },
    },
  });
  if (statement?.state !== 'shown' || statement.conversation.state !== 'closed') return null;
  const { id, title, areaId } = statement.conversation;
  return { statementId: statement.id, statement: statement.body, conversationId: id, title, areaId };
}
