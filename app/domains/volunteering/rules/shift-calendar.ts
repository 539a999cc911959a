import { escapeText, icalStamp, writeCalendarFile } from '~/lib/time/icalendar';

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
    `DTSTAMP:${icalStamp(event.changedAt)}`,
    `LAST-MODIFIED:${icalStamp(event.changedAt)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART:${icalStamp(event.startsAt)}`,
    ...(event.endsAt > event.startsAt ? [`DTEND:${icalStamp(event.endsAt)}`] : []),
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
  return writeCalendarFile(
    { product: 'Volunteering', method: 'PUBLISH', name: facts.name },
    facts.events.flatMap((event) => eventLines(event, facts.host)),
  );
}
