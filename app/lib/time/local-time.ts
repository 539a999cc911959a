import { dateFormat, partsOf } from '../formats';

/** What a `datetime-local` input sends: a clock on the wall, without a zone. */
export const wallClockPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;

const clock: Intl.DateTimeFormatOptions = {
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
};

function offsetMilliseconds(instant: Date, timeZone: string): number {
  const of = partsOf(dateFormat('en-US', { ...clock, timeZone }), instant);
  const part = (type: string) => Number(of(type));
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(instant.getTime() / 1000) * 1000;
}

/** What the clock on the wall of the zone shows at the instant, as `2026-11-24T14:30:00`. */
export function wallClockOf(instant: Date, timeZone: string): string {
  const wall = new Date(instant.getTime() + offsetMilliseconds(instant, timeZone));
  return wall.toISOString().slice(0, 19);
}

/**
 * The instant at which the clock on the wall of the zone shows the text, as ISO 8601 with `Z`. Where clocks
 * are turned and the text names two instants or none, the earlier offset counts. Any other text is answered as it is.
 */
export function instantText(text: string, timeZone: string): string {
  if (!wallClockPattern.test(text)) return text;
  const asUtc = new Date(`${text}Z`);
  // A day or hour that there is not would become another one: it stays as it is, and the schema refuses it.
  if (Number.isNaN(asUtc.getTime()) || !asUtc.toISOString().startsWith(text)) return text;
  const guess = new Date(asUtc.getTime() - offsetMilliseconds(asUtc, timeZone));
  return new Date(asUtc.getTime() - offsetMilliseconds(guess, timeZone)).toISOString();
}

/** The clock on the wall of the zone at the instant, as a `datetime-local` input holds it: `2026-11-24T14:30`. */
export function wallClockText(instant: Date, timeZone: string): string {
  return wallClockOf(instant, timeZone).slice(0, 16);
}
