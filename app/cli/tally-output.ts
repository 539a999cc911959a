import type { BudgetResult, BudgetRound } from '~/domains/ballots/rules/budget/budget-result';
import type { TallyOutcome } from '~/domains/ballots/rules/outcome';

/** What `gongzhi tally --json` prints; the fields are described at runTally. */
export function summariseCount({ result }: TallyOutcome<BudgetResult>, notices: string[]) {
  return {
    winners: result.winners,
    cost: numberIfExact(result.cost),
    budget: numberIfExact(result.budget),
    voterBudget: result.voterBudget,
    increments: result.increments,
    stoppedBecause: result.stoppedBecause,
    ties: result.budgetTies.map((tie) => tie.projects),
    tiesMet: result.budgetTies.reduce((sum, tie) => sum + tie.times, 0),
    steps: [...result.rounds.map(stepOf), ...lossesOf(result)],
    notices,
  };
}

/** A number where it says exactly the same as the decimal text. */
function numberIfExact(amount: string): number | string {
  return String(Number(amount)) === amount ? Number(amount) : amount;
}

function stepOf({ phase, project, cost, remaining, ...round }: BudgetRound, index: number) {
  return {
    step: phase,
    round: index + 1,
    project,
    cost: numberIfExact(cost),
    remaining: numberIfExact(remaining),
    ...round,
  };
}

function lossesOf(result: BudgetResult) {
  return result.projects
    .filter((one) => one.loss !== null)
    .map(({ project, cost, votes, loss, available, fewerVotesButFunded }) => ({
      step: 'not-funded',
      project,
      cost: numberIfExact(cost),
      votes,
      reason: loss,
      available,
      fewerVotesButFunded,
    }));
}

/** The result for people to read. */
export function describeCount({ result }: TallyOutcome<BudgetResult>, names: Map<string, string>): string {
  const lines = [`${result.papers} ballots, ${result.projects.length} projects, budget ${result.budget}`];
  if (result.voterBudget !== null) lines.push(`each voter could spend ${result.voterBudget}`);
  if (result.stoppedBecause) lines.push(`${result.increments} increments, stopped: ${result.stoppedBecause}`);
  lines.push('', 'funded:');
  result.rounds.forEach((round, index) => {
    const share = round.payments[0] ? `, ${round.payments[0].voters} pay ${round.payments[0].to}` : '';
    const tie = round.tiedWith.length > 0 ? `, tied with ${round.tiedWith.join(', ')}` : '';
    const name = names.get(round.project) ?? '';
    lines.push(
      `${String(index + 1).padStart(4)}  ${round.project}  ${name}  cost ${round.cost}, ${round.votes} votes${share}${tie}`,
    );
  });
  lines.push('', `total cost ${result.cost}`, '', 'not funded:');
  for (const { project, cost, votes, loss, available } of result.projects) {
    if (loss !== null)
      lines.push(`      ${project}  cost ${cost}, ${votes} votes: ${loss}, available ${available ?? '-'}`);
  }
  return `${lines.join('\n')}\n`;
}
