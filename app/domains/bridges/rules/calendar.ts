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

const longestLine = 75;

/** Text as RFC 5545 writes it. */
export function escapeText(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(/\r\n?|\n/g, '\\n')
    .replaceAll(/[;,]/g, (character) => `\\${character}`);
}

/** Lines of at most 75 octets, never cut within a character; the rest goes on after a space. */
export function foldLine(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > longestLine) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

const stamp = (instant: Date) => `${instant.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`;

/** A calendar holds one component at least (RFC 5545, 3.4): where there is no entry, the zone of its instants. */
const onlyZone = [
  'BEGIN:VTIMEZONE',
  'TZID:Etc/UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/** Without an end: an entry ends when it begins, and an end that is no later is against RFC 5545, 3.8.2.2. */
function eventLines(entry: CalendarEntry, { host, now }: CalendarFacts): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${entry.id}@${host}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(entry.at)}`,
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

/** A calendar by RFC 5545, with a reminder a day before each entry. */
export function writeCalendar(facts: CalendarFacts): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gongzhi//Work orders//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(facts.name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...(facts.entries.length === 0 ? onlyZone : facts.entries.flatMap((entry) => eventLines(entry, facts))),
    'END:VCALENDAR',
  ];
  return `${lines.map(foldLine).join('\r\n')}\r\n`;
}
