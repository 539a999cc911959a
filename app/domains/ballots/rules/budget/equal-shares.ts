import type { VoterShare } from './budget-bounds';
import type { StopReason } from './budget-result';
import { runEqualShares, type PurchaseWatcher, type SharesRun, type Utility } from './equal-shares-run';
import { GroupLimits } from './group-limits';
import type { BudgetInstance } from './instance';

export interface EqualSharesRequest {
  utility: Utility;
  addOne: boolean;
  stopWhenExhaustive: boolean;
  watch?: PurchaseWatcher;
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
}

/**
 * The Method of Equal Shares (Peters, Pierczyński, Skowron 2021) with exact results; with `addOne`, one unit
 * of currency is added to every voter's share, and all counted anew, until an increment would overspend, or,
 * as asked, until nothing further fits. The outcome is that of counting at each increment; increments between
 * which provably nothing changes are counted together (see BudgetBounds).
 */
export function countEqualShares(instance: BudgetInstance, request: EqualSharesRequest): EqualSharesCount {
  if (instance.voters === 0) return emptyCount();
  const counter = new IncrementCounter(instance, request);
  const { increments, stoppedBecause } = request.addOne ? counter.search() : counter.single();
  const run = counter.exactRun(increments, request.watch);
  return { run, increments, share: counter.shareAt(increments), stoppedBecause, ties: counter.ties() };
}

function emptyCount(): EqualSharesCount {
  const run = { purchases: [], cost: 0n, overspent: false, payments: null };
  return { run, increments: 0n, share: { numerator: 0n, denominator: 1n }, stoppedBecause: null, ties: [] };
}

class IncrementCounter {
  readonly #instance: BudgetInstance;
  readonly #request: EqualSharesRequest;
  readonly #ties = new Map<string, MetTie>();

  constructor(instance: BudgetInstance, request: EqualSharesRequest) {
    this.#instance = instance;
    this.#request = request;
  }

  single(): { increments: bigint; stoppedBecause: null } {
    this.#recordTies(this.exactRun(0n), 1n);
    return { increments: 0n, stoppedBecause: null };
  }

  search(): { increments: bigint; stoppedBecause: StopReason } {
    let step = 1n;
    for (let increments = 0n; ;) {
      const run = this.#rangeRun(increments, increments + step - 1n);
      if (!run && step > 1n) {
        step = step > 4n ? step / 4n : 1n;
        continue;
      }
      const counted = run ?? this.exactRun(increments);
      const stop = this.#stopAfter(counted);
      if (stop) {
        this.#recordTies(this.exactRun(increments), 1n);
        return {
          increments: stop === 'next-would-overspend' ? increments - 1n : increments,
          stoppedBecause: stop,
        };
      }
      this.#recordTies(counted, step);
      increments += step;
      step *= 2n;
    }
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
    project.votes > 0 && !bought.has(index) && limits.allows(project) ? [index] : [],
  );
}
