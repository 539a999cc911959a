const longestLine = 75;

/** Text as RFC 5545, 3.3.11 writes it. */
export function escapeText(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(/\r\n?|\n/g, '\\n')
    .replaceAll(/[;,]/g, (character) => `\\${character}`);
}

/** Octets of a character in UTF-8: an encoder asked for each of them took most of the time of a calendar. */
function octetsOf(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}

/** Lines of at most 75 octets, never cut within a character; the rest goes on after a space. */
export function foldLine(line: string): string {
  // A unit of UTF-16 takes three octets at most.
  if (line.length * 3 <= longestLine) return line;
  const parts: string[] = [];
  let [from, at, octets] = [0, 0, 0];
  while (at < line.length) {
    const point = line.codePointAt(at) ?? 0;
    const size = octetsOf(point);
    if (octets + size > longestLine) {
      parts.push(line.slice(from, at));
      // The space before what goes on counts.
      [from, octets] = [at, 1];
    }
    octets += size;
    at += point >= 0x10000 ? 2 : 1;
  }
  return [...parts, line.slice(from)].join('\r\n ');
}

/** An instant in UTC as RFC 5545, 3.3.5 writes it. */
export const icalStamp = (instant: Date) => instant.toISOString().replaceAll(/[-:]|\.\d+/g, '');

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

export interface CalendarHead {
  product: string;
  /** PUBLISH, or CANCEL where all that it holds is called off (RFC 5546, 3.2). */
  method: 'PUBLISH' | 'CANCEL';
  /** As programs show it in their list of calendars. */
  name?: string;
}

/** A calendar around the lines of its components. */
export function writeCalendarFile({ product, method, name }: CalendarHead, components: readonly string[]) {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Gongzhi//${product}//ZH`,
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...(name === undefined
      ? []
      : [`X-WR-CALNAME:${escapeText(name)}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT1H']),
    ...(components.length === 0 ? onlyZone : components),
    'END:VCALENDAR',
  ];
  return `${lines.map(foldLine).join('\r\n')}\r\n`;
}
