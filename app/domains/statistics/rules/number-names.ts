import { rateNames } from './formula';
import type { Formula } from './formula';
import type { Measure, Measures } from './measures';
import { partsOf, sumOfParts } from './rates';
import { roundFraction } from '~/lib/numbers/fraction';
import type { Part } from './rates';

const countedKinds = ['orders', 'overdue', 'reopened', 'returned', 'done', 'excluded', 'refused'] as const;

/** A number of the statistics, by name: `resolution.numerator`, `satisfaction.denominator`, `overdue`. */
export const numberNames = [
  ...rateNames.flatMap((rate) => [`${rate}.numerator`, `${rate}.denominator`] as const),
  ...countedKinds,
] as const;
export type NumberName = (typeof numberNames)[number];

/** What a number is made of: measures, each with the per cent of it that counts. */
export function partsOfNumber(name: NumberName, formula: Formula): Part[] {
  const rate = rateNames.find((candidate) => name.startsWith(`${candidate}.`));
  if (!rate) return [{ measure: name as Measure, factor: 100 }];
  if (name.endsWith('.denominator')) return [{ measure: formula.denominators[rate], factor: 100 }];
  return partsOf(rate, formula);
}

/** The number itself, with at most two decimals. */
export function valueOfNumber(name: NumberName, measures: Measures, formula: Formula): string {
  return roundFraction(sumOfParts(measures, partsOfNumber(name, formula)), 2);
}
