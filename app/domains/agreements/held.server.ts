import { official, stays } from '../held-on-persons';
import type { HeldOnPersons } from '../held-on-persons';

const contract = stays('who signed a contract for whom is part of it');

export const heldInAgreements: HeldOnPersons = {
  models: {
    Agreement: { createdBy: official },
    AgreementParty: {
      signatoryId: contract,
      signatoryName: { ...contract, exported: 'stands in the rows found by signatoryId' },
    },
  },
};
