import type { BudgetRules } from '../kinds';
import { parseAmount, unitsOf } from './amounts';
import { tieRanks } from './tie-order';

/** What equal shares make equal: the cost of the projects that a voter gets, or their number. */
export type Utility = 'cost' | 'cardinality';

/** A project that takes part in the count; money in units of 10^-decimals of the currency. */
export interface CountedProject {
  id: string;
  cost: bigint;
  votes: number;
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
 * A budget election laid out for counting. Voters with the same set of projects are one class with a weight,
 * because every rule treats them alike. The two tables are each other's transpose.
 */
export interface BudgetInstance {
  decimals: number;
  budget: bigint;
  /** All ballots, empty ones included. */
  voters: number;
  projects: CountedProject[];
  groups: CountedGroup[];
  weights: Float64Array;
  /** Classes that support project p: supporters[supporterStart[p] .. supporterStart[p + 1]]. */
  supporterStart: Int32Array;
  supporters: Int32Array;
  /** Projects of class v: approvals[approvalStart[v] .. approvalStart[v + 1]]. */
  approvalStart: Int32Array;
  approvals: Int32Array;
}

/** Lays out the ballots (lists of project ids; unknown, excluded and repeated ids are dropped). Throws RangeError for a bad amount. */
export function buildInstance(ballots: string[][], rules: BudgetRules): BudgetInstance {
  const excluded = new Set(rules.excluded ?? []);
  const counted = rules.projects.filter((project) => !excluded.has(project.id));
  const costs = counted.map((project) => parseAmount(project.cost));
  const budget = parseAmount(rules.budget);
  const ceilings = (rules.groups ?? []).map((group) =>
    group.budget === undefined ? null : parseAmount(group.budget),
  );
  const all = [budget, ...costs, ...ceilings.filter((ceiling) => ceiling !== null)];
  const decimals = Math.max(0, ...all.map((amount) => amount.decimals));
  const index = new Map(counted.map((project, position) => [project.id, position]));
  const classes = mergeBallots(ballots, index);
  const tables = layTables(classes, counted.length);
  const plain = counted.map((project, position) => ({
    id: project.id,
    cost: unitsOf(costs[position] ?? budget, decimals),
    votes: tables.votes[position] ?? 0,
    groups: (rules.groups ?? []).flatMap((group, at) => (group.projects.includes(project.id) ? [at] : [])),
  }));
  const ranks = tieRanks(plain, rules);
  return {
    decimals,
    budget: unitsOf(budget, decimals),
    voters: ballots.length,
    projects: plain.map((project, position) => ({ ...project, tieRank: ranks[position] ?? 0 })),
    groups: (rules.groups ?? []).map((group, at) => {
      const ceiling = ceilings[at];
      return {
        id: group.id,
        maximum: group.maximum ?? Number.POSITIVE_INFINITY,
        budget: ceiling ? unitsOf(ceiling, decimals) : null,
      };
    }),
    ...tables,
  };
}

interface VoterClass {
  weight: number;
  projects: number[];
}

function mergeBallots(ballots: string[][], index: Map<string, number>): VoterClass[] {
  const classes = new Map<string, VoterClass>();
  for (const ballot of ballots) {
    const known: number[] = [];
    for (const id of ballot) {
      const project = index.get(id);
      if (project !== undefined) known.push(project);
    }
    if (known.length === 0) continue;
    known.sort((one, other) => one - other);
    const projects = known.filter((project, at) => project !== known[at - 1]);
    const key = projects.join();
    const existing = classes.get(key);
    if (existing) existing.weight += 1;
    else classes.set(key, { weight: 1, projects });
  }
  return [...classes.values()];
}

function layTables(classes: VoterClass[], projectCount: number) {
  const approvalStart = new Int32Array(classes.length + 1);
  const supporterStart = new Int32Array(projectCount + 1);
  const votes = new Float64Array(projectCount);
  classes.forEach(({ projects, weight }, voter) => {
    approvalStart[voter + 1] = (approvalStart[voter] as number) + projects.length;
    for (const project of projects) {
      votes[project] = (votes[project] as number) + weight;
      supporterStart[project + 1] = (supporterStart[project + 1] as number) + 1;
    }
  });
  for (let project = 0; project < projectCount; project += 1) {
    supporterStart[project + 1] =
      (supporterStart[project + 1] as number) + (supporterStart[project] as number);
  }
  const supporters = new Int32Array(supporterStart[projectCount] ?? 0);
  const approvals = new Int32Array(supporters.length);
  const next = supporterStart.slice();
  classes.forEach(({ projects }, voter) => {
    approvals.set(projects, approvalStart[voter]);
    for (const project of projects) {
      const place = next[project] as number;
      supporters[place] = voter;
      next[project] = place + 1;
    }
  });
  const weights = Float64Array.from(classes, ({ weight }) => weight);
  return { weights, supporterStart, supporters, approvalStart, approvals, votes };
}
