import { describe, expect, it } from 'vitest';
import { lastWeek } from '../weekly/week';
import { quietEnd, quietMinutes } from './quiet-hours';

const shanghai = 'Asia/Shanghai';
const night = { from: '22:00', to: '07:00' };
const end = (at: string, hours = night, zone = shanghai) =>
  quietEnd(new Date(at), hours, zone)?.toISOString() ?? null;

describe('quiet hours', () => {
  it('go over midnight by the clock of the portal, and end the next time that it shows their end', () => {
    // 21:59, 22:00, 23:30 and 06:59, 07:00 in Shanghai.
    expect(end('2026-11-24T13:59:59Z')).toBeNull();
    expect(end('2026-11-24T14:00:00Z')).toBe('2026-11-24T23:00:00.000Z');
    expect(end('2026-11-24T15:30:00Z')).toBe('2026-11-24T23:00:00.000Z');
    expect(end('2026-11-24T16:00:00Z')).toBe('2026-11-24T23:00:00.000Z');
    expect(end('2026-11-24T22:59:59Z')).toBe('2026-11-24T23:00:00.000Z');
    expect(end('2026-11-24T23:00:00Z')).toBeNull();
  });

  it('within one day begin and end on it, and none are where both times are the same', () => {
    const noon = { from: '12:00', to: '14:00' };
    expect(end('2026-11-24T05:00:00Z', noon)).toBe('2026-11-24T06:00:00.000Z');
    expect(end('2026-11-24T06:00:00Z', noon)).toBeNull();
    expect(quietMinutes({ from: '08:00', to: '08:00' })).toBe(0);
    expect(end('2026-11-24T00:00:00Z', { from: '08:00', to: '08:00' })).toBeNull();
    expect(quietMinutes(night)).toBe(9 * 60);
  });

  it('follow the clock where it is turned', () => {
    // Berlin puts its clocks back in the night to 25 October 2026.
    expect(end('2026-10-24T21:00:00Z', night, 'Europe/Berlin')).toBe('2026-10-25T06:00:00.000Z');
    expect(end('2026-03-28T22:00:00Z', night, 'Europe/Berlin')).toBe('2026-03-29T05:00:00.000Z');
  });
});

describe('the week of the letter', () => {
  const week = (at: string) => {
    const { since, until } = lastWeek(new Date(at), shanghai);
    return [since.toISOString(), until.toISOString()];
  };

  it('is from Monday to Monday at eight by the clock of the portal', () => {
    const before = ['2026-11-16T00:00:00.000Z', '2026-11-23T00:00:00.000Z'];
    // Monday, 30 November, 07:59 and 08:00; the Sunday before.
    expect(week('2026-11-29T23:59:59Z')).toEqual(before);
    expect(week('2026-11-29T08:00:00Z')).toEqual(before);
    expect(week('2026-11-30T00:00:00Z')).toEqual(['2026-11-23T00:00:00.000Z', '2026-11-30T00:00:00.000Z']);
    expect(week('2026-12-06T15:59:00Z')).toEqual(['2026-11-23T00:00:00.000Z', '2026-11-30T00:00:00.000Z']);
  });
});
