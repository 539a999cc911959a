import { isAtMost, isNumber } from './progress';
import type { Progress, Standing, TargetMeasure } from './progress';
import type { Formula } from '../../statistics/schema';
import { fraction, multiplyFractions, roundFraction } from '~/lib/numbers/fraction';
import type { Fraction } from '~/lib/numbers/fraction';

export interface KeptTarget {
  id: string;
  year: number;
  areaId: string;
  departmentId: string;
  measure: TargetMeasure;
  /** In the measure's unit, as kept. */
  value: number;
}

export interface ShownTarget extends KeptTarget {
  /** Per cent or a number of orders. */
  wanted: string;
  actual: string | null;
  /** Per cent of the way; null where there is no way to go. */
  reached: number | null;
  denominator: number | null;
  denominatorName: 'orders' | 'asked' | 'answered';
  small: boolean;
  /** The year is over: what is not reached is missed. */
  over: boolean;
  standing: Standing | 'missed' | 'exceeded';
  /** Counted of matters alone that everyone may read: of all together it is not told, as few others are among them. */
  publicAlone: boolean;
}

const inUnit = (measure: TargetMeasure, value: Fraction) =>
  roundFraction(isNumber(measure) ? value : multiplyFractions(value, fraction(1n, 10n)), 1);

/** An upper limit that is passed cannot be reached any more by going on; a lower one may still be this year. */
function unmet(measure: TargetMeasure, over: boolean) {
  if (isAtMost(measure)) return 'exceeded' as const;
  return over ? ('missed' as const) : ('not-met' as const);
}

/** A target with where it stands, ready to be shown: the only place where it is rounded. */
export function shownTarget(
  target: KeptTarget,
  progress: Progress,
  facts: { formula: Formula; orders: number; thisYear: number; publicAlone: boolean },
): ShownTarget {
  const { formula, orders, thisYear, publicAlone } = facts;
  const { measure, value, year } = target;
  const { actual, reached, denominator, standing } = progress;
  const isRate = measure === 'response' || measure === 'resolution' || measure === 'satisfaction';
  const over = year < thisYear;
  return {
    ...target,
    wanted: inUnit(measure, fraction(BigInt(value))),
    actual: actual && inUnit(measure, actual),
    reached: reached && Number(roundFraction(multiplyFractions(reached, fraction(100n)), 1)),
    denominator,
    denominatorName: isRate ? formula.denominators[measure] : 'orders',
    small: !isNumber(measure) && standing !== 'no-data' && (denominator ?? orders) < formula.smallDenominator,
    over,
    publicAlone,
    standing: standing === 'not-met' ? unmet(measure, over) : standing,
  };
}
