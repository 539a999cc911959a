import { gone, official, officials, stays, treated } from '../held-on-persons';
import type { HeldOnPersons } from '../held-on-persons';
import { endEntrustings } from './entrusting/entrust-vote.server';
import { ownLines, partErased } from './roll/held.server';
import { exportedDrafts } from './drafting/held.server';
import { kept } from '../held-terms';

const recorded = stays(
  'the roll and the papers of a ballot are not changed after its opening, or nobody could check it',
);
const choice = {
  ...recorded,
  exported: 'who voted what is not given out: the ballot’s page finds the own paper',
};

export const heldInBallots: HeldOnPersons = {
  models: {
    Ballot: { createdBy: official },
    BallotDraft: { createdBy: { ...gone, exported: { under: 'ballotDrafts' } } },
    Elector: { personId: recorded },
    ListedElector: { email: { ...stays('the list is the organiser’s'), by: 'email' } },
    BallotPaper: { personId: choice },
    CountedPaper: { personId: choice },
    EntrustedVote: {
      fromPersonId: treated('taken back in ballots that are not over; of others it stays with the id alone'),
      toPersonId: treated('given back in ballots that are not over; of others it stays with the id alone'),
    },
    PaperSheet: officials('firstBy', 'secondBy', 'settledBy'),
    RollLine: {
      personId: {
        ...treated('taken off rolls that are not frozen; the line stays the organiser’s until it is removed'),
        exported: 'given out opened, under rollLines',
      },
      ...officials('joinedBy', 'addedBy', 'struckBy', 'confirmedBy'),
    },
  },
  terms: {
    BallotDraft: kept.days(180, 'updatedAt'),
    BallotPaper: kept.untilDone('the count takes the voter from the paper'),
    CountedPaper: kept.untilDone('the job that takes voters from counted papers'),
    Elector: kept.matter,
    EntrustedVote: kept.matter,
    ListedElector: kept.matter,
    RollLine: kept.matter,
  },
  secret: ['code', 'currentKey', 'sealedPerson', 'identityKey', 'householdKey', 'sealedFields'],
  exportMore: async (ctx, person) => ({
    ...(await ownLines(ctx, person)),
    ...(await exportedDrafts(ctx, person)),
  }),
  erase: async (ctx, person) => {
    await partErased(ctx, person);
    await endEntrustings(ctx, person.id);
  },
};
