export { agreementOfDecision } from './drafting/agreement-of-decision.server';
export { agreementsInForce, obligationOfDecision } from './drafting/obligation-of-decision.server';
export { promisesByArea } from './living/promises-by-area.query.server';
export { subsidiesByArea } from './living/subsidies.query.server';
export { waitingForUs } from './waiting/waiting-for-us.query.server';
