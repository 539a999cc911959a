import { official, officials, stays } from '../held-on-persons';
import type { HeldOnPersons } from '../held-on-persons';

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
  },
};
