import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDate, writeDate } from './w3c-dates';

it('reads back what it writes, to the second, in any zone', () => {
  const seconds = fc.integer({ min: 0, max: 4_000_000_000 });
  fc.assert(
    fc.property(seconds, fc.integer({ min: -12 * 60, max: 14 * 60 }), (second, offset) => {
      const instant = new Date(second * 1000);
      expect(readDate(writeDate(instant))).toEqual(instant);
      const wall = new Date(instant.getTime() + offset * 60_000).toISOString().slice(0, 19);
      const two = (value: number) => String(Math.trunc(Math.abs(value))).padStart(2, '0');
      const zone = `${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
      expect(readDate(wall + zone)).toEqual(instant);
    }),
  );
});

it.each([
  '',
  '2026-11-24',
  '2026-11-24T08:00:00',
  '2026-13-01T00:00:00Z',
  '2026-02-29T00:00:00Z',
  '2026-11-24T24:00:00Z',
])('reads no date from %s', (text) => expect(readDate(text)).toBeNull());

it('writes no milliseconds, and reads a plus sign that became a space', () => {
  expect(writeDate(new Date('2026-11-24T08:00:00.987Z'))).toBe('2026-11-24T08:00:00Z');
  expect(readDate('2026-11-24T16:00:00 08:00')).toEqual(new Date('2026-11-24T08:00:00Z'));
});
