import { formatDecimal, roundFraction } from '~/lib/fraction';
import type { BudgetRules } from '../kinds';
import type { BudgetProjectResult, BudgetRound, LossReason } from './budget-result';
import type { EqualSharesCount } from './equal-shares';
import { GroupLimits } from './group-limits';
import type { BudgetInstance } from './instance';
import { shownDecimals } from './record-round';

interface Explained {
  rules: BudgetRules;
  rounds: BudgetRound[];
  cost: bigint;
  shares: EqualSharesCount | null;
}

/** What became of each project and why, in the order of the rules. */
export function explainProjects(
  instance: BudgetInstance,
  { rules, rounds, cost, shares }: Explained,
): BudgetProjectResult[] {
  const roundOf = new Map(rounds.map(({ project }, index) => [project, index + 1]));
  const counted = new Map(instance.projects.map((project, index) => [project.id, index]));
  const limits = new GroupLimits(instance);
  for (const project of instance.projects) if (roundOf.has(project.id)) limits.add(project);
  const lossOf = (index: number): LossReason => {
    const project = instance.projects[index];
    if (!project || project.votes === 0) return 'no-votes';
    if (!limits.allows(project)) return 'group-full';
    return shares && !rules.completion.endsWith('greedy') ? 'supporters-short' : 'does-not-fit';
  };
  return rules.projects.map(({ id, cost: text }) => {
    const index = counted.get(id);
    const project = index === undefined ? undefined : instance.projects[index];
    if (index === undefined || !project) return excludedProject(id, text);
    const selected = roundOf.has(id);
    const loss = selected ? null : lossOf(index);
    return {
      project: id,
      cost: formatDecimal(project.cost, instance.decimals),
      votes: project.votes,
      selected,
      round: roundOf.get(id) ?? null,
      loss,
      available: selected ? null : availableFor(instance, index, { shares, room: instance.budget - cost }),
      fewerVotesButFunded: selected
        ? []
        : rounds.filter((round) => round.votes < project.votes).map((round) => round.project),
    };
  });
}

function excludedProject(project: string, cost: string): BudgetProjectResult {
  const none = { selected: false, round: null, available: null, fewerVotesButFunded: [] };
  return { project, cost, votes: 0, loss: 'excluded', ...none };
}

/** Equal shares: what the supporters have left together; greedy: what is left of the budget. */
function availableFor(
  instance: BudgetInstance,
  index: number,
  { shares, room }: { shares: EqualSharesCount | null; room: bigint },
): string {
  const payments = shares?.run.payments;
  if (!payments) return formatDecimal(room, instance.decimals);
  const from = instance.supporterStart[index];
  const supporters = instance.supporters.subarray(from, instance.supporterStart[index + 1]);
  let left = 0n;
  for (const voter of supporters) left += payments.leftOf(voter) * BigInt(instance.weights[voter] ?? 0);
  const denominator = payments.denominator * 10n ** BigInt(instance.decimals);
  return roundFraction({ numerator: left, denominator }, shownDecimals);
}
