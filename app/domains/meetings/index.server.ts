export { guestCalendarLines } from './seats/guest-calendar.query.server';
export { waitingDecisionsOfUs } from './minutes/waiting-decisions.query.server';
export { waitingSeatsOfUs } from './seats/waiting-seats.query.server';
