import { official, officials, stays, treated } from '../held-on-persons';
import type { HeldOnPersons } from '../held-on-persons';
import { ownLines, partErased } from './roll/held.server';

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
    Elector: { personId: recorded },
    ListedElector: { email: { ...stays('the list is the organiser’s'), by: 'email' } },
    BallotPaper: { personId: choice },
    CountedPaper: { personId: choice },
    PaperSheet: officials('firstBy', 'secondBy', 'settledBy'),
    RollLine: {
      personId: {
        ...treated('taken off rolls that are not frozen; the line stays the organiser’s until it is removed'),
        exported: 'given out opened, under rollLines',
      },
      ...officials('joinedBy', 'addedBy', 'struckBy', 'confirmedBy'),
    },
  },
  secret: ['sealedPerson', 'identityKey', 'householdKey'],
  exportMore: ownLines,
  erase: partErased,
};
