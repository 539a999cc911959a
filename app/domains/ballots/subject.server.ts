import { z } from 'zod';
import type { SubjectServer } from '../define-subject.server';
import { ballotsOfProposal } from './ballot-list.query.server';
import { clearRemainsOfBallots } from './counting/clear-remains.server';
import { tellDueHelp } from './paper/counter-notes.server';
import { openAndCloseDueBallots } from './organising/due-ballots.server';
import { electorsOf } from './casting/electors.query.server';
import { followMerged } from './follow-merged.server';
import { heldInBallots } from './held.server';
import { remindElectors } from './casting/remind-electors.server';
import { openedBallots } from './opened-ballots.query.server';
import { waitingVotes } from './casting/waiting-votes.query.server';
import { waitingBallotDrafts } from './drafting/own-drafts.query.server';
import { removeOldRolls } from './roll/remove-rolls.server';
import { proposalsOfBallots } from './readable-options.server';
import { ballots } from './subject';
import { mayReadBallot, readableBallots } from './visibility';
import { within } from '~/platform/db/lists/area-scope';
import { publishedBallots } from './published-ballots.query.server';

const subjectIn = z.object({ subjectId: z.string() });

export const ballotsServer: SubjectServer = {
  subject: ballots,
  access: {
    ballot: {
      table: 'Ballot',
      listed: ({ database }, ids) =>
        database.read.ballot.findMany({
          where: { AND: readableBallots, id: { in: ids } },
          select: { id: true, title: true },
        }),
      ruled: async ({ database }, ids) => {
        const select = { id: true, state: true } as const;
        const rows = await database.read.ballot.findMany({ where: { id: { in: ids } }, select });
        return rows.filter((row) => mayReadBallot(row).allowed);
      },
    },
  },
  line: [
    {
      kind: 'ballot',
      step: 'decision',
      of: async (ctx, { kind, id }) => (kind === 'proposal' ? ballotsOfProposal(ctx, id) : []),
    },
  ],
  held: heldInBallots,
  waits: async (ctx) => [...(await waitingVotes(ctx)), ...(await waitingBallotDrafts(ctx))],
  weekly: openedBallots,
  audiences: { electors: electorsOf },
  // Who has a vote there was found by where people live, or will be.
  holdsAreas: [
    {
      name: 'ballots',
      count: ({ database }, areaId) =>
        database.read.ballot.count({
          where: { areaId: within(areaId), state: { notIn: ['closed', 'cancelled'] } },
        }),
    },
  ],
  jobs: (ctx) => ({
    'ballots.organisation-changed': (payload) => followMerged(ctx, subjectIn.parse(payload).subjectId),
  }),
  recurring: (ctx) => ({
    'ballots.due': { everySeconds: 3, isIrreversible: true, run: () => openAndCloseDueBallots(ctx) },
    'ballots.remains': { everySeconds: 60, run: () => clearRemainsOfBallots(ctx) },
    'ballots.counter': { everySeconds: 60, isIrreversible: true, run: () => tellDueHelp(ctx) },
    'ballots.rolls': { everySeconds: 3600, run: () => removeOldRolls(ctx) },
    'ballots.reminders': { everySeconds: 60, isIrreversible: true, run: () => remindElectors(ctx) },
  }),
  quotes: { ballot: { fields: ['accepted'], of: proposalsOfBallots } },
  published: [publishedBallots],
};
