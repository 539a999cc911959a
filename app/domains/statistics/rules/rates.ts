import { rateNames } from './formula';
import type { Denominator, Formula, RateName } from './formula';
import type { Measure, Measures } from './measures';
import { addFractions, divideFractions, fraction, multiplyFractions } from '~/lib/numbers/fraction';
import type { Fraction } from '~/lib/numbers/fraction';

/** A number of orders or call-backs that enters a numerator, and per cent of how much. */
export interface Part {
  measure: Measure;
  factor: number;
}

const ratings = [1, 2, 3, 4, 5] as const;

const plain: Record<'response' | 'resolution', Record<Denominator, Measure>> = {
  response: { answered: 'saidContacted', asked: 'saidContacted', orders: 'responded' },
  resolution: { answered: 'saidSolved', asked: 'saidSolved', orders: 'solved' },
};

/** What the numerator of a rate is made of. */
export function partsOf(rate: RateName, formula: Formula): Part[] {
  const denominator = formula.denominators[rate];
  if (rate !== 'satisfaction') return [{ measure: plain[rate][denominator], factor: 100 }];
  return ratings
    .filter((rating) => rating >= Math.min(formula.basicFrom, formula.satisfiedFrom))
    .map((rating) => ({
      measure: denominator === 'orders' ? (`rated${rating}` as const) : (`gave${rating}` as const),
      factor: rating >= formula.satisfiedFrom ? 100 : formula.basicFactor,
    }));
}

export interface Rate {
  numerator: Fraction;
  denominator: number;
  /** From 0 to 1; null over nothing. */
  share: Fraction | null;
  /** The denominator is so small that the share says little. */
  small: boolean;
}

/** Numerator over denominator, and whether it rests on few. */
export function rateOver(numerator: Fraction, denominator: number, smallDenominator: number): Rate {
  const share = denominator === 0 ? null : divideFractions(numerator, fraction(BigInt(denominator)));
  return { numerator, denominator, share, small: denominator < smallDenominator };
}

/** The parts added up, each by its factor. */
export function sumOfParts(measures: Measures, parts: readonly Part[]): Fraction {
  return parts
    .map(({ measure, factor }) => fraction(BigInt(measures[measure]) * BigInt(factor), 100n))
    .reduce(addFractions, fraction(0n));
}

/** One of the three rates by the formula. */
export function rateOf(measures: Measures, rate: RateName, formula: Formula): Rate {
  const numerator = sumOfParts(measures, partsOf(rate, formula));
  return rateOver(numerator, measures[formula.denominators[rate]], formula.smallDenominator);
}

export interface Rates extends Record<RateName, Rate> {
  /** The three weighted; null where one of them with a weight stands over nothing. */
  overall: Fraction | null;
  /** Over all orders. */
  overdue: Rate;
  reopened: Rate;
}

function weighted(rates: Record<RateName, Rate>, formula: Formula): Fraction | null {
  let sum = fraction(0n);
  for (const name of rateNames) {
    const weight = formula.weights[name];
    if (weight === 0) continue;
    const { share } = rates[name];
    if (share === null) return null;
    sum = addFractions(sum, multiplyFractions(share, fraction(BigInt(weight), 100n)));
  }
  return sum;
}

/** The three rates 三率, the three weighted, and the shares of overdue and reopened orders; all exact. */
export function ratesOf(measures: Measures, formula: Formula): Rates {
  const three = {
    response: rateOf(measures, 'response', formula),
    resolution: rateOf(measures, 'resolution', formula),
    satisfaction: rateOf(measures, 'satisfaction', formula),
  };
  const overOrders = (measure: Measure) =>
    rateOver(fraction(BigInt(measures[measure])), measures.orders, formula.smallDenominator);
  return {
    ...three,
    overall: weighted(three, formula),
    overdue: overOrders('overdue'),
    reopened: overOrders('reopened'),
  };
}
