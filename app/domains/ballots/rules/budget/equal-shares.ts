import type { VoterShare } from './budget-bounds';
import type { StopReason } from './budget-result';
import { runEqualShares, type PurchaseWatcher, type SharesRun } from './equal-shares-run';
import { GroupLimits } from './group-limits';
import type { BudgetInstance, Utility } from './instance';
import { runAhead } from './run-ahead';

export interface EqualSharesRequest {
  utility: Utility;
  addOne: boolean;
  stopWhenExhaustive: boolean;
  watch?: PurchaseWatcher;
  /** After so many increments one by one the count looks ahead exactly; the outcome does not depend on it. */
  patience?: number;
}

export interface MetTie {
  projects: number[];
  times: bigint;
}

export interface EqualSharesCount {
  run: SharesRun;
  /** Units of currency that were added to every voter's share. */
  increments: bigint;
  share: VoterShare;
  stoppedBecause: StopReason | null;
  ties: MetTie[];
  /** How many counts that took. */
  counts: number;
}

/**
 * The Method of Equal Shares (Peters, Pierczyński, Skowron 2021) with exact results; with `addOne`, one unit
 * of currency is added to every voter's share, and all counted anew, until an increment would overspend, or,
 * as asked, until nothing further fits. The outcome is that of counting at each increment; increments between
 * which provably nothing changes are counted together: by bounds (BudgetBounds), or, where these prove nothing
 * for long, by exact functions of the increments (runAhead).
 */
export function countEqualShares(instance: BudgetInstance, request: EqualSharesRequest): EqualSharesCount {
  if (instance.voters === 0) return emptyCount();
  const counter = new IncrementCounter(instance, request);
  const { increments, stoppedBecause } = request.addOne ? counter.search() : counter.single();
  const run = counter.exactRun(increments, request.watch);
  return {
    run,
    increments,
    share: counter.shareAt(increments),
    stoppedBecause,
    ties: counter.ties(),
    counts: counter.counts,
  };
}

function emptyCount(): EqualSharesCount {
  const run = { purchases: [], cost: 0n, overspent: false, payments: null };
  const share = { numerator: 0n, denominator: 1n };
  return { run, increments: 0n, share, stoppedBecause: null, ties: [], counts: 0 };
}

class IncrementCounter {
  readonly #instance: BudgetInstance;
  readonly #request: EqualSharesRequest;
  readonly #ties = new Map<string, MetTie>();
  counts = 0;
  /** How many increments the next range tries to prove alike. */
  #step = 1n;
  /** Increments since a range of more than one was proven. */
  #singles = 0;
  #patience: number;

  constructor(instance: BudgetInstance, request: EqualSharesRequest) {
    this.#instance = instance;
    this.#request = request;
    this.#patience = request.patience ?? 32;
  }

  single(): { increments: bigint; stoppedBecause: null } {
    this.#recordTies(this.exactRun(0n), 1n);
    return { increments: 0n, stoppedBecause: null };
  }

  search(): { increments: bigint; stoppedBecause: StopReason } {
    for (let increments = 0n; ;) {
      const { run, alike } = this.#advance(increments);
      const stop = this.#stopAfter(run);
      if (stop) {
        this.#recordTies(this.exactRun(increments), 1n);
        return {
          increments: stop === 'next-would-overspend' ? increments - 1n : increments,
          stoppedBecause: stop,
        };
      }
      this.#recordTies(run, alike);
      increments += alike;
    }
  }

  /** The count at the increments, and for how many increments from there it is the same. */
  #advance(increments: bigint): { run: SharesRun; alike: bigint } {
    if (this.#singles >= this.#patience) return this.#lookAhead(increments);
    for (;;) {
      const alike = this.#step;
      const run = this.#rangeRun(increments, increments + alike - 1n);
      if (run) this.#step *= 2n;
      else if (alike > 1n) {
        this.#step = alike > 4n ? alike / 4n : 1n;
        continue;
      }
      this.#singles = alike > 1n ? 0 : this.#singles + 1;
      return { run: run ?? this.exactRun(increments), alike };
    }
  }

  /** Tries bounds again soon where it was worth it, and looks ahead more rarely where it was not. */
  #lookAhead(increments: bigint): { run: SharesRun; alike: bigint } {
    this.counts += 1;
    const { run, further } = runAhead(this.#instance, this.#request.utility, this.shareAt(increments));
    const alike = (further ?? 0n) + 1n;
    const worth = alike >= BigInt(this.#patience);
    this.#singles = worth ? Math.max(this.#patience - 2, 0) : 0;
    if (!worth) this.#patience *= 2;
    return { run, alike };
  }

  ties(): MetTie[] {
    return [...this.#ties.values()];
  }

  shareAt(increments: bigint): VoterShare {
    const voters = BigInt(this.#instance.voters);
    const unit = 10n ** BigInt(this.#instance.decimals);
    return { numerator: this.#instance.budget + increments * unit * voters, denominator: voters };
  }

  exactRun(increments: bigint, watch?: PurchaseWatcher): SharesRun {
    this.counts += 1;
    const share = this.shareAt(increments);
    const run = runEqualShares({
      ...this.#base(),
      from: share,
      to: share,
      exact: true,
      ...(watch ? { watch } : {}),
    });
    if (!run) throw new Error('an exact count is never unclear');
    return run;
  }

  #rangeRun(first: bigint, last: bigint): SharesRun | null {
    this.counts += 1;
    return runEqualShares({
      ...this.#base(),
      from: this.shareAt(first),
      to: this.shareAt(last),
      exact: false,
    });
  }

  #base() {
    return { instance: this.#instance, utility: this.#request.utility };
  }

  #stopAfter(run: SharesRun): StopReason | null {
    if (run.overspent) return 'next-would-overspend';
    const left = leftToFund(this.#instance, run);
    const room = this.#instance.budget - run.cost;
    const fits = left.some((project) => (this.#instance.projects[project]?.cost ?? 0n) <= room);
    if (this.#request.stopWhenExhaustive && !fits) return 'exhaustive';
    return left.length === 0 ? 'nothing-left' : null;
  }

  #recordTies(run: SharesRun, times: bigint): void {
    for (const { tied } of run.purchases) {
      if (tied.length === 0) continue;
      const key = tied.join();
      const tie = this.#ties.get(key) ?? { projects: tied, times: 0n };
      tie.times += times;
      this.#ties.set(key, tie);
    }
  }
}

/** Projects with votes that are not funded although their groups have room. */
export function leftToFund(instance: BudgetInstance, run: SharesRun): number[] {
  const limits = new GroupLimits(instance);
  const bought = new Set(run.purchases.map(({ project }) => project));
  for (const project of bought) {
    const counted = instance.projects[project];
    if (counted) limits.add(counted);
  }
  return instance.projects.flatMap((project, index) =>
    project.support > 0 && !bought.has(index) && limits.allows(project) ? [index] : [],
  );
}
