import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countEqualShares } from './equal-shares';
import { buildInstance } from './instance';
import { runAhead } from './run-ahead';
import { fraction } from '~/lib/numbers/fraction';
import { slowAddOne, slowEqualShares } from '../../../../../tests/vectors/slow-equal-shares';

interface Election {
  budget: bigint;
  costs: bigint[];
  ballots: number[][];
}

const bitsOf = (bits: number, length: number) =>
  Array.from({ length }, (_, project) => project).filter((project) => (bits >> project) & 1);

/** Small elections in which amounts are multiplied, so that outcomes change only after many increments. */
const elections = (factor: bigint) =>
  fc
    .record({
      budget: fc.integer({ min: 1, max: 60 }),
      costs: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 }),
      approvals: fc.array(fc.integer({ min: 0, max: 63 }), { minLength: 1, maxLength: 8 }),
    })
    .map(({ budget, costs, approvals }): Election => ({
      budget: BigInt(budget) * factor,
      costs: costs.map((cost) => BigInt(cost) * factor),
      ballots: approvals.map((bits) => bitsOf(bits, costs.length)),
    }));

/** Every project and voter has a double that differs only in who the double is: ties that never end. */
const symmetric = (factor: bigint) =>
  elections(factor).map(({ budget, costs, ballots }): Election => ({
    budget: budget * 2n,
    costs: costs.flatMap((cost) => [cost, cost]),
    ballots: ballots.flatMap((ballot) => [
      ballot.map((project) => project * 2),
      ballot.map((project) => project * 2 + 1),
    ]),
  }));

function instanceOf({ budget, costs, ballots }: Election) {
  const name = (project: number) => `p${String(project).padStart(2, '0')}`;
  return buildInstance(
    ballots.map((ballot) => ({ kind: 'budget' as const, projects: ballot.map(name) })),
    {
      kind: 'budget',
      options: costs.map((_, project) => name(project)),
      projects: costs.map((cost, project) => ({ id: name(project), cost: String(cost) })),
      budget: String(budget),
      electorateSize: ballots.length,
      quorum: null,
      rule: 'equal-shares-cost',
      completion: 'add1',
      stopWhenExhaustive: false,
      tieCriteria: ['lexico'],
      maximum: null,
    },
  );
}

/** The same election with points, drawn in turn from those given; a project and its double have the same. */
function pointsInstanceOf({ budget, costs, ballots }: Election, given: number[]) {
  const name = (project: number) => `p${String(project).padStart(2, '0')}`;
  const pointsOf = (ballot: number[]) =>
    ballot.map((_, place) => String(given[(place + ballot.length) % given.length] ?? 1));
  return buildInstance(
    ballots.map((ballot) => ({
      kind: 'budget' as const,
      projects: ballot.map(name),
      points: pointsOf(ballot),
    })),
    {
      kind: 'budget',
      options: costs.map((_, project) => name(project)),
      projects: costs.map((cost, project) => ({ id: name(project), cost: String(cost) })),
      budget: String(budget),
      electorateSize: ballots.length,
      quorum: null,
      rule: 'equal-shares-points',
      voteType: 'points',
      completion: 'add1',
      stopWhenExhaustive: false,
      tieCriteria: ['lexico'],
      maximum: null,
    },
  );
}

const utilities = fc.constantFrom('cost' as const, 'cardinality' as const);
const count = (election: Election, terms: Partial<Parameters<typeof countEqualShares>[1]>) =>
  countEqualShares(instanceOf(election), {
    utility: 'cost',
    addOne: true,
    stopWhenExhaustive: false,
    ...terms,
  });
const winnersOf = ({ run }: { run: { purchases: { project: number }[] } }) =>
  run.purchases.map(({ project }) => project);
const shareAt = ({ budget, ballots }: Election, increments: bigint) =>
  fraction(budget + increments * BigInt(ballots.length), BigInt(ballots.length));
const costOf = ({ costs }: Election, winners: number[]) =>
  winners.reduce((sum, project) => sum + (costs[project] ?? 0n), 0n);

describe('looking ahead', () => {
  it.each([1n, 7n])('gives the outcome of counting at every increment (amounts × %s)', (factor) => {
    const cases = fc.oneof(elections(factor), symmetric(factor));
    fc.assert(
      fc.property(cases, utilities, fc.boolean(), (election, utility, stopWhenExhaustive) => {
        const slow = slowAddOne(election, utility, { stopWhenExhaustive });
        const counted = count(election, { utility, stopWhenExhaustive, patience: 0 });
        const patient = count(election, { utility, stopWhenExhaustive });
        expect({ winners: winnersOf(counted), increments: Number(counted.increments) }).toEqual(slow);
        expect({ ...counted, run: winnersOf(counted), counts: 0 }).toEqual({
          ...patient,
          run: winnersOf(patient),
          counts: 0,
        });
      }),
      { numRuns: 150 },
    );
  });

  it('stays the same as far as it says, and says so as far as it can see', () => {
    fc.assert(
      fc.property(elections(1000n), utilities, fc.nat(2000), (election, utility, at) => {
        const increments = BigInt(at);
        const instance = instanceOf(election);
        const share = shareAt(election, increments);
        const { run, further } = runAhead(instance, utility, share);
        if (run.overspent) return;
        const last = increments + (further ?? 10n ** 9n);
        for (const point of [increments, last, (increments + last) / 2n]) {
          const slow = slowEqualShares(election, utility, shareAt(election, point));
          expect(winnersOf({ run })).toEqual(slow);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([10n ** 6n, 10n ** 25n])('ends after few counts where amounts are multiplied by %s', (factor) => {
    const cases = fc.oneof(elections(factor), symmetric(factor));
    fc.assert(
      fc.property(cases, utilities, fc.array(fc.nat(10 ** 6)), (election, utility, millionths) => {
        const { counts, increments, stoppedBecause, ...counted } = count(election, { utility });
        expect(counts).toBeLessThan(2000);
        const slow = (at: bigint) => slowEqualShares(election, utility, shareAt(election, at));
        if (increments < 0n) return expect(costOf(election, slow(0n))).toBeGreaterThan(election.budget);
        expect(winnersOf(counted)).toEqual(slow(increments));
        const before = millionths.map((part) => (increments * BigInt(part)) / 10n ** 6n);
        for (const at of [...before, increments])
          expect(costOf(election, slow(at))).toBeLessThanOrEqual(election.budget);
        const after = costOf(election, slow(increments + 1n));
        if (stoppedBecause === 'next-would-overspend') expect(after).toBeGreaterThan(election.budget);
        else expect(winnersOf(counted)).toHaveLength(new Set(election.ballots.flat()).size);
      }),
      { numRuns: 60 },
    );
  });

  it('needs few counts for one unit of difference among thirty digits', () => {
    const huge = 123456789012345678901234567890n;
    const election = { budget: huge, costs: [huge + 1n, huge], ballots: [[0], [1]] };
    const { increments, counts, stoppedBecause } = count(election, {});
    expect({ increments, stoppedBecause }).toEqual({
      increments: huge / 2n,
      stoppedBecause: 'next-would-overspend',
    });
    expect(counts).toBeLessThan(500);
  });

  it('and counting one by one give the same where papers give points', () => {
    fc.assert(
      fc.property(
        fc.oneof(elections(7n), symmetric(7n)),
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 12 }),
        (election, given) => {
          const instance = pointsInstanceOf(election, given);
          const terms = { utility: 'points', addOne: true, stopWhenExhaustive: false } as const;
          const ahead = countEqualShares(instance, { ...terms, patience: 0 });
          const patient = countEqualShares(instance, { ...terms, patience: 10 ** 9 });
          expect({ ...ahead, run: winnersOf(ahead), counts: 0 }).toEqual({
            ...patient,
            run: winnersOf(patient),
            counts: 0,
          });
        },
      ),
      { numRuns: 200 },
    );
  });
});
