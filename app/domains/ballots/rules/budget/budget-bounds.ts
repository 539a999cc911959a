import type { BudgetInstance } from './instance';

/** What every voter gets at the start: exact, in units of 10^-decimals. */
export interface VoterShare {
  numerator: bigint;
  denominator: bigint;
}

/**
 * Lower and upper bounds of what each voter class has left, for a whole range of starting shares at once.
 *
 * Why two runs bound all between them: as long as the same projects are bought in the same order, a larger
 * starting share leaves every voter at least as much after each purchase and makes every project's highest
 * payment at most as high (by induction: the payment p solves Σ min(budget, p) = cost, which falls when
 * budgets rise; a budget becomes max(0, budget − p), which rises when budgets rise and p falls). For the
 * same reason it is safe to round: payments up in the lower run, down in the upper run. Where papers give points,
 * p is what one point pays, a supporter pays min(budget, points × p), and all of this holds as well.
 *
 * Amounts are whole numbers in `Float64Array`s, scaled by a power of two so that no sum reaches 2^53: all
 * additions are exact, and only divisions are rounded, in the safe direction. A product of points and p may pass
 * 2^53; it is then above every budget, rounded or not, and all that is asked of it is that.
 */
export class BudgetBounds {
  readonly #instance: BudgetInstance;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Supporters of each project that may have money left; shrinks as budgets run out. */
  readonly lists: Int32Array;
  /** Their points. */
  readonly points: Float64Array;
  readonly ends: Int32Array;
  readonly costLow: Float64Array;
  readonly costHigh: Float64Array;

  constructor(instance: BudgetInstance, from: VoterShare, to: VoterShare) {
    this.#instance = instance;
    const shift = scaleShift(instance, to);
    const classes = instance.weights.length;
    this.low = new Float64Array(classes).fill(Number(scaledFloor(from.numerator, from.denominator, shift)));
    this.high = new Float64Array(classes).fill(-Number(scaledFloor(-to.numerator, to.denominator, shift)));
    this.lists = instance.supporters.slice();
    this.points = instance.supporterPoints.slice();
    this.ends = instance.supporterStart.slice(1);
    this.costLow = Float64Array.from(instance.projects, ({ cost }) => Number(scaledFloor(cost, 1n, shift)));
    this.costHigh = Float64Array.from(
      instance.projects,
      ({ cost }) => -Number(scaledFloor(-cost, 1n, shift)),
    );
  }

  /**
   * A lower bound of the highest payment for the project (with points: of what one point pays), from a bound that
   * is known, by Newton's method on a concave function from below. Infinity: not affordable. Stops early above
   * `limit`.
   */
  lowerPayment(project: number, known: number, limit: number): number {
    const { lists, points, high, ends } = this;
    const weights = this.#instance.weights;
    const start = this.#instance.supporterStart[project] as number;
    const cost = this.costLow[project] as number;
    let payment = known;
    for (;;) {
      const end = ends[project] as number;
      let kept = start;
      let capped = 0;
      let rest = 0;
      for (let at = start; at < end; at += 1) {
        const voter = lists[at] as number;
        const budget = high[voter] as number;
        if (budget === 0) continue;
        const given = points[at] as number;
        lists[kept] = voter;
        points[kept] = given;
        kept += 1;
        if (budget <= payment * given) capped += budget * (weights[voter] as number);
        else rest += (weights[voter] as number) * given;
      }
      ends[project] = kept;
      const missing = cost - capped;
      if (rest === 0) return missing > 0 ? Number.POSITIVE_INFINITY : payment;
      const next = floorQuotient(missing, rest);
      if (next <= payment) return payment;
      payment = next;
      if (payment > limit) return payment;
    }
  }

  /** An upper bound of the highest payment for the project, from a lower one. Infinity: not affordable in the lower run. */
  upperPayment(project: number, known: number): number {
    const { lists, points, low } = this;
    const weights = this.#instance.weights;
    const start = this.#instance.supporterStart[project] as number;
    const end = this.ends[project] as number;
    const cost = this.costHigh[project] as number;
    let payment = known;
    for (;;) {
      let capped = 0;
      let rest = 0;
      for (let at = start; at < end; at += 1) {
        const voter = lists[at] as number;
        const budget = low[voter] as number;
        const given = points[at] as number;
        if (budget <= payment * given) capped += budget * (weights[voter] as number);
        else rest += (weights[voter] as number) * given;
      }
      const missing = cost - capped;
      if (rest === 0) return missing > 0 ? Number.POSITIVE_INFINITY : payment;
      const next = -floorQuotient(-missing, rest);
      if (next <= payment) return payment;
      payment = next;
    }
  }

  /** Takes the payments from the supporters' bounds. */
  pay(project: number, lowerPayment: number, upperPayment: number): void {
    const { lists, points, low, high } = this;
    const end = this.ends[project] as number;
    for (let at = this.#instance.supporterStart[project] as number; at < end; at += 1) {
      const voter = lists[at] as number;
      const given = points[at] as number;
      high[voter] = Math.max(0, (high[voter] as number) - lowerPayment * given);
      low[voter] = Math.max(0, (low[voter] as number) - upperPayment * given);
    }
  }
}

/** The greatest whole number not above dividend / divisor; both whole and below 2^53, so the check is exact. */
export function floorQuotient(dividend: number, divisor: number): number {
  const quotient = Math.floor(dividend / divisor);
  return quotient * divisor > dividend ? quotient - 1 : quotient;
}

function scaledFloor(numerator: bigint, denominator: bigint, shift: bigint): bigint {
  const [top, bottom] = shift >= 0n ? [numerator << shift, denominator] : [numerator, denominator << -shift];
  const quotient = top / bottom;
  return top < 0n && quotient * bottom !== top ? quotient - 1n : quotient;
}

/** Power of two by which amounts are scaled: the largest that keeps all sums below 2^52. */
function scaleShift(instance: BudgetInstance, share: VoterShare): bigint {
  let largest = (share.numerator * BigInt(instance.voters)) / share.denominator + BigInt(instance.voters);
  for (const project of instance.projects) if (project.cost > largest) largest = project.cost;
  return 50n - BigInt(largest.toString(2).length);
}
