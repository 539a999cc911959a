/**
 * The date formats of GeoReport v2: the W3C subset of ISO 8601, with a zone and seconds. Milliseconds are
 * accepted and never written, since clients in use take them for a fault.
 */
export function writeDate(instant: Date): string {
  return instant.toISOString().replace(/\.\d+Z$/, 'Z');
}

// A plus sign that a client did not escape in an address arrives as a space.
const form = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|([+ -])(\d{2}):?(\d{2}))$/i;

/** The instant, to the second; null where the text is no date with a zone, or names a day that is none. */
export function readDate(text: string): Date | null {
  const match = form.exec(text.trim());
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
  const [, , , , , , , sign, hours = '0', minutes = '0'] = match;
  const wall = new Date(0);
  wall.setUTCFullYear(year ?? 0, (month ?? 1) - 1, day);
  wall.setUTCHours(hour ?? 0, minute, second);
  const isThatDay = wall.getUTCMonth() + 1 === month && wall.getUTCDate() === day;
  if (!isThatDay || (hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return null;
  const [offsetHours, offsetMinutes] = [Number(hours), Number(minutes)];
  if (offsetHours > 14 || offsetMinutes > 59) return null;
  const offset = (offsetHours * 60 + offsetMinutes) * 60_000 * (sign === '-' ? -1 : 1);
  return new Date(wall.getTime() - offset);
}
