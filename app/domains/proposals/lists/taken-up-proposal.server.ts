import type { ReadContext, TransactionContext } from '../../context';
import type { TakenUp } from '../../taken-up';
import {
  leaveRefusedOrders,
  markProposalDone,
  markProposalEvaluated,
  reopenProposal,
  startImplementation,
} from '../along-the-line.server';
import { proposalPage } from '../proposal-page.query.server';
import { linkableProposals } from './linkable-proposals.query.server';
import { mayReadProposal } from '../policy';
import type { ProposalFacts } from '../policy';
import { proposalFactColumns, publicProposals, readableProposals } from '../visibility';

const eachBy =
  (move: (ctx: TransactionContext, id: string) => Promise<void>) =>
  async (ctx: TransactionContext, ids: readonly string[]): Promise<void> => {
    for (const id of ids) await move(ctx, id);
  };

const pageOf = (id: string) => ({ kind: 'proposal', id });

const wordColumns = {
  ...proposalFactColumns,
  body: true,
  category: true,
  latitude: true,
  longitude: true,
  place: true,
} as const;

/** How work orders take proposals up. */
export const takenUpProposals: TakenUp<ReadContext, TransactionContext> = {
  linkable: async (ctx, asked) =>
    (await linkableProposals(ctx, asked)).map((row) => ({ ...row, page: pageOf(row.id) })),
  cards: async ({ database }, ids) => {
    const where = { id: { in: [...ids] } };
    const rows = await database.read.proposal.findMany({ where, select: proposalFactColumns });
    return rows.map((row) => ({
      ...{ id: row.id, title: row.title, areaId: row.areaId, askedBy: row.authorId, page: pageOf(row.id) },
      reads: (actor) => mayReadProposal(actor, row),
    }));
  },
  words: async ({ database }, id) => {
    const row = await database.read.proposal.findUnique({ where: { id }, select: wordColumns });
    return row && { ...row, reads: (actor) => mayReadProposal(actor, row) };
  },
  askerOf: async (ctx, id) => (await proposalPage(ctx, id)).authorName,
  begin: (ctx, { id, workOrderId }) => startImplementation(ctx, { proposalId: id, workOrderId }),
  places: ({ database }, ids) =>
    database.read.proposal.findMany({
      where: { id: { in: [...ids] }, latitude: { not: null } },
      select: { id: true, latitude: true, longitude: true },
    }),
  closing: {
    table: 'Proposal',
    relation: 'wordsOfProposal',
    open: publicProposals,
    readable: readableProposals,
    facts: proposalFactColumns,
    reads: (actor, row) => mayReadProposal(actor, row as ProposalFacts).allowed,
  },
  follows: {
    table: 'Proposal',
    statesOf: ({ database }, ids) =>
      database.read.proposal.findMany({ where: { id: { in: [...ids] } }, select: { id: true, state: true } }),
    stages: { implementing: 'working', done: 'done', evaluated: 'evaluated' },
    moves: {
      finish: eachBy(markProposalDone),
      evaluate: eachBy(markProposalEvaluated),
      reopen: eachBy(reopenProposal),
    },
    loseOrders: leaveRefusedOrders,
  },
};
