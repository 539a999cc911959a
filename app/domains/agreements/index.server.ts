export { obligationCard, obligationCards } from './agreement.query.server';
export { linkableObligations } from './linkable-obligations.query.server';
