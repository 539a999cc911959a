import { greatestCommonDivisor } from '~/lib/numbers/fraction';
import { BeyondCounting, type BudgetVote } from './budget-votes';

/** Voters whose papers say the same. */
export interface VoterClass {
  weight: number;
  /** Ascending. */
  projects: number[];
  /** What each of them gets: above 0. */
  points: number[];
}

/** What is counted of each project. */
export interface ProjectTotals {
  /** Papers that name it. */
  votes: number;
  /** The sum of its points, in the units of the votes. */
  score: bigint;
}

/** All sums of points over papers stay below this, so that floating point holds them exactly. */
const mostPoints = 2n ** 52n;

export function totalsOf(votes: BudgetVote[], index: Map<string, number>): ProjectTotals[] {
  const totals = [...index].map((): ProjectTotals => ({ votes: 0, score: 0n }));
  let approvals = true;
  for (const { ids, units, named } of votes) {
    if (units) approvals = false;
    ids.forEach((id, at) => {
      const total = totals[index.get(id) ?? -1];
      if (!total) return;
      if (at < named) total.votes += 1;
      if (units) total.score += units[at] ?? 0n;
    });
  }
  return approvals ? totals.map(({ votes }) => ({ votes, score: BigInt(votes) })) : totals;
}

/**
 * The papers by what they say. Points are whole numbers in the largest unit that measures all of them, `pointsUnit`
 * of the papers' units: only their ratios matter to equal shares. Throws BeyondCounting where
 * their sum is.
 */
export function voterClasses(
  votes: BudgetVote[],
  index: Map<string, number>,
): { classes: VoterClass[]; pointsUnit: bigint } {
  const unit = measureOf(votes);
  const classes = new Map<string, VoterClass>();
  for (const { ids, units } of votes) {
    const given = ids
      .map((id, at) => ({
        project: index.get(id) ?? -1,
        points: units ? Number((units[at] ?? 0n) / unit) : 1,
      }))
      .filter(({ project, points }) => project >= 0 && points > 0)
      .sort((one, other) => one.project - other.project);
    if (given.length === 0) continue;
    const projects = given.map(({ project }) => project);
    const points = given.map(({ points }) => points);
    const key = `${projects.join()} ${points.join()}`;
    const existing = classes.get(key);
    if (existing) existing.weight += 1;
    else classes.set(key, { weight: 1, projects, points });
  }
  return { classes: [...classes.values()], pointsUnit: unit };
}

function measureOf(votes: BudgetVote[]): bigint {
  let measure = 0n;
  let sum = 0n;
  for (const { units } of votes)
    for (const points of units ?? []) {
      if (points <= 0n) continue;
      sum += points;
      if (measure !== 1n) measure = greatestCommonDivisor(measure, points);
    }
  if (measure === 0n) return 1n;
  if (sum / measure > mostPoints)
    throw new BeyondCounting('the points are too large, or too fine, to be counted exactly');
  return measure;
}
