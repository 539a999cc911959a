export { agreementOfDecision } from './agreement-of-decision.server';
export { obligationCard, obligationCards } from './agreement.query.server';
export { linkableObligations } from './linkable-obligations.query.server';
