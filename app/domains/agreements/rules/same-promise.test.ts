import fc from 'fast-check';
import { expect, it } from 'vitest';
import { samePromises } from './same-promise';

const promise = fc.record({
  organisationId: fc.constantFrom('a', 'b'),
  text: fc.constantFrom('清扫', '培训'),
  dueAt: fc.option(fc.constantFrom(new Date('2027-01-01'), new Date('2027-02-01'))),
  amountFen: fc.option(fc.constantFrom(100n, 200n)),
  payerId: fc.option(fc.constantFrom('a', 'b')),
});

it('pairs what is the same in every word, once each, and as many as there are on both sides', () => {
  fc.assert(
    fc.property(fc.array(promise), fc.array(promise), (before, after) => {
      const pairs = samePromises(before, after);
      for (const [one, other] of pairs) expect(one).toEqual(other);
      for (const side of [0, 1] as const)
        expect(new Set(pairs.map((pair) => pair[side])).size).toBe(pairs.length);
      const key = (row: object) =>
        JSON.stringify(row, (_name, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
      const count = (rows: object[], name: string) => rows.filter((row) => key(row) === name).length;
      const names = [...new Set(before.map(key))];
      const expected = names.reduce(
        (sum, name) => sum + Math.min(count(before, name), count(after, name)),
        0,
      );
      expect(pairs.length).toBe(expected);
    }),
  );
});
