import { escapeText, icalStamp, writeCalendarFile } from '~/lib/time/icalendar';

export interface CalendarEntry {
  id: string;
  title: string;
  at: Date;
  url: string;
  words: string;
}

export interface CalendarFacts {
  name: string;
  host: string;
  now: Date;
  entries: readonly CalendarEntry[];
}

/** Without an end: an entry ends when it begins, and an end that is no later is against RFC 5545, 3.8.2.2. */
function eventLines(entry: CalendarEntry, { host, now }: CalendarFacts): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${entry.id}@${host}`,
    `DTSTAMP:${icalStamp(now)}`,
    `DTSTART:${icalStamp(entry.at)}`,
    `SUMMARY:${escapeText(entry.title)}`,
    `DESCRIPTION:${escapeText(entry.words)}`,
    `URL:${entry.url}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-P1D',
    `DESCRIPTION:${escapeText(entry.title)}`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

/** A calendar by RFC 5545, with a reminder a day before each entry, and further components as they are given. */
export function writeCalendar(facts: CalendarFacts, more: readonly string[] = []): string {
  const entries = facts.entries.flatMap((entry) => eventLines(entry, facts));
  return writeCalendarFile({ product: 'Work orders', method: 'PUBLISH', name: facts.name }, [
    ...entries,
    ...more,
  ]);
}
