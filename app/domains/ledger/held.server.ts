import { stays } from '../held-on-persons';
import type { HeldOnPersons } from '../held-on-persons';
import { kept } from '../held-terms';

export const heldInLedger: HeldOnPersons = {
  models: {
    Event: { actorPersonId: stays('the record of what happened is never changed but for names in it') },
  },
  terms: {
    Event: kept.matter,
  },
  // May name others, and what only those concerned may read.
  secret: ['privateData'],
};
