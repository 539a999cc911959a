import { ratesOf } from './rates';
import type { Formula } from './formula';
import type { Measures } from './measures';
import type { Rate } from './rates';
import { multiplyFractions, fraction, roundFraction } from '~/lib/numbers/fraction';
import type { Fraction } from '~/lib/numbers/fraction';

/** A rate as text: per cent with one decimal, and what it is made of. */
export interface ShownRate {
  /** Null over nothing. */
  percent: string | null;
  numerator: string;
  denominator: number;
  small: boolean;
}

/** Per cent with one decimal, rounded half away from zero. */
export function percentText(share: Fraction): string {
  const [whole = '0', part = '0'] = roundFraction(multiplyFractions(share, fraction(100n)), 1).split('.');
  return `${whole}.${part}`;
}

const shown = ({ numerator, denominator, share, small }: Rate): ShownRate => ({
  percent: share && percentText(share),
  numerator: roundFraction(numerator, 2),
  denominator,
  small: small && denominator > 0,
});

/** The rates of some sums, ready to be shown: the only place where they are rounded. */
export function shownRates(measures: Measures, formula: Formula) {
  const rates = ratesOf(measures, formula);
  return {
    orders: measures.orders,
    response: shown(rates.response),
    resolution: shown(rates.resolution),
    satisfaction: shown(rates.satisfaction),
    overdue: shown(rates.overdue),
    reopened: shown(rates.reopened),
    overall: rates.overall && percentText(rates.overall),
  };
}
export type ShownRates = ReturnType<typeof shownRates>;
