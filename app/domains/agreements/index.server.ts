export { agreementOfDecision } from './drafting/agreement-of-decision.server';
