import { openCount } from '../open-count';
import type { BudgetRules, Choice } from '../kinds';
import type { TieMet } from '../common-result';
import type { TallyOutcome, TallyStep } from '../outcome';
import type { BudgetResult } from './budget-result';
import { countBudget, type BudgetCount } from './count-budget';
import { buildInstance } from './instance';
import { decidingCriterion } from './tie-order';

/** Counts a budget ballot; below the quorum the count is shown, but nothing wins. */
export function tallyBudget(ballots: Choice[], rules: BudgetRules): TallyOutcome<BudgetResult> {
  const { papers, common, steps, decides } = openCount(ballots, rules);
  const instance = buildInstance(papers, rules);
  const { selected, ...count } = countBudget(instance, rules);
  const ties: TieMet[] = count.budgetTies.map(({ projects }) => ({
    options: projects,
    decidedBy: decidingCriterion(instance.projects, projects, rules),
  }));
  const winners = decides ? selected : [];
  return {
    result: { kind: 'budget', ...common, winners, ties, ...count },
    steps: [...steps, ...stepsOf(count)],
  };
}

function stepsOf(count: Omit<BudgetCount, 'selected'>): TallyStep[] {
  const steps: TallyStep[] = [];
  if (count.voterBudget !== null) steps.push({ step: 'voter-share', values: { amount: count.voterBudget } });
  if (count.increments !== null && count.stoppedBecause !== null) {
    steps.push({
      step: 'increments-added',
      values: { increments: count.increments, because: count.stoppedBecause },
    });
  }
  count.rounds.forEach((round, index) => {
    const { project, cost, votes, points, remaining, phase, tiedWith } = round;
    const values: TallyStep['values'] = { round: index + 1, project, cost, votes, remaining };
    if (points !== undefined) values.points = points;
    const [full] = round.payments;
    if (full)
      Object.assign(values, {
        payers: full.voters,
        fullShare: full.to,
        effectiveVotes: round.effectiveVotes,
      });
    if (tiedWith.length > 0) values.tiedWith = tiedWith.join(', ');
    steps.push({ step: `funded-${phase}`, values });
  });
  for (const { project, cost, votes, loss, available } of count.projects) {
    if (loss === null) continue;
    steps.push({ step: `lost-${loss}`, values: { project, cost, votes, available: available ?? '' } });
  }
  return steps;
}
