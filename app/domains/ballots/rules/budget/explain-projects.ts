import { formatDecimal, roundFraction } from '~/lib/numbers/fraction';
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
  stoppedAt: number | null;
}

/** The sum of points as text, where points are counted. */
export function pointsIn({ summed, scoreDecimals }: BudgetInstance, score: bigint): { points?: string } {
  return summed ? { points: formatDecimal(score, scoreDecimals) } : {};
}

/** What became of each project and why, in the order of the rules. */
export function explainProjects(
  instance: BudgetInstance,
  { rules, rounds, cost, shares, stoppedAt }: Explained,
): BudgetProjectResult[] {
  const scoreOf = new Map(instance.projects.map(({ id, score }) => [id, score]));
  const roundOf = new Map(rounds.map(({ project }, index) => [project, index + 1]));
  const counted = new Map(instance.projects.map((project, index) => [project.id, index]));
  const limits = new GroupLimits(instance);
  for (const project of instance.projects) if (roundOf.has(project.id)) limits.add(project);
  const lossOf = (index: number): LossReason => {
    const project = instance.projects[index];
    if (!project || project.score <= 0n) return 'no-votes';
    if (!limits.allows(project)) return 'group-full';
    if (stoppedAt !== null && stoppedAt !== index) return 'after-stop';
    return shares && !rules.completion.endsWith('greedy') ? 'supporters-short' : 'does-not-fit';
  };
  return rules.projects.map(({ id, cost: text }) => {
    const index = counted.get(id);
    const project = index === undefined ? undefined : instance.projects[index];
    if (index === undefined || !project) return leftOut(instance, id, text);
    const selected = roundOf.has(id);
    const loss = selected ? null : lossOf(index);
    return {
      project: id,
      cost: formatDecimal(project.cost, instance.decimals),
      votes: project.votes,
      ...pointsIn(instance, project.score),
      selected,
      round: roundOf.get(id) ?? null,
      loss,
      available: selected ? null : availableFor(instance, index, { shares, room: instance.budget - cost }),
      fewerVotesButFunded: selected
        ? []
        : rounds.map((round) => round.project).filter((one) => (scoreOf.get(one) ?? 0n) < project.score),
    };
  });
}

/** What the rules exclude, or what has less than the minimum. */
function leftOut(instance: BudgetInstance, project: string, cost: string): BudgetProjectResult {
  const none = { selected: false, round: null, available: null, fewerVotesButFunded: [] };
  const below = instance.belowMinimum.get(project);
  if (!below) return { project, cost, votes: 0, loss: 'excluded', ...none };
  const { votes, score } = below;
  return { project, cost, votes, ...pointsIn(instance, score), loss: 'below-minimum', ...none };
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
