import { expect, it } from 'vitest';
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
