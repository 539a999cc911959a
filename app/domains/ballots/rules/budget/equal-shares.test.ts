import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fraction } from '~/lib/numbers/fraction';
import {
  slowAddOne,
  slowEqualShares,
  type SlowElection as AnyElection,
} from '../../../../../tests/vectors/slow-equal-shares';
import type { BudgetRules } from '../kinds';
import { tally } from '../tally';

type SlowElection = AnyElection & { budget: number; costs: number[] };

/** Small elections full of ties and of voters who run dry. */
const elections = fc
  .record({
    budget: fc.integer({ min: 1, max: 60 }),
    costs: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 }),
    approvals: fc.array(fc.integer({ min: 0, max: 63 }), { minLength: 1, maxLength: 8 }),
  })
  .map(({ budget, costs, approvals }): SlowElection => ({
    budget,
    costs,
    ballots: approvals.map((bits) => costs.flatMap((_, project) => ((bits >> project) & 1 ? [project] : []))),
  }));

const options = (election: SlowElection) => election.costs.map((_, project) => `p${project}`);

function rulesOf(election: SlowElection, terms: Partial<BudgetRules>): BudgetRules {
  return {
    kind: 'budget',
    options: options(election),
    electorateSize: election.ballots.length,
    quorum: null,
    projects: election.costs.map((cost, project) => ({ id: `p${project}`, cost: String(cost) })),
    budget: String(election.budget),
    rule: 'equal-shares-cost',
    completion: 'none',
    stopWhenExhaustive: false,
    tieCriteria: ['lexico'],
    maximum: null,
    ...terms,
  };
}

function count(election: SlowElection, terms: Partial<BudgetRules>) {
  const papers = election.ballots.map((ballot) => ({
    kind: 'budget' as const,
    projects: ballot.map((project) => `p${project}`),
  }));
  return tally(papers, rulesOf(election, terms)).result;
}

const indexes = (winners: string[]) => winners.map((id) => Number(id.slice(1)));
const utilities = fc.constantFrom('cost' as const, 'cardinality' as const);
const costOf = (election: SlowElection, projects: number[]) =>
  projects.reduce((sum, project) => sum + (election.costs[project] ?? 0), 0);

describe('equal shares', () => {
  it('selects what the definition, followed slowly, selects', () => {
    fc.assert(
      fc.property(elections, utilities, (election, utility) => {
        const share = fraction(BigInt(election.budget), BigInt(election.ballots.length));
        const { winners } = count(election, { rule: `equal-shares-${utility}` });
        expect(indexes(winners)).toEqual(slowEqualShares(election, utility, share));
      }),
      { numRuns: 1000 },
    );
  });

  it('with add-1 gives the outcome of counting at every increment', () => {
    fc.assert(
      fc.property(elections, utilities, fc.boolean(), (election, utility, stopWhenExhaustive) => {
        const slow = slowAddOne(election, utility, { stopWhenExhaustive });
        const { winners, increments } = count(election, {
          rule: `equal-shares-${utility}`,
          completion: 'add1',
          stopWhenExhaustive,
        });
        expect({ winners: indexes(winners), increments }).toEqual(slow);
      }),
      { numRuns: 1000 },
    );
  });

  it('never overspends', () => {
    fc.assert(
      fc.property(
        elections,
        utilities,
        fc.constantFrom('none', 'greedy', 'add1', 'add1-then-greedy'),
        (election, utility, completion) => {
          const { winners } = count(election, { rule: `equal-shares-${utility}`, completion });
          expect(costOf(election, indexes(winners))).toBeLessThanOrEqual(election.budget);
        },
      ),
    );
  });

  it('gives each group what it deserves: EJR up to any project for cost utilities', () => {
    fc.assert(
      fc.property(elections, (election) => {
        expect(groupLeftShort(election, indexes(count(election, {}).winners))).toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  it('is seen to fail that where a count by votes leaves a group short', () => {
    const election: SlowElection = {
      budget: 100,
      costs: [40, 40, 40],
      ballots: [...Array.from({ length: 6 }, () => [0, 1]), ...Array.from({ length: 4 }, () => [2])],
    };
    expect(groupLeftShort(election, indexes(count(election, { rule: 'greedy-votes' }).winners))).toEqual([2]);
    expect(groupLeftShort(election, indexes(count(election, {}).winners))).toBeNull();
  });

  it('does not depend on the order of voters and projects, where no tie is met', () => {
    fc.assert(
      fc.property(elections, utilities, fc.integer(), (election, utility, seed) => {
        const straight = count(election, { rule: `equal-shares-${utility}`, completion: 'add1' });
        fc.pre(straight.budgetTies.length === 0);
        const turn = (project: number) =>
          (project + Math.abs(seed % election.costs.length)) % election.costs.length;
        const turned: SlowElection = {
          budget: election.budget,
          costs: election.costs.map(
            (_, project) => election.costs[election.costs.findIndex((__, old) => turn(old) === project)] ?? 0,
          ),
          ballots: [...election.ballots].reverse().map((ballot) => ballot.map(turn)),
        };
        const again = count(turned, { rule: `equal-shares-${utility}`, completion: 'add1' });
        expect(indexes(again.winners)).toEqual(indexes(straight.winners).map(turn));
        expect(again.voterBudget).toBe(straight.voterBudget);
      }),
    );
  });

  it('explains each round: payments sum to the cost', () => {
    fc.assert(
      fc.property(elections, utilities, (election, utility) => {
        for (const round of count(election, { rule: `equal-shares-${utility}` }).rounds) {
          const paid = round.payments.reduce((sum, { voters, from }) => sum + voters * Number(from), 0);
          expect(paid).toBeCloseTo(Number(round.cost), 3);
        }
      }),
    );
  });
});

/**
 * A group and a set T of projects that break EJR up to any project: every member approves all of T, the group
 * can pay for T with its part of the budget, and yet for each member some project of T that is not funded would,
 * added to what is funded, still leave the member below the cost of T.
 */
function groupLeftShort(election: SlowElection, winners: number[]): number[] | null {
  const voters = election.ballots.length;
  const funded = new Set(winners);
  for (let bits = 1; bits < 1 << election.costs.length; bits += 1) {
    const projects = election.costs.flatMap((_, project) => ((bits >> project) & 1 ? [project] : []));
    const cost = costOf(election, projects);
    const missing = projects
      .filter((project) => !funded.has(project))
      .map((project) => election.costs[project] ?? 0);
    if (missing.length === 0) continue;
    const short = election.ballots.filter(
      (ballot) =>
        projects.every((project) => ballot.includes(project)) &&
        costOf(
          election,
          ballot.filter((project) => funded.has(project)),
        ) +
          Math.min(...missing) <=
          cost,
    );
    if (short.length > 0 && cost * voters <= election.budget * short.length) return projects;
  }
  return null;
}
