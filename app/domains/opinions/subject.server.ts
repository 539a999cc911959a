import { openToAll } from '../define-subject.server';
import type { KindAccess, SubjectServer } from '../define-subject.server';
import { conversationsOfProposal } from './conversation-list.query.server';
import { decideStatement } from './statements/decide-statement.server';
import { drawConversation } from './pictures/draw-picture.server';
import { endDueConversations } from './end-conversation.server';
import { clearRemainsOfConversations } from './forget-who.server';
import { heldInOpinions } from './held.server';
import { mayReadStatement } from './policy';
import { opinions } from './subject';
import { readableStatements } from './visibility';
import { publishedConversations, publishedStatements } from './published-conversations.query.server';

const statement: KindAccess = {
  table: 'Statement',
  listed: async ({ database, actor }, ids) => {
    const where = { AND: readableStatements(actor), id: { in: ids } };
    const rows = await database.read.statement.findMany({ where, select: { id: true } });
    return rows.map(({ id }) => ({ id, title: null }));
  },
  ruled: async ({ database, actor }, ids) => {
    const include = { conversation: { select: { areaId: true } } } as const;
    const rows = await database.read.statement.findMany({ where: { id: { in: ids } }, include });
    return rows.filter((row) => mayReadStatement(actor, { ...row, ...row.conversation }).allowed);
  },
};

export const opinionsServer: SubjectServer = {
  subject: opinions,
  access: {
    conversation: openToAll('Conversation', ({ database }, ids) =>
      database.read.conversation.findMany({ where: { id: { in: ids } }, select: { id: true, title: true } }),
    ),
    statement,
  },
  held: heldInOpinions,
  jobs: (ctx) => ({ 'opinions.draw': (payload) => drawConversation(ctx, payload) }),
  recurring: (ctx) => ({
    'conversations.due': { everySeconds: 5, isIrreversible: true, run: () => endDueConversations(ctx) },
    'conversations.remains': { everySeconds: 60, run: () => clearRemainsOfConversations(ctx) },
  }),
  line: [
    {
      kind: 'conversation',
      step: 'deliberation',
      of: async (ctx, { kind, id }) => (kind === 'proposal' ? conversationsOfProposal(ctx, id) : []),
    },
  ],
  queue: {
    statement: {
      decide: (ctx, { subjectId: statementId }, { approve: accept, reason }) =>
        decideStatement(ctx, { statementId, accept, reason }),
    },
  },
  published: [publishedConversations, publishedStatements],
};
