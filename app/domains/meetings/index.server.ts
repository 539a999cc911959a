export { guestCalendarLines } from './seats/guest-calendar.query.server';
export { waitingSeatsOfUs } from './seats/waiting-seats.query.server';
