import { expect, it } from 'vitest';
import { loggedPath } from './request-log.server';

it('tells ids and no token of a mailed link, and no more than the beginning of a long address', () => {
  const token = 'a'.repeat(43);
  expect(loggedPath(`/reset-password/${token}`)).toBe('/reset-password/:token');
  expect(loggedPath(`/unsubscribe/${token}.data`)).toBe('/unsubscribe/:token');
  expect(loggedPath('/proposals/01ARZ3NDEKTSV4RRFFQ69G5FAV')).toBe('/proposals/01ARZ3NDEKTSV4RRFFQ69G5FAV');
  expect(loggedPath('/a'.repeat(5_000)).length).toBeLessThanOrEqual(300);
});
