import { BudgetBounds, type VoterShare } from './budget-bounds';
import { ExactPayments, type ExactPayment } from './exact-payments';
import { GroupLimits } from './group-limits';
import type { BudgetInstance, Utility } from './instance';
import { settleExactly, settleStructurally, type Contender, type Settled } from './settle-contenders';

/** One purchase of a count by equal shares. */
export interface Purchase {
  project: number;
  /** All that stood equal, the first being taken; empty without a tie. */
  tied: number[];
}

export interface SharesRun {
  purchases: Purchase[];
  cost: bigint;
  /** Whether it cost more than the budget; a range is then broken off there. */
  overspent: boolean;
  /** Of an exact run: who has how much left. */
  payments: ExactPayments | null;
}

/** Told of each purchase in an exact run, before it is booked. */
export type PurchaseWatcher = (
  project: number,
  payment: ExactPayment,
  payments: ExactPayments,
  bounds: BudgetBounds,
) => void;

export interface RunRequest {
  instance: BudgetInstance;
  utility: Utility;
  /** The least and the greatest starting share of the range; the same for a single count. */
  from: VoterShare;
  to: VoterShare;
  /** Decide every comparison exactly; only for a single count. */
  exact: boolean;
  watch?: PurchaseWatcher;
}

/**
 * Counts by equal shares for all starting shares of the range at once. Answers null where the bounds do not
 * prove that all of them buy the same projects in the same order; an exact run always answers.
 */
export function runEqualShares(request: RunRequest): SharesRun | null {
  return new EqualSharesRun(request).run();
}

/** Slightly more than the relative error of one division in floating point. */
const slack = 2 ** -50;

class EqualSharesRun {
  readonly #request: RunRequest;
  readonly #instance: BudgetInstance;
  readonly #bounds: BudgetBounds;
  readonly #exact: ExactPayments | null;
  readonly #limits: GroupLimits;
  readonly #purchases: Purchase[] = [];
  #open: number[] = [];
  /** Lower bounds of each project's highest payment and of rho; they never fall, so old ones stay valid. */
  readonly #payment: Float64Array;
  readonly #rho: Float64Array;
  #cost = 0n;

  constructor(request: RunRequest) {
    this.#request = request;
    this.#instance = request.instance;
    this.#bounds = new BudgetBounds(request.instance, request.from, request.to);
    this.#exact = request.exact ? new ExactPayments(request.instance, this.#bounds, request.from) : null;
    this.#limits = new GroupLimits(request.instance);
    const { projects } = request.instance;
    this.#payment = Float64Array.from(projects, ({ support }, project) =>
      support === 0 ? 0 : Math.floor((this.#bounds.costLow[project] as number) / support),
    );
    this.#rho = Float64Array.from(projects, (_, project) => this.#lowerRho(project));
  }

  run(): SharesRun | null {
    this.#takeFree();
    while (this.#request.exact || this.#cost <= this.#instance.budget) {
      const contenders = this.#contenders();
      if (contenders === null) return null;
      if (contenders.length === 0) return this.#ended();
      const settled = this.#settle(contenders);
      if (settled === 'unclear') return null;
      if (settled === null) continue;
      this.#buy(settled);
    }
    return this.#ended();
  }

  #ended(): SharesRun {
    return {
      purchases: this.#purchases,
      cost: this.#cost,
      overspent: this.#cost > this.#instance.budget,
      payments: this.#exact,
    };
  }

  /** Projects that cost nothing are funded at once if anyone wants them, in the order that breaks ties. */
  #takeFree(): void {
    const { projects } = this.#instance;
    const wanted = projects.flatMap((project, index) => (project.support > 0 ? [index] : []));
    const free = wanted.filter((index) => projects[index]?.cost === 0n);
    free.sort((one, other) => (projects[one]?.tieRank ?? 0) - (projects[other]?.tieRank ?? 0));
    this.#open = wanted.filter((index) => projects[index]?.cost !== 0n);
    for (const index of free) this.#book({ project: index, tied: [] });
  }

  /**
   * The projects that may have the smallest rho, each with its payment from both runs. Projects that are not
   * affordable, or whose groups are full, leave for good. Null: in the lower run none of them is affordable.
   */
  #contenders(): Contender[] | null {
    const contenders: Contender[] = [];
    const fresh = new Set<number>();
    let best = Number.POSITIVE_INFINITY;
    for (;;) {
      const project = this.#smallest(fresh);
      if (project === null || (this.#rho[project] as number) > best) break;
      const utility = this.#utilityHigh(project);
      const limit = best * utility * (1 + slack);
      const lower = this.#bounds.lowerPayment(project, this.#payment[project] as number, limit);
      if (lower === Number.POSITIVE_INFINITY) {
        this.#open = this.#open.filter((one) => one !== project);
        continue;
      }
      fresh.add(project);
      this.#payment[project] = lower;
      this.#rho[project] = this.#lowerRho(project);
      if ((this.#rho[project] as number) > best) continue;
      const upper = this.#bounds.upperPayment(project, lower);
      best = Math.min(best, this.#upperRho(project, upper));
      contenders.push({ project, lower, upper });
    }
    if (contenders.length > 0 && best === Number.POSITIVE_INFINITY && !this.#exact) return null;
    return contenders.filter(({ project }) => (this.#rho[project] as number) <= best);
  }

  #smallest(fresh: Set<number>): number | null {
    let smallest: number | null = null;
    let rho = Number.POSITIVE_INFINITY;
    for (const project of this.#open) {
      const value = this.#rho[project] as number;
      if (value < rho && !fresh.has(project)) {
        smallest = project;
        rho = value;
      }
    }
    return smallest;
  }

  #settle(contenders: Contender[]): Settled | 'unclear' | null {
    if (!this.#exact) {
      const bought = new Set(this.#purchases.map(({ project }) => project));
      const { instance, utility } = this.#request;
      return settleStructurally({ instance, bounds: this.#bounds, utility, bought }, contenders);
    }
    const affordable = contenders.flatMap((contender) => {
      const payment = this.#exact?.paymentFor(contender.project, contender.lower, contender.upper);
      return payment ? [{ ...contender, payment }] : [];
    });
    const short = contenders.filter(({ project }) => !affordable.some((one) => one.project === project));
    this.#open = this.#open.filter((project) => !short.some((one) => one.project === project));
    // What could not afford itself may have hidden others behind its bound: look again.
    if (short.length > 0) return null;
    return settleExactly(this.#instance, affordable, this.#request.utility);
  }

  #buy(settled: Settled): void {
    const { contender, tied, payment } = settled;
    if (this.#exact && payment) {
      this.#request.watch?.(contender.project, payment, this.#exact, this.#bounds);
      this.#exact.buy(contender.project, payment);
    }
    this.#bounds.pay(contender.project, contender.lower, contender.upper);
    this.#book({ project: contender.project, tied });
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

  #lowerRho(project: number): number {
    return ((this.#payment[project] as number) / this.#utilityHigh(project)) * (1 - slack);
  }

  #upperRho(project: number, upper: number): number {
    const utility = this.#request.utility === 'cost' ? (this.#bounds.costLow[project] as number) : 1;
    return utility === 0 ? Number.POSITIVE_INFINITY : (upper / utility) * (1 + slack);
  }

  #utilityHigh(project: number): number {
    return this.#request.utility === 'cost' ? (this.#bounds.costHigh[project] as number) : 1;
  }
}
