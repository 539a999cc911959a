import { expect, it } from 'vitest';
import { z } from 'zod';
import { endOfDay, isDay, yearIn } from './days';
import { instantText } from './local-time';

it.each([
  ['2026-11-24T09:00', 'Asia/Shanghai', '2026-11-24T01:00:00.000Z'],
  ['2026-01-01T00:30', 'Asia/Shanghai', '2025-12-31T16:30:00.000Z'],
  ['2026-07-01T12:00', 'Europe/Berlin', '2026-07-01T10:00:00.000Z'],
  ['2026-12-01T12:00', 'America/New_York', '2026-12-01T17:00:00.000Z'],
])('%s in %s is %s', (text, zone, instant) => {
  expect(instantText(text, zone)).toBe(instant);
});

it('leaves alone what is no clock', () => {
  expect(instantText('2026-13-45T99:99', 'Asia/Shanghai')).toBe('2026-13-45T99:99');
  expect(instantText('明天', 'Asia/Shanghai')).toBe('明天');
});

it.each([
  '2026-02-30T09:00',
  '2027-02-29T09:00',
  '2026-04-31T00:00',
  '2026-11-24T24:00',
  '2100-02-29T08:00:00',
])('leaves %s, which no clock shows, for the schema to refuse', (text) => {
  expect(instantText(text, 'Asia/Shanghai')).toBe(text);
  expect(z.iso.datetime({ local: true, offset: true }).safeParse(text).success).toBe(false);
});

it('knows the days that there are, and when they end', () => {
  expect(['2028-02-29', '2000-02-29', '0099-12-31'].every(isDay)).toBe(true);
  expect(['2027-02-29', '2100-02-29', '2026-13-01', '2026-1-1', '2026-11-31', '', '明天'].some(isDay)).toBe(
    false,
  );
  expect(endOfDay('2026-12-01', 'Asia/Urumqi')).toEqual(new Date('2026-12-01T17:59:59Z'));
  expect(endOfDay('2026-02-30', 'Asia/Shanghai')).toBeNull();
  expect(yearIn(new Date('2026-12-31T16:00:00Z'), 'Asia/Shanghai')).toBe(2027);
});
