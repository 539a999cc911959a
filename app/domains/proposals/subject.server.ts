import type { SubjectServer } from '../define-subject.server';
import { watchDeadlines } from './along-the-line.server';
import { answerProposal } from './answer-proposal.server';
import { comparedProposals } from './lists/compared-proposals.query.server';
import { heldInProposals } from './held.server';
import { decideReportedProposal } from './hide-proposal.server';
import { indexedProposals } from './lists/indexed-proposals.query.server';
import { ownProposalMatters, waitingDrafts } from './lists/own-proposals.query.server';
import { mayReadProposal } from './policy';
import { placedProposals } from './lists/placed-proposals.query.server';
import { searchProposals } from './lists/search-proposals.query.server';
import { proposals } from './subject';
import { takenUpProposals } from './lists/taken-up-proposal.server';
import { proposalFactColumns, readableProposals } from './visibility';
import { publishedProposals } from './lists/published-proposals.query.server';

export const proposalsServer: SubjectServer = {
  subject: proposals,
  access: {
    proposal: {
      table: 'Proposal',
      listed: ({ database, actor }, ids) =>
        database.read.proposal.findMany({
          where: { AND: readableProposals(actor), id: { in: ids } },
          select: { id: true, title: true },
        }),
      ruled: async ({ database, actor }, ids) => {
        const where = { id: { in: ids } };
        const rows = await database.read.proposal.findMany({ where, select: proposalFactColumns });
        return rows.filter((row) => mayReadProposal(actor, row).allowed);
      },
    },
  },
  held: heldInProposals,
  waits: waitingDrafts,
  own: ownProposalMatters,
  recurring: (ctx) => ({
    'proposals.deadlines': { everySeconds: 300, isIrreversible: true, run: () => watchDeadlines(ctx) },
  }),
  queue: {
    'threshold-reached': {
      decide: (ctx, { subjectId }, { approve, reason }) =>
        answerProposal(ctx, subjectId, { decision: approve ? 'adopt' : 'decline', answer: reason }),
    },
  },
  versions: {
    proposal: async (ctx, ids) => {
      const where = { id: { in: [...ids] } };
      const rows = await ctx.database.read.proposal.findMany({ where, select: { id: true, version: true } });
      return new Map(rows.map(({ id, version }) => [id, version]));
    },
  },
  reports: {
    proposal: (ctx, proposalId, decision) => decideReportedProposal(ctx, { proposalId, ...decision }),
  },
  takenUp: { proposal: takenUpProposals },
  compared: { proposal: comparedProposals },
  indexed: { proposal: indexedProposals },
  placed: { proposal: placedProposals },
  search: { proposal: searchProposals },
  published: [publishedProposals],
};
