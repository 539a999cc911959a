export {
  agreementPage,
  agreementsOfProposal,
  obligationCard,
  obligationCards,
} from './agreement.query.server';
export { linkableObligations } from './linkable-obligations.query.server';
export { readableAgreements } from './visibility';
