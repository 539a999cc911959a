import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isAtMost, progressOf, targetMeasures } from './progress';
import { defaultFormula } from '../../statistics/rules/formula';
import { measuresFrom, noMeasures } from '../../statistics/rules/measures';
import { ratesOf } from '../../statistics/schema';
import { compareFractions, formatFraction, fraction } from '~/lib/numbers/fraction';

const sums = { ...noMeasures, orders: 40, responded: 38, overdue: 4, done: 30, answered: 20, saidSolved: 17 };
const rates = ratesOf(sums, defaultFormula);

it('compares exactly, with both ends included', () => {
  const standing = (measure: (typeof targetMeasures)[number], value: number) =>
    progressOf({ measure, value }, sums, rates).standing;
  expect([standing('resolution', 850), standing('resolution', 851)]).toEqual(['met', 'not-met']);
  expect([standing('overdue', 100), standing('overdue', 99)]).toEqual(['met', 'not-met']);
  expect([standing('done', 30), standing('done', 31)]).toEqual(['met', 'not-met']);
  expect(standing('overall', 900)).toBe('not-met');
});

it('says how much of the way is done, and over how many', () => {
  const { actual, reached, denominator } = progressOf({ measure: 'done', value: 120 }, sums, rates);
  expect([actual && formatFraction(actual), reached && formatFraction(reached), denominator]).toEqual([
    '30',
    '1/4',
    null,
  ]);
  expect(progressOf({ measure: 'resolution', value: 900 }, sums, rates).denominator).toBe(20);
});

it('has no standing over nothing', () => {
  const nothing = ratesOf(noMeasures, defaultFormula);
  for (const measure of ['response', 'resolution', 'satisfaction', 'overall', 'overdue'] as const) {
    expect(progressOf({ measure, value: 500 }, noMeasures, nothing).standing).toBe('no-data');
  }
});

it('is never met by a harder target and missed by an easier one', () => {
  const any = fc.array(fc.nat(50), { minLength: 30, maxLength: 30 }).map((numbers) => {
    let at = 0;
    const read = measuresFrom(() => numbers[at++] ?? 0);
    return { ...read, orders: 60, answered: 60, overdue: Math.min(read.overdue, 60) };
  });
  const value = fc.integer({ min: 0, max: 1000 });
  fc.assert(
    fc.property(any, fc.constantFrom(...targetMeasures), value, value, (measures, measure, one, other) => {
      const [low, high] = one < other ? [one, other] : [other, one];
      const [easy, hard] = isAtMost(measure) ? [high, low] : [low, high];
      const some = ratesOf(measures, defaultFormula);
      const met = (target: number) =>
        progressOf({ measure, value: target }, measures, some).standing === 'met';
      expect(met(hard) && !met(easy)).toBe(false);
      const { reached } = progressOf({ measure, value: one }, measures, some);
      if (reached) expect(compareFractions(reached, fraction(1n))).toBeLessThanOrEqual(0);
    }),
  );
});
