export { opportunitiesOfProposal } from './volunteering.query.server';
