export { opportunityCards } from './opportunity-list.query.server';
export { hoursByArea } from './points/hours-by-area.query.server';
