export { agreementOfDecision } from './drafting/agreement-of-decision.server';
export { agreementsInForce, obligationOfDecision } from './drafting/obligation-of-decision.server';
