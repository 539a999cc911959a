import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differences } from './manifest';

const tables = fc.dictionary(fc.constantFrom('Event', 'Person', 'Ballot', 'Mail'), fc.nat(5));

it('finds every table with another number of rows, and no other', () => {
  expect(differences({ Event: 3, Mail: 1 }, { Event: 2, Person: 1 })).toEqual([
    { table: 'Event', expected: 3, found: 2 },
    { table: 'Mail', expected: 1, found: 0 },
    { table: 'Person', expected: 0, found: 1 },
  ]);
  fc.assert(
    fc.property(tables, tables, (one, other) => {
      expect(differences(one, one)).toEqual([]);
      for (const { table, expected, found } of differences(one, other)) {
        expect([expected, found]).toEqual([one[table] ?? 0, other[table] ?? 0]);
        expect(expected).not.toBe(found);
      }
    }),
  );
});
