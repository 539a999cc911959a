import { official, officials, stays } from '../held-on-persons';
import type { HeldOnPersons } from '../held-on-persons';
import { kept } from '../held-terms';

const contract = stays('who signed a contract for whom is part of it');
const negotiated = stays(
  'what was said in the name of a party while a contract was made is part of its record',
);

export const heldInAgreements: HeldOnPersons = {
  models: {
    Agreement: { createdBy: official },
    AgreementParty: {
      signatoryId: contract,
      signatoryName: { ...contract, exported: 'stands in the rows found by signatoryId' },
    },
    AgreementAct: { personId: contract },
    AgreementAssent: { personId: contract },
    AgreementVersion: { personId: negotiated },
    ClauseNote: { personId: negotiated, ...officials('decidedBy') },
    ClauseNoteAssent: { personId: negotiated },
    Obligation: officials('reportedBy', 'acceptedBy', 'releasedBy', 'writtenOffBy'),
  },
  terms: {
    AgreementParty: kept.matter,
    AgreementAct: kept.matter,
    AgreementAssent: kept.matter,
    AgreementVersion: kept.matter,
    ClauseNote: kept.matter,
    ClauseNoteAssent: kept.matter,
  },
};
