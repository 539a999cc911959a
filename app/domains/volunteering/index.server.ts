export { opportunityCards } from './activities/opportunity-list.query.server';
export { volunteersFit } from './places/volunteers-fit.query.server';
export { hoursByArea, volunteersWithin } from './points/hours-by-area.query.server';
export { certificateText } from './certificates/certificate-content.server';
export { claimCodeText } from './rewards/load-reward.server';
