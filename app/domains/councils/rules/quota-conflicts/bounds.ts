import { restrictionsOn } from '../kinds-of-people';
import type { Council, KindsOfPeople, Quota } from '../council';
import type { Range } from '~/lib/linear-programs/program';

/** One side of a quota. */
export interface Bound {
  /** Place in `Council.quotas`. */
  quota: number;
  side: 'min' | 'max';
}

/** People, and the bounds that no panel of them meets together. */
export interface Bounded {
  people: KindsOfPeople;
  bounds: readonly Bound[];
}

/** The bounds that some panel of the right size could break; the others take part in no conflict. */
export function bindingBounds({ quotas, seats }: Council, people: KindsOfPeople): Bound[] {
  return quotas.flatMap(({ min, max }, quota): Bound[] => {
    const there = (people.quotas[quota]?.kinds ?? []).reduce(
      (sum, kind) => sum + (people.kinds[kind]?.people.length ?? 0),
      0,
    );
    return [
      ...(min > 0 ? [{ quota, side: 'min' } as const] : []),
      ...(max < Math.min(there, seats) ? [{ quota, side: 'max' } as const] : []),
    ];
  });
}

/** The restrictions of a panel where only these bounds hold, in the order of `restrictionsOn`. */
export function rangesWith(kept: readonly Bound[], people: KindsOfPeople): Range[] {
  const ranges = restrictionsOn(people).map(({ lower, upper }, at) =>
    at < people.quotas.length ? { lower: 0, upper: people.seats } : { lower, upper },
  );
  for (const { quota, side } of kept) {
    const [range, own] = [ranges[quota], people.quotas[quota]];
    if (!range || !own) continue;
    if (side === 'min') range.lower = own.lower;
    else range.upper = own.upper;
  }
  return ranges;
}

/** What a bound says, for a reader. */
export interface SaidBound {
  feature: string;
  value: string;
  bound: 'min' | 'max';
  quota: number;
}

export function saidBound(quotas: readonly Quota[], { quota, side }: Bound): SaidBound {
  const { feature = '', value = '', min = 0, max = 0 } = quotas[quota] ?? {};
  return { feature, value, bound: side, quota: side === 'min' ? min : max };
}
