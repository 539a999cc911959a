export { listOpportunities, opportunitiesOfProposal } from './volunteering.query.server';
