import type { BudgetResult } from './budget-result';
import type { BudgetInstance } from './instance';

/**
 * Asks of each voter which outcome funds more, by cost, of what the voter approved. The greedy outcome is
 * taken only if more voters prefer it (the comparison step of equalshares.net).
 */
export function compareOutcomes(
  instance: BudgetInstance,
  equalShares: string[],
  greedy: string[],
): NonNullable<BudgetResult['comparison']> {
  const [inShares, inGreedy] = [new Set(equalShares), new Set(greedy)];
  const gain = instance.projects.map(
    ({ id, cost }) => (inShares.has(id) ? cost : 0n) - (inGreedy.has(id) ? cost : 0n),
  );
  const counts = { equalShares: 0, greedy: 0 };
  instance.weights.forEach((weight, voter) => {
    const own = instance.approvals.subarray(instance.approvalStart[voter], instance.approvalStart[voter + 1]);
    let difference = 0n;
    for (const project of own) difference += gain[project] ?? 0n;
    if (difference > 0n) counts.equalShares += weight;
    if (difference < 0n) counts.greedy += weight;
  });
  return { ...counts, taken: counts.greedy > counts.equalShares ? 'greedy' : 'equal-shares' };
}
