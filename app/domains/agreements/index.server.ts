export { agreementsOfProposal, obligationCard } from './agreement.query.server';
