import {
  addFractions,
  compareFractions,
  divideFractions,
  fraction,
  multiplyFractions,
  subtractFractions,
  type Fraction,
} from '~/lib/numbers/fraction';

/**
 * Equal shares as the definition has it, one voter and one increment at a time. Slow and obvious: the tests
 * compare the real count with it on small elections.
 */
export interface SlowElection {
  budget: number | bigint;
  costs: (number | bigint)[];
  /** Indexes of projects, one list a voter. */
  ballots: number[][];
}

export type SlowUtility = 'cost' | 'cardinality';

const zero = fraction(0n);

/** Winners in order; ties go to the smaller index. What costs nothing and is wanted comes first. */
export function slowEqualShares(election: SlowElection, utility: SlowUtility, share: Fraction): number[] {
  const money = election.ballots.map(() => share);
  const winners = election.costs.flatMap((cost, project) =>
    BigInt(cost) === 0n && election.ballots.some((ballot) => ballot.includes(project)) ? [project] : [],
  );
  for (;;) {
    const left = election.costs.map((_, project) => project).filter((project) => !winners.includes(project));
    let best: { project: number; rho: Fraction } | null = null;
    for (const project of left) {
      const rho = rhoOf(election, project, { utility, money });
      if (rho && (!best || compareFractions(rho, best.rho) < 0)) best = { project, rho };
    }
    if (!best) return winners;
    winners.push(best.project);
    const payment = multiplyFractions(best.rho, utilityOf(election, best.project, utility));
    election.ballots.forEach((ballot, voter) => {
      if (best && ballot.includes(best.project))
        money[voter] = subtractFractions(money[voter] ?? zero, least(money[voter] ?? zero, payment));
    });
  }
}

function rhoOf(
  election: SlowElection,
  project: number,
  { utility, money }: { utility: SlowUtility; money: Fraction[] },
): Fraction | null {
  const budgets = money
    .filter((_, voter) => election.ballots[voter]?.includes(project))
    .sort(compareFractions);
  const cost = fraction(BigInt(election.costs[project] ?? 0));
  if (
    budgets.length === 0 ||
    cost.numerator === 0n ||
    compareFractions(budgets.reduce(addFractions, zero), cost) < 0
  )
    return null;
  const unit = utilityOf(election, project, utility);
  let paid = zero;
  for (const [position, budget] of budgets.entries()) {
    const payers = fraction(BigInt(budgets.length - position));
    const rho = divideFractions(subtractFractions(cost, paid), multiplyFractions(payers, unit));
    if (compareFractions(multiplyFractions(rho, unit), budget) <= 0) return rho;
    paid = addFractions(paid, budget);
  }
  return null;
}

function utilityOf(election: SlowElection, project: number, utility: SlowUtility): Fraction {
  return fraction(utility === 'cost' ? BigInt(election.costs[project] ?? 1) : 1n);
}

function least(one: Fraction, other: Fraction): Fraction {
  return compareFractions(one, other) < 0 ? one : other;
}

/** Add-1 by counting at every increment of `unit`; answers the winners and the number of increments. */
export function slowAddOne(
  election: SlowElection,
  utility: SlowUtility,
  { stopWhenExhaustive, unit = 1 }: { stopWhenExhaustive: boolean; unit?: number },
) {
  const costOf = (winners: number[]) =>
    winners.reduce((sum, project) => sum + BigInt(election.costs[project] ?? 0), 0n);
  const wanted = election.costs.flatMap((_, project) =>
    election.ballots.some((ballot) => ballot.includes(project)) ? [project] : [],
  );
  let previous: number[] = [];
  for (let increments = 0; ; increments += 1) {
    const share = addFractions(
      fraction(BigInt(election.budget), BigInt(election.ballots.length)),
      fraction(BigInt(increments) * BigInt(unit)),
    );
    const winners = slowEqualShares(election, utility, share);
    if (costOf(winners) > BigInt(election.budget)) return { winners: previous, increments: increments - 1 };
    const left = wanted.filter((project) => !winners.includes(project));
    const fits = left.some(
      (project) => costOf(winners) + BigInt(election.costs[project] ?? 0) <= BigInt(election.budget),
    );
    if (left.length === 0 || (stopWhenExhaustive && !fits)) return { winners, increments };
    previous = winners;
  }
}

/** Greedy after what is funded already: by votes, or votes per cost; ties go to the smaller index. */
export function slowGreedy(election: SlowElection, measure: 'votes' | 'votes-per-cost', before: number[]) {
  const costOf = (project: number) => BigInt(election.costs[project] ?? 0);
  const votesOf = (project: number) =>
    BigInt(election.ballots.filter((ballot) => ballot.includes(project)).length);
  const valueOf = (project: number) => {
    if (measure === 'votes' || votesOf(project) === 0n) return fraction(votesOf(project));
    // More than anything that costs a unit.
    if (costOf(project) === 0n) return fraction(10n ** 9n);
    return fraction(votesOf(project), costOf(project));
  };
  const winners = [...before];
  const rest = election.costs.map((_, project) => project).filter((project) => !before.includes(project));
  rest.sort((one, other) => compareFractions(valueOf(other), valueOf(one)) || one - other);
  let left = winners.reduce((sum, project) => sum - costOf(project), BigInt(election.budget));
  for (const project of rest) {
    if (costOf(project) > left) continue;
    left -= costOf(project);
    winners.push(project);
  }
  return winners;
}
