import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  slowAddOne,
  slowEqualShares,
  slowGreedy,
  type SlowElection,
} from '../../../tests/vectors/slow-equal-shares';
import { runTally } from './tally';
import { fraction } from '~/lib/numbers/fraction';

/** Amounts in hundredths: budgets and costs have up to two decimals. */
interface Drawn {
  budget: number;
  projects: { id: string; cost: number }[];
  ballots: number[][];
}

const elections: fc.Arbitrary<Drawn> = fc
  .record({
    budget: fc.oneof(
      fc.integer({ min: 0, max: 60 }).map((amount) => amount * 100),
      fc.nat(6000),
    ),
    projects: fc.uniqueArray(
      fc.record({
        id: fc.oneof(
          fc.integer({ min: 1, max: 120 }).map(String),
          fc.stringMatching(/^[A-Za-z]{1,2}[-_.]?\d{0,2}$/),
        ),
        cost: fc.oneof(
          fc.integer({ min: 1, max: 30 }).map((amount) => amount * 100),
          fc.nat(3000),
          fc.constant(0),
          fc.constant(99999999900),
        ),
      }),
      { selector: ({ id }) => id, minLength: 1, maxLength: 6 },
    ),
    approvals: fc.array(fc.nat(63), { maxLength: 8 }),
  })
  .filter(({ projects }) => projects.every(({ id }) => !/^none$/i.test(id)))
  .map(({ budget, projects, approvals }) => ({
    budget,
    projects,
    ballots: approvals.map((bits) => projects.flatMap((_, index) => ((bits >> index) & 1 ? [index] : []))),
  }));

const oddities = fc.record({
  comma: fc.boolean(),
  crlf: fc.boolean(),
  mark: fc.boolean(),
  quotes: fc.boolean(),
  none: fc.boolean(),
  doubled: fc.boolean(),
  columnsTurned: fc.boolean(),
});

type Oddities = typeof oddities extends fc.Arbitrary<infer Odd> ? Odd : never;

function pbOf({ budget, projects, ballots }: Drawn, odd: Oddities) {
  const amount = (hundredths: number) => {
    const text = hundredths % 100 === 0 ? String(hundredths / 100) : (hundredths / 100).toFixed(2);
    return odd.comma ? text.replace('.', ',') : text;
  };
  const quoted = (text: string) => (odd.quotes ? `"${text}"` : text);
  const voteOf = (ballot: number[]) => {
    const ids = ballot.map((index) => projects[index]?.id ?? '');
    if (ids.length === 0) return odd.none ? 'none' : '';
    return quoted((odd.doubled ? [...ids, ids[0]] : ids).join(','));
  };
  const lines = [
    'META',
    'key;value',
    'description;"A ""small"" election; drawn"',
    `num_projects;${projects.length}`,
    `num_votes;${ballots.length}`,
    `budget;${amount(budget)}`,
    'vote_type;approval',
    'PROJECTS',
    odd.columnsTurned ? 'name;cost;project_id' : 'project_id;cost;name',
    ...projects.map(({ id, cost }) => {
      const name = odd.quotes ? '"a; b"' : 'a b';
      return (odd.columnsTurned ? [name, amount(cost), quoted(id)] : [quoted(id), amount(cost), name]).join(
        ';',
      );
    }),
    'VOTES',
    'voter_id;vote;age',
    ...ballots.map((ballot, voter) => `${voter};${voteOf(ballot)};30`),
  ];
  return (odd.mark ? '\uFEFF' : '') + lines.join(odd.crlf ? '\r\n' : '\n') + (odd.quotes ? '' : '\n');
}

/** The projects in the order that breaks ties, and the ballots by that order. */
function orderedBy(drawn: Drawn, ties: string): { ids: string[]; election: SlowElection } {
  const votes = drawn.projects.map(
    (_, index) => drawn.ballots.filter((ballot) => ballot.includes(index)).length,
  );
  const order = drawn.projects.map((_, index) => index);
  const idOf = (index: number) => drawn.projects[index]?.id ?? '';
  const costOf = (index: number) => drawn.projects[index]?.cost ?? 0;
  order.sort((one, other) => {
    const byId = idOf(one) < idOf(other) ? -1 : 1;
    if (ties === 'lexico') return byId;
    return costOf(one) - costOf(other) || (votes[other] ?? 0) - (votes[one] ?? 0) || byId;
  });
  const election = {
    budget: drawn.budget,
    costs: order.map(costOf),
    ballots: drawn.ballots.map((ballot) => ballot.map((index) => order.indexOf(index))),
  };
  return { ids: order.map(idOf), election };
}

interface Terms {
  rule: string;
  completion: string;
  stop: boolean;
}

function slowWinners(election: SlowElection, { rule, completion, stop }: Terms): number[] {
  if (rule === 'greedy-votes') return slowGreedy(election, 'votes', []);
  if (rule === 'greedy-votes-per-cost') return slowGreedy(election, 'votes-per-cost', []);
  const utility = rule === 'equal-shares-cost' ? 'cost' : 'cardinality';
  const voters = election.ballots.length;
  if (voters === 0) return completion.endsWith('greedy') ? slowGreedy(election, 'votes', []) : [];
  const shares = completion.startsWith('add1')
    ? slowAddOne(election, utility, { stopWhenExhaustive: stop, unit: 100 }).winners
    : slowEqualShares(election, utility, fraction(BigInt(election.budget), BigInt(voters)));
  return completion.endsWith('greedy') ? slowGreedy(election, 'votes', shares) : shares;
}

const terms = fc.oneof(
  fc.record({
    rule: fc.constantFrom('greedy-votes', 'greedy-votes-per-cost'),
    completion: fc.constant('none'),
    stop: fc.constant(false),
  }),
  fc.record({
    rule: fc.constantFrom('equal-shares-cost', 'equal-shares-cardinality'),
    completion: fc.constantFrom('none', 'greedy', 'add1', 'add1-then-greedy'),
    stop: fc.boolean(),
  }),
);

describe('gongzhi tally on drawn files', () => {
  it('answers what a slow count by the definition answers', async () => {
    const ties = fc.constantFrom('lexico', 'min-cost,max-votes,lexico');
    await fc.assert(
      fc.asyncProperty(elections, oddities, terms, ties, async (drawn, odd, asked, tie) => {
        // The sentinel is never reached by adding units to a share: the slow count would not end.
        fc.pre(!asked.completion.startsWith('add1') || drawn.projects.every(({ cost }) => cost < 10 ** 6));
        const { rule, completion, stop } = asked;
        const args = ['x.pb', '--rule', rule, '--completion', completion, '--ties', tie, '--json'];
        let printed = '';
        const code = await runTally(stop ? [...args, '--stop-when-exhaustive'] : args, {
          readFile: () => new TextEncoder().encode(pbOf(drawn, odd)),
          stdout: (text) => (printed += text),
          stderr: (text) => (printed += text),
        });
        expect({ code, printed }).toMatchObject({ code: 0 });
        const { ids, election } = orderedBy(drawn, tie);
        const { winners, cost } = JSON.parse(printed) as { winners: string[]; cost: number };
        const slow = slowWinners(election, asked);
        expect(winners).toEqual(slow.map((index) => ids[index]));
        expect(cost).toBe(slow.reduce((sum, index) => sum + Number(election.costs[index] ?? 0), 0) / 100);
      }),
      { numRuns: 1500 },
    );
  });
});
