import {
  addFractions,
  compareFractions,
  divideFractions,
  fraction,
  multiplyFractions,
  subtractFractions,
  type Fraction,
} from '~/lib/numbers/fraction';

/** An election of points as a table, counted by the definitions, one voter at a time: slow and obvious. */
export interface PointsElection {
  budget: number;
  /** Projects stand in the order that breaks ties. */
  costs: number[];
  /** points[voter][project]; what a voter does not name is 0. */
  points: number[][];
}

const zero = fraction(0n);
const whole = (value: number) => fraction(BigInt(value));
const sum = (values: Fraction[]) => values.reduce(addFractions, zero);
const least = (one: Fraction, other: Fraction) => (compareFractions(one, other) <= 0 ? one : other);

/**
 * Equal shares with additive utilities: of all projects that their supporters can pay for, the one with the least rho
 * such that Σ min(money, rho × points) is its cost; what costs nothing and is wanted comes first.
 */
export function slowPointsShares({ costs, points }: PointsElection, share: Fraction): number[] {
  const money = points.map(() => share);
  const wanted = (project: number) => points.some((given) => (given[project] ?? 0) > 0);
  const winners = costs.flatMap((cost, project) => (cost === 0 && wanted(project) ? [project] : []));
  for (;;) {
    let best: { project: number; rho: Fraction } | null = null;
    costs.forEach((cost, project) => {
      if (cost === 0 || winners.includes(project)) return;
      const rho = leastRho(
        whole(cost),
        points.map((given, voter) => ({ money: money[voter] ?? zero, points: given[project] ?? 0 })),
      );
      if (rho && (!best || compareFractions(rho, best.rho) < 0)) best = { project, rho };
    });
    const taken = best as { project: number; rho: Fraction } | null;
    if (!taken) return winners;
    winners.push(taken.project);
    points.forEach((given, voter) => {
      const asked = multiplyFractions(taken.rho, whole(Math.max(0, given[taken.project] ?? 0)));
      money[voter] = subtractFractions(money[voter] ?? zero, least(money[voter] ?? zero, asked));
    });
  }
}

/** Tries what those beyond each supporter's breaking point would carry: right is what brings the cost together. */
function leastRho(cost: Fraction, voters: { money: Fraction; points: number }[]): Fraction | null {
  const supporters = voters.filter(({ points }) => points > 0);
  if (compareFractions(sum(supporters.map(({ money }) => money)), cost) < 0) return null;
  const rhos = supporters.flatMap(({ money, points }) => {
    const limit = divideFractions(money, whole(points));
    const poorer = supporters.filter((one) => compareFractions(ratio(one), limit) < 0);
    const richer = supporters.filter((one) => compareFractions(ratio(one), limit) >= 0);
    const missing = subtractFractions(cost, sum(poorer.map((one) => one.money)));
    const rho = divideFractions(missing, sum(richer.map((one) => whole(one.points))));
    const brought = sum(supporters.map((one) => least(one.money, multiplyFractions(rho, whole(one.points)))));
    return compareFractions(brought, cost) === 0 ? [rho] : [];
  });
  return rhos.length === 0 ? null : rhos.reduce(least);
}

const ratio = ({ money, points }: { money: Fraction; points: number }) =>
  divideFractions(money, whole(points));

/** Add-1 by counting at every increment of `unit`. */
export function slowPointsAddOne(election: PointsElection, { stop, unit }: { stop: boolean; unit: number }) {
  const { budget, costs, points } = election;
  const costOf = (winners: number[]) => winners.reduce((total, project) => total + (costs[project] ?? 0), 0);
  let previous: number[] = [];
  for (let increments = 0; ; increments += 1) {
    const share = addFractions(fraction(BigInt(budget), BigInt(points.length)), whole(increments * unit));
    const winners = slowPointsShares(election, share);
    if (costOf(winners) > budget) return previous;
    const left = costs.flatMap((cost, project) =>
      !winners.includes(project) && points.some((given) => (given[project] ?? 0) > 0) ? [cost] : [],
    );
    if (left.length === 0 || (stop && left.every((cost) => costOf(winners) + cost > budget))) return winners;
    previous = winners;
  }
}

interface SlowGreedy {
  perCost: boolean;
  minimum: number;
  noSkip: boolean;
}

/** By falling sums of points, or points per cost: what has the minimum and fits. */
export function slowPointsGreedy(
  election: PointsElection,
  { perCost, minimum, noSkip }: SlowGreedy,
): number[] {
  const { budget, costs, points } = election;
  const scores = costs.map((_, project) => points.reduce((total, given) => total + (given[project] ?? 0), 0));
  const left = costs.flatMap((_, project) => ((scores[project] ?? 0) >= minimum ? [project] : []));
  const winners: number[] = [];
  let money = budget;
  const isBetter = (one: number, other: number) => {
    const [a, b] = [scores[one] ?? 0, scores[other] ?? 0];
    if (!perCost || a <= 0 || b <= 0) return a > b;
    return a * (costs[other] ?? 0) > b * (costs[one] ?? 0);
  };
  while (left.length > 0) {
    const next = left.reduce((best, project) => (isBetter(project, best) ? project : best));
    left.splice(left.indexOf(next), 1);
    const cost = costs[next] ?? 0;
    if (cost <= money) {
      winners.push(next);
      money -= cost;
    } else if (noSkip) return winners;
  }
  return winners;
}
