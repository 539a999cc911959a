export { guestCalendarLines } from './seats/guest-calendar.query.server';
