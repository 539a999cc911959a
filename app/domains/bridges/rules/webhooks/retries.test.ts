import fc from 'fast-check';
import { expect, it } from 'vitest';
import { afterAttempt, retryAfterSeconds, schedule } from './retries';

const now = new Date('2026-11-24T08:00:00Z');
const after = (status: number | null, attempts: number, retryAfter: string | null = null) =>
  afterAttempt({ status, retryAfter }, { attempts, now, spread: 0 });

it('follows the published schedule and then gives up', () => {
  const waits = schedule.slice(1).map((_, index) => after(500, index + 1));
  expect(waits).toEqual(schedule.slice(1).map((seconds) => ({ state: 'waiting', seconds })));
  expect(after(500, 10)).toEqual({ state: 'dead' });
  expect(after(null, 10)).toEqual({ state: 'dead' });
});

it('delivers by 2xx only; redirects fail; 410 ends the endpoint', () => {
  for (const status of [200, 202, 204, 299]) expect(after(status, 1)).toEqual({ state: 'delivered' });
  for (const status of [199, 301, 302, 400, 404, 429, 503]) expect(after(status, 1).state).toBe('waiting');
  expect(after(410, 1)).toEqual({ state: 'gone' });
});

it('waits as long as it is asked to, and at most a day', () => {
  expect(after(429, 1, '120')).toEqual({ state: 'waiting', seconds: 120 });
  expect(after(503, 4, '1')).toEqual({ state: 'waiting', seconds: schedule[4] });
  expect(after(503, 1, '999999')).toEqual({ state: 'waiting', seconds: 86_400 });
  expect(retryAfterSeconds('Tue, 24 Nov 2026 08:01:30 GMT', now)).toBe(90);
  expect(retryAfterSeconds('Tue, 24 Nov 2026 07:00:00 GMT', now)).toBe(0);
  expect(retryAfterSeconds('soon', now)).toBeNull();
});

it('spreads a wait by a tenth at most', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (attempts, spread) => {
        const next = afterAttempt({ status: 500, retryAfter: null }, { attempts, now, spread });
        const wait = schedule[attempts] ?? 0;
        expect(next).toMatchObject({ state: 'waiting' });
        if (next.state !== 'waiting') return;
        expect(next.seconds).toBeGreaterThanOrEqual(wait);
        expect(next.seconds).toBeLessThanOrEqual(wait * 1.1 + 1e-9);
      },
    ),
  );
});
