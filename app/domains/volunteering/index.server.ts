export { listOpportunities } from './opportunity-list.query.server';
