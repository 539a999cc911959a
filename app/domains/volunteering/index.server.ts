export { listOpportunities } from './volunteering.query.server';
