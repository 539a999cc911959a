import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  slowPointsAddOne,
  slowPointsGreedy,
  slowPointsShares,
  type PointsElection,
} from '../../../tests/vectors/slow-points';
import { runTally } from './tally';
import { fraction } from '~/lib/numbers/fraction';

/** Money in hundredths, points in tenths; ids in text order, which breaks the ties. */
interface Drawn {
  type: 'cumulative' | 'scoring' | 'ordinal' | 'approval';
  budget: number;
  costs: number[];
  /** The projects that a ballot names, in its order, with points. */
  ballots: { project: number; tenths: number }[][];
  maximumLength: number | null;
}

const idOf = (project: number) => `p${project}`;
const mostProjects = 6;

const drawn: fc.Arbitrary<Drawn> = fc
  .record({
    type: fc.constantFrom('cumulative', 'scoring', 'ordinal', 'approval'),
    budget: fc.oneof(
      fc.integer({ min: 0, max: 60 }).map((amount) => amount * 100),
      fc.nat(6000),
    ),
    costs: fc.array(
      fc.oneof(
        fc.integer({ min: 1, max: 30 }).map((amount) => amount * 100),
        fc.nat(3000),
        fc.constant(0),
      ),
      { minLength: 1, maxLength: mostProjects },
    ),
    ballots: fc.array(
      fc.uniqueArray(
        fc.record({
          project: fc.nat(mostProjects - 1),
          tenths: fc.oneof(fc.constantFrom(0, 10, 20, 30), fc.nat(40)),
        }),
        { selector: ({ project }) => project, maxLength: mostProjects },
      ),
      { minLength: 1, maxLength: 7 },
    ),
    maximumLength: fc.option(fc.integer({ min: 1, max: 7 })),
  })
  .map((one) => ({
    ...one,
    ballots: one.ballots.map((ballot) => ballot.filter(({ project }) => project < one.costs.length)),
  }));

const decimal = (units: number, scale: number) => String(units / scale);

function pbOf({ type, budget, costs, ballots, maximumLength }: Drawn, rule: string, minimum: number): string {
  const points = type === 'cumulative' || type === 'scoring';
  return [
    'META',
    'key;value',
    `budget;${decimal(budget, 100)}`,
    `vote_type;${type}`,
    `rule;${rule}`,
    ...(maximumLength === null ? [] : [`max_length;${maximumLength}`]),
    `min_project_score_threshold;${decimal(minimum, 10)}`,
    'PROJECTS',
    'project_id;cost',
    ...costs.map((cost, project) => `${idOf(project)};${decimal(cost, 100)}`),
    'VOTES',
    points ? 'voter_id;vote;points' : 'voter_id;vote',
    ...ballots.map((ballot, voter) => {
      const ids = ballot.map(({ project }) => idOf(project)).join(',');
      const given = ballot.map(({ tenths }) => decimal(tenths, 10)).join(',');
      return points ? `${voter};${ids};${given}` : `${voter};${ids}`;
    }),
  ].join('\n');
}

/** What the definitions say a ballot gives each project, in tenths. */
function tableOf({ type, costs, ballots, maximumLength }: Drawn, lastZero: boolean): number[][] {
  return ballots.map((ballot) =>
    costs.map((_, project) => {
      const place = ballot.findIndex((one) => one.project === project);
      if (place === -1) return 0;
      if (type === 'approval') return 10;
      if (type !== 'ordinal') return ballot[place]?.tenths ?? 0;
      const top = lastZero ? ballot.length - 1 : (maximumLength ?? ballot.length);
      return Math.max(0, top - place) * 10;
    }),
  );
}

async function winnersOf(file: string, args: string[]): Promise<number[]> {
  let printed = '';
  const code = await runTally(['x.pb', ...args, '--json'], {
    readFile: () => new TextEncoder().encode(file),
    stdout: (text) => (printed += text),
    stderr: (text) => (printed += text),
  });
  expect({ code, printed }).toMatchObject({ code: 0 });
  return (JSON.parse(printed) as { winners: string[] }).winners.map((id) => Number(id.slice(1)));
}

describe('gongzhi tally on drawn files with points and ranks', () => {
  it('shares out as the definition with additive utilities does, add-1 included', async () => {
    const terms = fc.record({
      lastZero: fc.boolean(),
      completion: fc.constantFrom('none', 'add1'),
      stop: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(drawn, terms, async (one, { lastZero, completion, stop }) => {
        const rank = ['--rank-score', lastZero ? 'last-zero' : 'from-max'];
        const args = ['--rule', 'equal-shares-points', '--completion', completion, ...rank];
        const winners = await winnersOf(pbOf(one, '', 0), stop ? [...args, '--stop-when-exhaustive'] : args);
        const election: PointsElection = { ...one, points: tableOf(one, lastZero) };
        const share = fraction(BigInt(one.budget), BigInt(one.ballots.length));
        expect(winners).toEqual(
          completion === 'none'
            ? slowPointsShares(election, share)
            : slowPointsAddOne(election, { stop, unit: 100 }),
        );
      }),
      { numRuns: 800 },
    );
  });

  it('takes by sums of points what has the minimum and fits, skipping or ending as the file says', async () => {
    const terms = fc.record({
      rule: fc.constantFrom('greedy', 'greedy-threshold', 'Greedy No-Skip', 'greedy_no_skip'),
      minimum: fc.nat(90),
      lastZero: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(drawn, terms, async (one, { rule, minimum, lastZero }) => {
        const election: PointsElection = { ...one, points: tableOf(one, lastZero) };
        const slow = { perCost: false, minimum, noSkip: /skip/i.test(rule) };
        const rank = ['--rank-score', lastZero ? 'last-zero' : 'from-max'];
        expect(await winnersOf(pbOf(one, rule, minimum), ['--rule', 'file', ...rank])).toEqual(
          slowPointsGreedy(election, slow),
        );
      }),
      { numRuns: 800 },
    );
  });

  it('does the same as called, by points per cost, too', async () => {
    const terms = fc.record({ perCost: fc.boolean(), minimum: fc.option(fc.nat(90)), noSkip: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(drawn, terms, async (one, { perCost, minimum, noSkip }) => {
        const args = ['--rule', perCost ? 'greedy-votes-per-cost' : 'greedy-votes'];
        if (minimum !== null) args.push('--min-votes', decimal(minimum, 10));
        if (noSkip) args.push('--no-skip');
        const election: PointsElection = { ...one, points: tableOf(one, false) };
        const slow = slowPointsGreedy(election, { perCost, minimum: minimum ?? 0, noSkip });
        expect(await winnersOf(pbOf(one, 'unknown', 40), args)).toEqual(slow);
      }),
      { numRuns: 800 },
    );
  });

  it('counts ballots of equal points as approvals by number, and reads all as approvals where cost counts', async () => {
    const completions = fc.constantFrom('none', 'greedy', 'add1', 'add1-then-greedy');
    await fc.assert(
      fc.asyncProperty(
        drawn,
        fc.integer({ min: 1, max: 9000 }),
        completions,
        async (one, tenths, completion) => {
          const ballots = one.ballots.map((ballot) => ballot.map(({ project }) => ({ project, tenths })));
          const approvals = pbOf({ ...one, ballots, type: 'approval' }, '', 0);
          const given = pbOf({ ...one, ballots, type: 'cumulative' }, '', 0);
          const ranked = pbOf({ ...one, ballots, type: 'ordinal' }, '', 0);
          const args = (rule: string) => ['--rule', `equal-shares-${rule}`, '--completion', completion];
          const cardinality = await winnersOf(approvals, args('cardinality'));
          expect(await winnersOf(given, args('points'))).toEqual(cardinality);
          expect(await winnersOf(approvals, args('points'))).toEqual(cardinality);
          for (const rule of ['cost', 'cardinality']) {
            const expected = await winnersOf(approvals, args(rule));
            expect(await winnersOf(given, args(rule))).toEqual(expected);
            expect(await winnersOf(ranked, args(rule))).toEqual(expected);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
