import type { VoterShare } from './budget-bounds';
import { difference, Horizon, nothing, signAhead, type Affine } from './affine';
import type { Purchase, SharesRun } from './equal-shares-run';
import { GroupLimits } from './group-limits';
import type { BudgetInstance, Utility } from './instance';
import { greatestCommonDivisor } from '~/lib/numbers/fraction';

/**
 * What a project asks for: rho is missing / divisor. The payment, of one point where there are points, is
 * missing / payers over the common denominator.
 */
interface Offer {
  project: number;
  missing: Affine;
  divisor: bigint;
  payers: bigint;
  /** The supporters' purses by rising money for a point; the first `capped` pay all they have. */
  purses: Purse[];
  capped: number;
}

interface Purse {
  money: Affine;
  weight: bigint;
  points: bigint;
}

/**
 * Counts by equal shares at the share and says for how many further increments every comparison comes out the
 * same, so that the purchases do too. All amounts are functions base + slope·t of the number t of increments,
 * exact. Needs no bounds: it also sees through amounts beyond the precision of floating point, and through
 * projects that stand equal by more than their supporters. Slower than a run over bounds.
 */
export function runAhead(instance: BudgetInstance, utility: Utility, share: VoterShare) {
  return new RunAhead(instance, utility, share).run();
}

class RunAhead {
  readonly #instance: BudgetInstance;
  readonly #utility: Utility;
  readonly #horizon = new Horizon();
  readonly #limits: GroupLimits;
  readonly #purchases: Purchase[] = [];
  /** What voters have left over the common denominator; voters with the same past share one entry. */
  #purses: Affine[];
  readonly #purseOf: Int32Array;
  #denominator: bigint;
  #open: number[];
  /** The last offer of each project. */
  readonly #offers = new Map<number, Offer>();
  #cost = 0n;

  constructor(instance: BudgetInstance, utility: Utility, share: VoterShare) {
    this.#instance = instance;
    this.#utility = utility;
    this.#limits = new GroupLimits(instance);
    this.#denominator = share.denominator;
    const slope = 10n ** BigInt(instance.decimals) * share.denominator;
    this.#purses = [{ base: share.numerator, slope }];
    this.#purseOf = new Int32Array(instance.weights.length);
    this.#open = instance.projects.flatMap(({ support }, index) => (support > 0 ? [index] : []));
  }

  run(): { run: SharesRun; further: bigint | null } {
    const { budget, projects } = this.#instance;
    const free = this.#open.filter((project) => projects[project]?.cost === 0n);
    for (const project of this.#byTieRule(free)) this.#book({ project, tied: [] });
    this.#open = this.#open.filter((project) => !free.includes(project));
    while (this.#cost <= budget && this.#buyBest());
    const overspent = this.#cost > budget;
    return {
      run: { purchases: this.#purchases, cost: this.#cost, overspent, payments: null },
      further: this.#horizon.until,
    };
  }

  /** Works the project's offer out anew; null, and it leaves for good, where its supporters are short of money. */
  #renew(project: number): Offer | null {
    const offer = this.#offerFor(project);
    if (offer) this.#offers.set(project, offer);
    else this.#open = this.#open.filter((one) => one !== project);
    return offer;
  }

  #offerFor(project: number): Offer | null {
    const purses = this.#pursesFor(project);
    const cost = { base: this.#costOf(project) * this.#denominator, slope: 0n };
    const money = purses.reduce((sum, purse) => difference(sum, 1n, purse.money, -purse.weight), nothing);
    const surplus = difference(money, 1n, cost, 1n);
    if (surplus.base < 0n) {
      this.#horizon.whilePositive(difference(cost, 1n, money, 1n));
      return null;
    }
    this.#horizon.whileNotNegative(surplus);
    purses.sort((one, other) => signAhead(difference(one.money, other.points, other.money, one.points)));
    let missing = cost;
    let payers = purses.reduce((sum, { weight, points }) => sum + weight * points, 0n);
    let capped = 0;
    for (const purse of purses) {
      if (signAhead(difference(purse.money, payers, missing, purse.points)) >= 0) break;
      missing = difference(missing, 1n, purse.money, purse.weight);
      payers -= purse.weight * purse.points;
      capped += 1;
    }
    const utility = this.#utility === 'cost' ? this.#costOf(project) : 1n;
    return { project, missing, divisor: payers * utility * this.#denominator, payers, purses, capped };
  }

  /** The payment stays this function as long as the same supporters pay all they have. */
  #holdPayment({ missing, payers, purses, capped }: Offer): void {
    purses.forEach(({ money, points }, index) => {
      const more = difference(money, payers, missing, points);
      const less = difference(missing, points, money, payers);
      this.#horizon.whileNotNegative(index < capped ? less : more);
    });
  }

  /** The supporters' purses that are not empty, each once for each number of points. */
  #pursesFor(project: number): Purse[] {
    const { supporters, supporterPoints, supporterStart, weights } = this.#instance;
    const byPoints = new Map<number, Map<number, number>>();
    for (let at = supporterStart[project] ?? 0; at < (supporterStart[project + 1] ?? 0); at += 1) {
      const points = supporterPoints[at] ?? 1;
      let weightOf = byPoints.get(points);
      if (!weightOf) byPoints.set(points, (weightOf = new Map<number, number>()));
      const purse = this.#purseOf[supporters[at] ?? 0] ?? 0;
      weightOf.set(purse, (weightOf.get(purse) ?? 0) + (weights[supporters[at] ?? 0] ?? 0));
    }
    return [...byPoints].flatMap(([points, weightOf]) =>
      [...weightOf].flatMap(([purse, weight]) => {
        const money = this.#purses[purse] ?? nothing;
        return signAhead(money) > 0 ? [{ money, weight: BigInt(weight), points: BigInt(points) }] : [];
      }),
    );
  }

  /**
   * Buys the smallest rho; false if nothing can be paid. Of the others it is enough that a function which their
   * rho never falls below stays above it. Such is their offer, even an old one: money only shrinks, and where
   * other supporters come to be short than those counted on, the project is only dearer than its offer says,
   * because Σ min(money, payment) is at most the sum that takes either for each supporter.
   */
  #buyBest(): boolean {
    const known = this.#open.map((project) => this.#offers.get(project) ?? unknownOffer(project));
    known.sort((one, other) => signAhead(ahead(one, other)));
    const fresh: Offer[] = [];
    const above: Offer[] = [];
    let best: Offer | null = null;
    for (const old of known) {
      if (best && this.#horizon.holdsPositive(ahead(old, best))) above.push(old);
      else {
        const offer = this.#renew(old.project);
        if (offer) fresh.push(offer);
        if (offer && (!best || ahead(offer, best).base < 0n)) best = offer;
      }
    }
    if (best) this.#decide(best, fresh, above);
    return best !== null;
  }

  /** Buys the best of the fresh offers, or of those equal to it the one that the tie rule takes. */
  #decide(best: Offer, fresh: Offer[], above: Offer[]): void {
    const equal = fresh.filter((offer) => ahead(offer, best).base === 0n);
    for (const offer of [...fresh, ...above]) {
      if (!equal.includes(offer)) this.#horizon.whilePositive(ahead(offer, best));
      else {
        this.#holdPayment(offer);
        this.#horizon.whileZero(ahead(offer, best));
      }
    }
    const tied = this.#byTieRule(equal.map(({ project }) => project));
    const taken = equal.find(({ project }) => project === tied[0]) ?? best;
    this.#pay(taken);
    this.#book({ project: taken.project, tied: tied.length > 1 ? tied : [] });
  }

  #pay({ project, missing, payers }: Offer): void {
    const { supporters, supporterPoints, supporterStart } = this.#instance;
    const divisor = greatestCommonDivisor(greatestCommonDivisor(missing.base, missing.slope), payers);
    const factor = payers / divisor;
    const payment = { base: missing.base / divisor, slope: missing.slope / divisor };
    this.#denominator *= factor;
    const pointsOf = new Map<number, number>();
    for (let at = supporterStart[project] ?? 0; at < (supporterStart[project + 1] ?? 0); at += 1)
      pointsOf.set(supporters[at] ?? 0, supporterPoints[at] ?? 1);
    const purses: Affine[] = [];
    /** By points, none for who does not pay, and the old purse. */
    const places = new Map<number, Map<number, number>>();
    this.#purseOf.forEach((old, voter) => {
      const points = pointsOf.get(voter) ?? 0;
      let placeOf = places.get(points);
      if (!placeOf) places.set(points, (placeOf = new Map<number, number>()));
      let place = placeOf.get(old);
      if (place === undefined) {
        place = purses.length;
        placeOf.set(old, place);
        const left = difference(this.#purses[old] ?? nothing, factor, payment, BigInt(points));
        purses.push(signAhead(left) > 0 ? left : nothing);
      }
      this.#purseOf[voter] = place;
    });
    this.#purses = purses;
  }

  #book(purchase: Purchase): void {
    const project = this.#instance.projects[purchase.project];
    if (!project || !this.#limits.allows(project)) return;
    this.#purchases.push(purchase);
    this.#cost += project.cost;
    this.#limits.add(project);
    this.#open = this.#open.filter((one) => {
      const other = this.#instance.projects[one];
      return one !== purchase.project && other !== undefined && this.#limits.allows(other);
    });
  }

  #byTieRule(projects: number[]): number[] {
    const rank = (project: number) => this.#instance.projects[project]?.tieRank ?? 0;
    return [...projects].sort((one, other) => rank(one) - rank(other));
  }

  #costOf(project: number): bigint {
    return this.#instance.projects[project]?.cost ?? 0n;
  }
}

/** rho of the first less rho of the other, but for a positive factor. */
function ahead(one: Offer, other: Offer): Affine {
  return difference(one.missing, other.divisor, other.missing, one.divisor);
}

/** What is known of a project that was not looked at yet: rho is not below 0. */
function unknownOffer(project: number): Offer {
  return { project, missing: nothing, divisor: 1n, payers: 1n, purses: [], capped: 0 };
}
