export { opportunityCards } from './opportunity-list.query.server';
