import { expect, it } from 'vitest';
import { readAgain, sheetText } from './paper-sheet';
import type { BallotRules } from '../rules/kinds';

const rules: BallotRules = {
  kind: 'approval',
  options: ['a', 'b', 'c'],
  maximum: 2,
  electorateSize: 9,
  quorum: null,
  threshold: { numerator: 1, denominator: 2 },
  base: 'votes',
};

it('takes two ways to write the same choice for the same', () => {
  const one = sheetText(rules, { kind: 'approval', options: ['c', 'a'] });
  expect(one).toBe(sheetText(rules, { kind: 'approval', options: ['a', 'c'] }));
  expect(JSON.parse(one)).toEqual({ kind: 'approval', options: ['a', 'c'] });
});

it('calls a sheet with too many marks spoilt', () => {
  expect(JSON.parse(sheetText(rules, { kind: 'approval', options: ['a', 'b', 'c'] }))).toEqual({
    kind: 'spoilt',
  });
});

it('settles where two people read the same, never by one alone', () => {
  const first = readAgain(null, 'ann', 'x');
  expect(first?.choice).toBeNull();
  expect(readAgain(first, 'ann', 'y')).toMatchObject({ firstChoice: 'y', secondBy: null, choice: null });
  expect(readAgain(first, 'bob', 'x')).toMatchObject({ secondBy: 'bob', choice: 'x', settledBy: null });
});

it('lets either reader look again, or a third person settle', () => {
  const differ = readAgain(readAgain(null, 'ann', 'x'), 'bob', 'y');
  expect(differ?.choice).toBeNull();
  expect(readAgain(differ, 'ann', 'y')?.choice).toBe('y');
  const settled = readAgain(differ, 'cai', 'x');
  expect(settled).toMatchObject({ choice: 'x', settledBy: 'cai' });
  expect(readAgain(settled, 'bob', 'y')).toBeNull();
});
