import fc from 'fast-check';
import { expect, it } from 'vitest';
import { controversyOf, meritOf, millionths } from './weigh-votes';

const count = fc.integer({ min: 0, max: 100_000 });
const votes = fc.record({ support: count, oppose: count });

it('gives the bounds of the published table of Wilson intervals', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I: 81/263 and 15/148, 20/20.
  expect(meritOf({ support: 81, oppose: 182 }) / millionths).toBeCloseTo(0.2553, 4);
  expect(meritOf({ support: 15, oppose: 133 }) / millionths).toBeCloseTo(0.0624, 4);
  expect(meritOf({ support: 0, oppose: 20 })).toBe(0);
});

it('puts many who nearly all agree above one who agrees alone', () => {
  expect(meritOf({ support: 40, oppose: 3 })).toBeGreaterThan(meritOf({ support: 1, oppose: 0 }));
});

it('never falls by support, never rises by opposition, stays a share', () => {
  fc.assert(
    fc.property(votes, ({ support, oppose }) => {
      const merit = meritOf({ support, oppose });
      expect(merit).toBeGreaterThanOrEqual(0);
      expect(merit).toBeLessThanOrEqual(millionths);
      expect(meritOf({ support: support + 1, oppose })).toBeGreaterThanOrEqual(merit);
      expect(meritOf({ support, oppose: oppose + 1 })).toBeLessThanOrEqual(merit);
    }),
  );
});

it('calls contested what is even, the more the more people voted, whichever side they took', () => {
  fc.assert(
    fc.property(votes, ({ support, oppose }) => {
      expect(controversyOf({ support, oppose })).toBe(controversyOf({ support: oppose, oppose: support }));
      expect(Number.isSafeInteger(controversyOf({ support, oppose }))).toBe(true);
    }),
  );
  expect(controversyOf({ support: 90, oppose: 0 })).toBe(0);
  expect(controversyOf({ support: 10, oppose: 10 })).toBeGreaterThan(
    controversyOf({ support: 3, oppose: 3 }),
  );
  expect(controversyOf({ support: 10, oppose: 10 })).toBeGreaterThan(
    controversyOf({ support: 10, oppose: 60 }),
  );
});
