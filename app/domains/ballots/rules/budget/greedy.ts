import { GroupLimits } from './group-limits';
import type { BudgetInstance } from './instance';

export interface GreedyRequest {
  /** Votes are points where these are counted. */
  measure: 'votes' | 'votes-per-cost';
  /** What is funded already. */
  before?: number[];
  /** End at the first project that does not fit, instead of skipping it. */
  stopAtMisfit?: boolean;
}

export interface GreedyRun {
  /** In order, without those that were selected before. */
  selected: number[];
  /** The project at which the count ended, where it is to end at the first that does not fit. */
  stoppedAt: number | null;
  /** Projects that stood equal, in the order of the tie rule. */
  ties: number[][];
  remaining: bigint;
}

/**
 * Takes projects by falling votes, or votes per cost, and skips what does not fit into what is left, or ends
 * there, as asked; equal ones in the order of the tie rule. Projects without votes come last, and are funded if
 * there is room for them, as in the reference implementations; in a ballot in which nobody has voted nothing is.
 */
export function selectGreedily(
  instance: BudgetInstance,
  { measure, before = [], stopAtMisfit = false }: GreedyRequest,
): GreedyRun {
  const limits = new GroupLimits(instance);
  let remaining = instance.budget;
  const fund = (index: number) => {
    const project = instance.projects[index];
    if (!project) return;
    limits.add(project);
    remaining -= project.cost;
  };
  before.forEach(fund);
  if (instance.isEmpty) return { selected: [], ties: [], remaining, stoppedAt: null };
  const { order, ties } = orderByMeasure(instance, measure, new Set(before));
  const selected: number[] = [];
  for (const index of order) {
    const project = instance.projects[index];
    if (!project || !limits.allows(project)) continue;
    if (project.cost > remaining) {
      if (stopAtMisfit) return { selected, ties, remaining, stoppedAt: index };
      continue;
    }
    fund(index);
    selected.push(index);
  }
  return { selected, ties, remaining, stoppedAt: null };
}

function orderByMeasure(instance: BudgetInstance, measure: 'votes' | 'votes-per-cost', before: Set<number>) {
  const compare = (one: number, other: number) => compareMeasure(instance, measure, one, other);
  const rank = (index: number) => instance.projects[index]?.tieRank ?? 0;
  const order = instance.projects.map((_, index) => index).filter((index) => !before.has(index));
  order.sort((one, other) => compare(one, other) || rank(one) - rank(other));
  const groups: number[][] = [];
  for (const index of order) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last !== undefined && compare(last, index) === 0) group.push(index);
    else groups.push([index]);
  }
  const ties = groups.filter(
    (group) => group.length > 1 && (instance.projects[group[0] ?? -1]?.score ?? 0n) > 0n,
  );
  return { order, ties };
}

/** votes₁ / cost₁ against votes₂ / cost₂ by cross products; what costs nothing and has votes comes first. */
function compareMeasure(
  instance: BudgetInstance,
  measure: 'votes' | 'votes-per-cost',
  one: number,
  other: number,
): number {
  const [a, b] = [instance.projects[one], instance.projects[other]];
  if (!a || !b) return 0;
  const byScore = measure === 'votes' || a.score <= 0n || b.score <= 0n;
  const difference = byScore ? a.score - b.score : a.score * b.cost - b.score * a.cost;
  return difference > 0n ? -1 : difference < 0n ? 1 : 0;
}
