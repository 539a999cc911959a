import type { BudgetRules } from '../kinds';
import { parseAmount, unitsOf, type DecimalAmount } from './amounts';
import { isVote } from '../has-votes';
import { budgetVotes, type BudgetPaper } from './budget-votes';
import { tieRanks } from './tie-order';
import { totalsOf, voterClasses, type ProjectTotals, type VoterClass } from './voter-classes';

/** What equal shares make equal: the cost of the projects that a voter gets, their number, or their points. */
export type Utility = 'cost' | 'cardinality' | 'points';

/** A project that takes part in the count; money in units of 10^-decimals of the currency. */
export interface CountedProject extends ProjectTotals {
  id: string;
  cost: bigint;
  /** What its supporters give it together; only votes above 0 are support. */
  support: number;
  /** Place in the order that breaks ties, from 0. */
  tieRank: number;
  /** Indexes of the groups that it belongs to. */
  groups: number[];
}

export interface CountedGroup {
  id: string;
  maximum: number;
  budget: bigint | null;
}

/**
 * A budget election laid out for counting. Voters whose papers say the same are one class with a weight,
 * because every rule treats them alike. The two tables are each other's transpose; beside each entry stand the
 * points that the class gives the project, 1 where papers approve.
 */
export interface BudgetInstance {
  decimals: number;
  budget: bigint;
  /** All ballots, empty ones included. */
  voters: number;
  /** Nobody has voted, or all papers are blank, so that nothing is funded. */
  isEmpty: boolean;
  projects: CountedProject[];
  groups: CountedGroup[];
  /** Scores are sums of points, in units of 10^-scoreDecimals, and not numbers of approvals. */
  summed: boolean;
  scoreDecimals: number;
  /** What 1 in the tables of points is, in the same units. */
  pointsUnit: bigint;
  /** Projects that take no part, because they have less than the minimum. */
  belowMinimum: Map<string, ProjectTotals>;
  weights: Float64Array;
  /** Classes that support project p: supporters[supporterStart[p] .. supporterStart[p + 1]]. */
  supporterStart: Int32Array;
  supporters: Int32Array;
  supporterPoints: Float64Array;
  /** Projects of class v: approvals[approvalStart[v] .. approvalStart[v + 1]]. */
  approvalStart: Int32Array;
  approvals: Int32Array;
  approvalPoints: Float64Array;
}

/** Lays out valid papers. Throws RangeError for a bad amount, or points beyond exact counting. */
export function buildInstance(papers: BudgetPaper[], rules: BudgetRules): BudgetInstance {
  const { votes, summed, decimals: scoreDecimals } = budgetVotes(papers, rules);
  const { counted, belowMinimum } = takingPart(rules, votes, scoreDecimals);
  const index = new Map(counted.map((project, position) => [project.id, position]));
  const money = amountsOf(rules, counted);
  // Greedy rules look at totals alone.
  const { classes, pointsUnit } = rules.rule.startsWith('greedy')
    ? { classes: [], pointsUnit: 1n }
    : voterClasses(votes, index);
  const tables = layTables(classes, counted.length);
  const totals = totalsOf(votes, index);
  const plain = counted.map((project, position) => ({
    id: project.id,
    cost: money.costs[position] ?? 0n,
    votes: totals[position]?.votes ?? 0,
    score: totals[position]?.score ?? 0n,
    support: tables.support[position] ?? 0,
    groups: (rules.groups ?? []).flatMap((group, at) => (group.projects.includes(project.id) ? [at] : [])),
  }));
  const ranks = tieRanks(plain, rules);
  return {
    decimals: money.decimals,
    budget: money.budget,
    voters: papers.length,
    isEmpty: !rules.ofFile && !papers.some((paper) => isVote(rules, paper)),
    projects: plain.map((project, position) => ({ ...project, tieRank: ranks[position] ?? 0 })),
    groups: money.groups,
    summed,
    scoreDecimals,
    pointsUnit,
    belowMinimum,
    weights: Float64Array.from(classes, ({ weight }) => weight),
    ...tables,
  };
}

/** The projects that take part, and those that do not because of the minimum. */
function takingPart(rules: BudgetRules, votes: ReturnType<typeof budgetVotes>['votes'], decimals: number) {
  const excluded = new Set(rules.excluded ?? []);
  const counted = rules.projects.filter((project) => !excluded.has(project.id));
  const belowMinimum = new Map<string, ProjectTotals>();
  if (rules.minimumScore === null || rules.minimumScore === undefined) return { counted, belowMinimum };
  const minimum = parseAmount(rules.minimumScore);
  const totals = totalsOf(votes, new Map(counted.map(({ id }, position) => [id, position])));
  const least = Math.max(decimals, minimum.decimals);
  counted.forEach(({ id }, position) => {
    const total = totals[position] ?? { votes: 0, score: 0n };
    if (unitsOf({ units: total.score, decimals }, least) < unitsOf(minimum, least))
      belowMinimum.set(id, total);
  });
  return { counted: counted.filter(({ id }) => !belowMinimum.has(id)), belowMinimum };
}

/** All money in the smallest decimal that any of it has. */
function amountsOf(rules: BudgetRules, counted: BudgetRules['projects']) {
  const costs = counted.map((project) => parseAmount(project.cost));
  const budget = parseAmount(rules.budget);
  const groups = (rules.groups ?? []).map(({ id, maximum, budget }) => ({
    id,
    maximum: maximum ?? Number.POSITIVE_INFINITY,
    ceiling: budget === undefined ? null : parseAmount(budget),
  }));
  const all = [budget, ...costs, ...groups.flatMap(({ ceiling }) => ceiling ?? [])];
  const decimals = Math.max(0, ...all.map((amount) => amount.decimals));
  const inUnits = (amount: DecimalAmount) => unitsOf(amount, decimals);
  return {
    decimals,
    budget: inUnits(budget),
    costs: costs.map(inUnits),
    groups: groups.map(({ id, maximum, ceiling }): CountedGroup => ({
      id,
      maximum,
      budget: ceiling ? inUnits(ceiling) : null,
    })),
  };
}

function layTables(classes: VoterClass[], projectCount: number) {
  const approvalStart = new Int32Array(classes.length + 1);
  const supporterStart = new Int32Array(projectCount + 1);
  const support = new Float64Array(projectCount);
  classes.forEach(({ projects, points, weight }, voter) => {
    approvalStart[voter + 1] = (approvalStart[voter] as number) + projects.length;
    projects.forEach((project, at) => {
      support[project] = (support[project] as number) + weight * (points[at] as number);
      supporterStart[project + 1] = (supporterStart[project + 1] as number) + 1;
    });
  });
  for (let project = 0; project < projectCount; project += 1) {
    supporterStart[project + 1] =
      (supporterStart[project + 1] as number) + (supporterStart[project] as number);
  }
  const supporters = new Int32Array(supporterStart[projectCount] ?? 0);
  const supporterPoints = new Float64Array(supporters.length);
  const approvals = new Int32Array(supporters.length);
  const approvalPoints = new Float64Array(supporters.length);
  const next = supporterStart.slice();
  classes.forEach(({ projects, points }, voter) => {
    approvals.set(projects, approvalStart[voter]);
    approvalPoints.set(points, approvalStart[voter]);
    projects.forEach((project, at) => {
      const place = next[project] as number;
      supporters[place] = voter;
      supporterPoints[place] = points[at] as number;
      next[project] = place + 1;
    });
  });
  return {
    supporterStart,
    supporters,
    supporterPoints,
    approvalStart,
    approvals,
    approvalPoints,
    support,
  };
}
