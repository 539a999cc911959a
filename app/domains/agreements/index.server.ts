export { agreementPage, agreementsOfProposal, obligationCard } from './agreement.query.server';
