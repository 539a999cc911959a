import type { BudgetBounds, VoterShare } from './budget-bounds';
import { greatestCommonDivisor } from '~/lib/numbers/fraction';
import type { BudgetInstance } from './instance';

/** A highest payment, or what one point pays: numerator / (rest × the common denominator of all payments so far). */
export interface ExactPayment {
  numerator: bigint;
  rest: bigint;
}

/** A class of which bounds do not say whether it pays all it has: its money, its voters and what each gives. */
interface Undecided {
  value: bigint;
  weight: bigint;
  points: bigint;
}

/**
 * Exact payments of one count. What a class has left is in closed form max(0, share − Σ points × payments of
 * the projects bought so far that it supports), because whoever once paid all they had stays at zero. So the
 * bounds only say who surely pays all and who surely pays the full share, the sum is one of counts times
 * payments, and the few classes in between are looked at exactly.
 */
export class ExactPayments {
  readonly #instance: BudgetInstance;
  readonly #bounds: BudgetBounds;
  readonly #stageOf: Int32Array;
  /** Over the common denominator. */
  readonly #payments: bigint[] = [];
  #share: bigint;
  #denominator: bigint;

  constructor(instance: BudgetInstance, bounds: BudgetBounds, share: VoterShare) {
    this.#instance = instance;
    this.#bounds = bounds;
    this.#stageOf = new Int32Array(instance.projects.length).fill(-1);
    this.#share = share.numerator;
    this.#denominator = share.denominator;
  }

  get denominator(): bigint {
    return this.#denominator;
  }

  /** What the class has left, over the common denominator. */
  leftOf(voter: number): bigint {
    const { approvals, approvalPoints, approvalStart } = this.#instance;
    let left = this.#share;
    for (let at = approvalStart[voter] as number; at < (approvalStart[voter + 1] as number); at += 1) {
      const stage = this.#stageOf[approvals[at] as number] as number;
      if (stage < 0) continue;
      const points = approvalPoints[at] as number;
      const payment = this.#payments[stage] ?? 0n;
      left -= points === 1 ? payment : payment * BigInt(points);
    }
    return left > 0n ? left : 0n;
  }

  /** The exact highest payment for a project whose payment lies within the bounds; null: not affordable. */
  paymentFor(project: number, lowerPayment: number, upperPayment: number): ExactPayment | null {
    const { sum, rest, undecided } = this.#split(project, lowerPayment, upperPayment);
    let missing = (this.#instance.projects[project]?.cost ?? 0n) * this.#denominator - sum;
    let payers = rest + undecided.reduce((total, { weight, points }) => total + weight * points, 0n);
    for (const { value, weight, points } of undecided) {
      if (value * payers >= missing * points) break;
      missing -= value * weight;
      payers -= weight * points;
    }
    if (payers > 0n) return { numerator: missing, rest: payers };
    return null;
  }

  /** Books the purchase, and answers the highest payment as a fraction. */
  buy(project: number, payment: ExactPayment): void {
    const divisor = greatestCommonDivisor(payment.numerator, payment.rest);
    const factor = payment.rest / divisor;
    if (factor !== 1n) {
      this.#denominator *= factor;
      this.#share *= factor;
      this.#payments.forEach((amount, stage) => {
        this.#payments[stage] = amount * factor;
      });
    }
    this.#stageOf[project] = this.#payments.length;
    this.#payments.push(payment.numerator / divisor);
  }

  /**
   * Sum of those who surely pay all they have, number (or points) of those who surely pay the full share, and the
   * others by rising money for a point.
   */
  #split(project: number, lowerPayment: number, upperPayment: number) {
    const { supporterStart, weights } = this.#instance;
    const { lists, points, ends, low, high } = this.#bounds;
    const multiples = new Float64Array(this.#payments.length);
    const undecided: Undecided[] = [];
    let capped = 0;
    let rest = 0;
    for (let at = supporterStart[project] as number; at < (ends[project] as number); at += 1) {
      const voter = lists[at] as number;
      const weight = weights[voter] as number;
      const given = points[at] as number;
      if ((low[voter] as number) > upperPayment * given) {
        rest += weight * given;
      } else if ((low[voter] as number) > 0 && (high[voter] as number) < lowerPayment * given) {
        capped += weight;
        this.#countPayments(voter, weight, multiples);
      } else {
        undecided.push({ value: this.leftOf(voter), weight: BigInt(weight), points: BigInt(given) });
      }
    }
    let sum = BigInt(capped) * this.#share;
    this.#payments.forEach((amount, stage) => {
      sum -= amount * BigInt(multiples[stage] as number);
    });
    undecided.sort(byMoneyForAPoint);
    return { sum, rest: BigInt(rest), undecided };
  }

  #countPayments(voter: number, weight: number, multiples: Float64Array): void {
    const { approvals, approvalPoints, approvalStart } = this.#instance;
    for (let at = approvalStart[voter] as number; at < (approvalStart[voter + 1] as number); at += 1) {
      const stage = this.#stageOf[approvals[at] as number] as number;
      if (stage < 0) continue;
      multiples[stage] = (multiples[stage] as number) + weight * (approvalPoints[at] as number);
    }
  }
}

function byMoneyForAPoint(one: Undecided, other: Undecided): number {
  const [mine, theirs] =
    one.points === other.points
      ? [one.value, other.value]
      : [one.value * other.points, other.value * one.points];
  return mine < theirs ? -1 : mine > theirs ? 1 : 0;
}
