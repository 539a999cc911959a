import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packChoice, unpackChoice } from './kept-choice';
import { choiceValues, readChoice } from './read-choice';
import type { BallotRules, Choice } from '../rules/kinds';
import { validateChoice } from '../rules/validate-choice';

const options = Array.from({ length: 8 }, (_, index) => `01K0000000000000000000000${index}`);
const some = fc.subarray(options);
const record = <Value>(value: fc.Arbitrary<Value>) => fc.dictionary(fc.constantFrom(...options), value);

const choices: fc.Arbitrary<Choice> = fc.oneof(
  record(fc.constantFrom('yes', 'no', 'abstain')).map((answers) => ({ kind: 'support', answers }) as Choice),
  fc.option(fc.constantFrom(...options)).map((option): Choice => ({ kind: 'single-choice', option })),
  some.map((chosen): Choice => ({ kind: 'approval', options: chosen })),
  some.map((chosen): Choice => ({ kind: 'budget', projects: chosen })),
  some.chain((projects) =>
    fc
      .array(fc.integer({ min: 1, max: 999 }), { minLength: projects.length, maxLength: projects.length })
      .map((points): Choice => ({
        kind: 'budget',
        projects,
        ...(projects.length > 0 ? { points: points.map(String) } : {}),
      })),
  ),
  record(fc.integer({ min: 0, max: 5 })).map((scores): Choice => ({ kind: 'score', scores })),
  some.map((chosen): Choice => ({ kind: 'ranking', ranks: chosen.map((option) => [option]) })),
);

it('gives back what was kept, for every kind', () => {
  fc.assert(
    fc.property(choices, (choice) => {
      const kept: unknown = JSON.parse(JSON.stringify(packChoice(choice, options)));
      expect(unpackChoice(kept, options)).toEqual({ ...choice });
    }),
  );
});

it('reads back from a form what it wrote into one', () => {
  fc.assert(
    fc.property(choices, (choice) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(choiceValues(choice)))
        for (const text of [value].flat()) form.append(name, text);
      expect(readChoice(choice.kind, form)).toEqual({ ...choice });
    }),
  );
});

it('takes nothing else for a choice', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const kept = unpackChoice(value, options);
      expect(kept === null || typeof kept.kind === 'string').toBe(true);
    }),
  );
  expect(unpackChoice({ kind: 'approval', options: ['x'] }, options)).toBeNull();
});

it('keeps equal ranks equal, and leaves out what was not ranked', () => {
  const form = new FormData();
  form.append('rank.a', '2');
  form.append('rank.b', '1');
  form.append('rank.c', '2');
  form.append('rank.d', '');
  expect(readChoice('ranking', form)).toEqual({ kind: 'ranking', ranks: [['b'], ['a', 'c']] });
});

it.each(['ranking', 'budget'])('takes no paper of a %s of which a rank cannot be read', (kind) => {
  const rules = {
    ...{ kind, options: ['a', 'b'], projects: [], maximum: null, maximumCost: null },
    voteType: 'ranking',
  } as unknown as BallotRules;
  const verdict = (rank: string) => {
    const form = new FormData();
    form.append('rank.a', rank);
    form.append('rank.b', '1');
    return validateChoice(rules, readChoice(kind, form)).ok;
  };
  for (const rank of ['abc', '1.5', '0', '-1', '1e400', 'NaN']) expect(verdict(rank), rank).toBe(false);
  for (const rank of ['2', '２', ' 03 ', '']) expect(verdict(rank), rank).toBe(true);
});

it('reads points as whole numbers, without those that get none, and remembers a place given twice', () => {
  const points = new FormData();
  for (const [name, text] of Object.entries({ a: ' ３ ', b: '0', c: '', d: '07', e: '1.5' }))
    points.append(`points.${name}`, text);
  expect(readChoice('budget', points)).toEqual({
    kind: 'budget',
    projects: ['a', 'd', 'e'],
    points: ['3', '7', '1.5'],
  });
  const ranks = new FormData();
  for (const [name, place] of Object.entries({ a: '4', b: '2', c: '' })) ranks.append(`rank.${name}`, place);
  expect(readChoice('budget', ranks)).toEqual({ kind: 'budget', projects: ['b', 'a'] });
  ranks.append('rank.d', '2');
  expect(readChoice('budget', ranks)).toEqual({ kind: 'budget', projects: ['b', 'd', 'a'], tied: ['d'] });
});

it('fits a hundred options into a cookie', () => {
  const many = Array.from(
    { length: 100 },
    (_, index) => `01K00000000000000000000${String(index).padStart(3, '0')}`,
  );
  const scores = Object.fromEntries(many.map((id) => [id, 5]));
  const cookie = JSON.stringify(packChoice({ kind: 'score', scores }, many));
  expect((cookie.length * 4) / 3).toBeLessThan(3500);
});
