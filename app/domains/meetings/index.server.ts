export { guestCalendarLines } from './guest-calendar.query.server';
