import type { Measures, Rates } from '../../statistics/schema';
import { compareFractions, divideFractions, fraction } from '~/lib/numbers/fraction';
import type { Fraction } from '~/lib/numbers/fraction';

export const targetMeasures = [
  'overall',
  'response',
  'resolution',
  'satisfaction',
  'overdue',
  'reopened',
  'done',
] as const;
export type TargetMeasure = (typeof targetMeasures)[number];

/** Of these less is better: the target is the most that may be. */
const atMost: readonly TargetMeasure[] = ['overdue', 'reopened'];
export const isAtMost = (measure: TargetMeasure): boolean => atMost.includes(measure);

/** A number of orders; every other measure is a share, and its target is kept in tenths of a per cent. */
export const isNumber = (measure: TargetMeasure): boolean => measure === 'done';

export type Standing = 'met' | 'not-met' | 'no-data';

export interface Progress {
  /** In the target's unit, tenths of a per cent or orders; null where there is nothing to compute it from. */
  actual: Fraction | null;
  /** Over how many; null for a number of orders and for the weighted rate, which has three denominators. */
  denominator: number | null;
  /** How much of the target is reached, at most 1. For `overdue` and `reopened` null: there is no way to go. */
  reached: Fraction | null;
  standing: Standing;
}

const one = fraction(1n);

function actualOf(measure: TargetMeasure, measures: Measures, rates: Rates) {
  if (measure === 'done') return { actual: fraction(BigInt(measures.done)), denominator: null };
  const share = measure === 'overall' ? rates.overall : rates[measure].share;
  const denominator = measure === 'overall' ? null : rates[measure].denominator;
  return {
    actual: share && fraction(share.numerator * 1000n, share.denominator),
    denominator,
  };
}

/** Where a target stands, by the same sums and the same formula as the statistics. `value` in the target's unit. */
export function progressOf(
  target: { measure: TargetMeasure; value: number },
  measures: Measures,
  rates: Rates,
): Progress {
  const { actual, denominator } = actualOf(target.measure, measures, rates);
  if (actual === null) return { actual, denominator, reached: null, standing: 'no-data' };
  const wanted = fraction(BigInt(target.value));
  const compared = compareFractions(actual, wanted);
  if (isAtMost(target.measure))
    return { actual, denominator, reached: null, standing: compared <= 0 ? 'met' : 'not-met' };
  const way = target.value === 0 ? one : divideFractions(actual, wanted);
  return {
    actual,
    denominator,
    reached: compareFractions(way, one) > 0 ? one : way,
    standing: compared >= 0 ? 'met' : 'not-met',
  };
}
