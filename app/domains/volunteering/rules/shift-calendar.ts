import { calendarLines, escapeText, instantStamp } from '~/lib/icalendar/write-calendar';

export interface ShiftEvent {
  id: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  place: string;
  words: string;
  url: string;
  /** Counts up with each change: programs apply the one with the higher number. */
  sequence: number;
  changedAt: Date;
  cancelled: boolean;
}

function eventLines(event: ShiftEvent, host: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:shift-${event.id}@${host}`,
    `DTSTAMP:${instantStamp(event.changedAt)}`,
    `LAST-MODIFIED:${instantStamp(event.changedAt)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART:${instantStamp(event.startsAt)}`,
    ...(event.endsAt > event.startsAt ? [`DTEND:${instantStamp(event.endsAt)}`] : []),
    `SUMMARY:${escapeText(event.title)}`,
    ...(event.place === '' ? [] : [`LOCATION:${escapeText(event.place)}`]),
    ...(event.words === '' ? [] : [`DESCRIPTION:${escapeText(event.words)}`]),
    `URL:${event.url}`,
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ];
}

/** Shifts as a calendar by RFC 5545: one event each, instants in UTC; what was called off stays, as cancelled. */
export function writeShiftCalendar(facts: {
  name: string;
  host: string;
  events: readonly ShiftEvent[];
}): string {
  return calendarLines({
    name: facts.name,
    program: 'Volunteering',
    components: facts.events.flatMap((event) => eventLines(event, facts.host)),
  });
}
