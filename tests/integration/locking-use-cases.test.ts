import { expect, it } from 'vitest';
import { lockingUseCases, firedBy } from '../setup/locking-use-cases';

it('every use case that holds rows is fired at once by many', () => {
  const locking = lockingUseCases();
  const fired = firedBy('tests/integration/fifty-at-once');
  expect(locking.length).toBeGreaterThan(150);
  expect(locking.filter((one) => !fired.has(one))).toEqual([]);
});
