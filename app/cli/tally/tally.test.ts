import { describe, expect, it } from 'vitest';
import { ownRules } from './tally-call';
import { runTally } from './tally';

const file = `META
key;value
budget;100
vote_type;approval
PROJECTS
project_id;cost;name
1;40.5;One
2;60;Two
VOTES
voter_id;vote
a;1
b;1,2
c;2
`;

async function run(args: string[], text = file) {
  const out = { stdout: '', stderr: '' };
  const code = await runTally(args, {
    readFile: (path) => {
      if (path !== 'x.pb') throw new Error('no such file');
      return new TextEncoder().encode(text);
    },
    stdout: (part) => (out.stdout += part),
    stderr: (part) => (out.stderr += part),
  });
  return { code, ...out };
}

/** Every rule that can be called, and equal shares with what a completion adds. */
const callableRules = [
  ...ownRules,
  ...['greedy', 'add1-then-greedy'].map((name) => `equal-shares-cost --completion ${name}`),
];

describe('gongzhi tally', () => {
  it('prints JSON', async () => {
    const { code, stdout } = await run(['x.pb', '--rule', 'equal-shares-cost', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      winners: ['1'],
      cost: 40.5,
      budget: 100,
      voterBudget: '100/3',
      ties: [['1', '2']],
      tiesMet: 1,
      steps: [
        { step: 'equal-shares', round: 1, project: '1', cost: 40.5, votes: 2, tiedWith: ['2'] },
        { step: 'not-funded', project: '2', reason: 'supporters-short' },
      ],
      notices: [],
    });
  });

  it('breaks ties as told', async () => {
    const args = ['x.pb', '--rule', 'greedy-votes', '--json', '--ties'];
    expect(JSON.parse((await run([...args, 'lexico'])).stdout)).toMatchObject({
      winners: ['1'],
      cost: 40.5,
    });
    expect(
      JSON.parse((await run([...args, 'min-cost,max-votes,lexico'], file.replace('40.5', '70'))).stdout),
    ).toMatchObject({ winners: ['2'], cost: 60 });
  });

  it('prints lines for people', async () => {
    const { stdout } = await run([
      'x.pb',
      '--rule',
      'equal-shares-cost',
      '--completion',
      'add1-then-greedy',
      '--stop-when-exhaustive',
    ]);
    expect(stdout).toContain('One  cost 40.5, 2 votes');
    expect((await run(['--help'])).stdout).toContain('--stop-when-exhaustive');
  });

  it.each([
    [['x.pb'], '--rule must be one of'],
    [['--rule', 'greedy-votes'], 'which file?'],
    [['x.pb', '--rule', 'best'], 'not best'],
    [['x.pb', '--rule', 'greedy-votes', '--completion', 'add1'], 'needs an equal-shares rule'],
    [['x.pb', '--rule', 'greedy-votes', '--ties', 'coin'], '--ties must be one of'],
    [['x.pb', '--rule', 'greedy-votes', '--speed'], '--speed'],
    [['y.pb', '--rule', 'greedy-votes'], 'cannot read y.pb: no such file'],
    [['x.pb', 'y.pb', '--rule', 'greedy-votes'], 'one file at a time'],
  ])('answers 2 and one line to %j', async (args, message) => {
    const { code, stdout, stderr } = await run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it.each(callableRules)(
    'counts a file without ballots by %s as the rule is written, and says so',
    async (rule) => {
      const empty = file.replace(/a;1\n[^]*/, '');
      const args = ['x.pb', '--rule', ...rule.split(' ')];
      const { code, stdout } = await run([...args, '--json'], empty);
      expect(code).toBe(0);
      // Greedy rules fund what fits, as the reference implementations do; in a ballot of the portal nothing would win.
      const { winners } = JSON.parse(stdout) as Record<string, unknown[]>;
      expect(winners).toHaveLength(rule.includes('greedy') ? 1 : 0);
      expect((await run(args, empty)).stdout).toContain('no valid ballot names a project');
    },
  );

  it('names the line of a fault in the file', async () => {
    const { code, stderr } = await run(['x.pb', '--rule', 'greedy-votes'], file.replace('2;60', '2;much'));
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'gongzhi tally: x.pb, line 8: not an amount of at most 40 digits: much\n',
    });
  });

  describe('files of other kinds, counted by hand', () => {
    const points = `META
rule;greedy-no-skip
budget;100
vote_type;cumulative
min_project_score_threshold;7
PROJECTS
project_id;cost;name
A;60;Bridge
B;50;Lamp
C;40;Park
VOTES
voter_id;vote;points
1;A;5
2;A,B;3,2
3;C,B;4,1
4;C,B;2,3
`;
    const ranks = `META
key;value
rule;unknown
budget;40
vote_type;ordinal
max_length;3
PROJECTS
project_id;cost
A;10
B;30
C;30
VOTES
voter_id;vote
1;A,B
2;B,C,A
3;C
`;
    const json = async (text: string, ...args: string[]) => {
      const { code, stdout, stderr } = await run(['x.pb', '--json', ...args], text);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      return JSON.parse(stdout) as Record<string, unknown>;
    };

    it('sums points, and ends where called to or skips', async () => {
      // A has 8 points, B and C 6 each; B comes first as text and does not fit into the 40 that A leaves.
      expect(await json(points, '--rule', 'greedy-votes')).toMatchObject({
        winners: ['A', 'C'],
        rule: { votes: 'points', minimum: null },
        ties: [['B', 'C']],
      });
      const stopped = await json(points, '--rule', 'greedy-votes', '--no-skip');
      expect(stopped).toMatchObject({ winners: ['A'], rule: { stoppedAt: 'B' } });
      expect(stopped.steps).toMatchObject([
        { project: 'A', votes: 2, points: '8' },
        { project: 'B', votes: 3, points: '6', reason: 'does-not-fit' },
        { project: 'C', points: '6', reason: 'after-stop' },
      ]);
    });

    it('counts by the rule and the minimum that META names', async () => {
      const own = await json(points, '--rule', 'file');
      expect(own).toMatchObject({
        winners: ['A'],
        rule: { name: 'greedy-votes', minimum: '7', stoppedAt: null },
        steps: [{ project: 'A' }, { reason: 'below-minimum' }, { reason: 'below-minimum' }],
      });
      expect(own.notices).toEqual(['line 2: meta-without-header rule']);
      expect(await json(points, '--rule', 'file', '--min-votes', '6')).toMatchObject({
        rule: { minimum: '6', stoppedAt: 'B' },
      });
    });

    it('shares out by points: whoever has less than rho asks gives all', async () => {
      // Each has 25. A cannot be paid. B asks 50/6 a point. C asks 40/6, but voter 3 has not 4 times that: voter 3
      // gives 25 and voter 4 two times 7.5. Then B's supporters have 25 + 0 + 10.
      const shares = await json(points, '--rule', 'equal-shares-points');
      expect(shares).toMatchObject({ winners: ['C'], voterBudget: '25' });
      expect(shares.steps).toMatchObject([
        {
          project: 'C',
          points: '6',
          perPoint: '7.5',
          payments: [
            { voters: 1, from: '15', to: '15' },
            { voters: 1, from: '25', to: '25' },
          ],
        },
        { project: 'A', reason: 'supporters-short', available: '50' },
        { project: 'B', reason: 'supporters-short', available: '35' },
      ]);
    });

    it('scores ranks from max_length, or with nothing for the last, and says which', async () => {
      const greedy = ['--rule', 'greedy-votes'];
      expect(await json(ranks, ...greedy)).toMatchObject({
        winners: ['B', 'A'],
        rule: { votes: 'ranking', rankScore: { kind: 'from-max', length: 3 } },
        steps: [{ points: '5' }, { points: '4' }, { points: '5' }],
      });
      expect(await json(ranks, ...greedy, '--rank-score', 'last-zero')).toMatchObject({
        rule: { rankScore: { kind: 'last-zero' } },
        steps: [{ points: '2' }, { points: '1' }, { points: '1' }],
      });
      // Without max_length the first of a ballot has the ballot's own length.
      const own = await json(ranks.replace('max_length;3\n', ''), ...greedy);
      expect(own).toMatchObject({
        steps: [{ project: 'B' }, { project: 'A', points: '3' }, { points: '3' }],
      });
      expect(own.notices).toEqual(['line 1: no-maximum-length']);
    });

    it('fills in the points of what a ballot does not name', async () => {
      const filled = points
        .replace('cumulative', 'scoring\ndefault_score;2')
        .replace('min_project_score_threshold;7\n', '');
      // A 5 + 3 + 2 + 2, B 2 + 2 + 1 + 3, C 2 + 2 + 4 + 2.
      expect((await json(filled, '--rule', 'greedy-votes')).steps).toMatchObject([
        { project: 'A', points: '12', votes: 2 },
        { project: 'C', points: '10', votes: 2 },
        { project: 'B', points: '8', votes: 3 },
      ]);
    });

    it('tells people how it was counted, and what is odd in the file', async () => {
      const { stdout } = await run(['x.pb', '--rule', 'file'], points.replace('3,2', '3,2,'));
      expect(stdout).toContain(
        'counted by greedy-votes, points summed, at least 7 points, ends at the first',
      );
      expect(stdout).toContain('A  Bridge  cost 60, 8 points of 2 votes');
      expect(stdout).toContain('notices:\n  line 2: META has no line “key;value”');
      const last = await run(['x.pb', '--rule', 'equal-shares-points', '--rank-score', 'last-zero'], ranks);
      expect(last.stdout).toContain('ranks scored last-zero: the last of a ballot has 0');
      const cost = await run(['x.pb', '--rule', 'equal-shares-cost'], ranks);
      expect(cost.stdout).toContain('votes read as approvals');
    });

    it.each([
      [['--rule', 'file'], ranks, 'META’s rule unknown is not known'],
      [['--rule', 'file'], ranks.replace('rule;unknown\n', ''), 'META names no rule'],
      [['--rule', 'file', '--completion', 'add1'], points, 'needs an equal-shares rule'],
      [['--rule', 'equal-shares-cost', '--no-skip'], points, '--no-skip needs a greedy rule'],
      [
        ['--rule', 'file', '--no-skip'],
        points.replace('greedy-no-skip', 'equalshares'),
        'needs a greedy rule',
      ],
      [['--rule', 'greedy-votes', '--min-votes', 'many'], points, '--min-votes must be a number'],
      [['--rule', 'greedy-votes', '--rank-score', 'borda'], ranks, '--rank-score must be one of'],
      [['--rule', 'file'], points.replace('4;C,B;2,3', '4;C,B;2'), 'line 16: projects and points'],
    ])('answers 2 and one line to %j: %#', async (args, text, message) => {
      const { code, stdout, stderr } = await run(['x.pb', ...args], text);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(message);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    });

    it('refuses in one line points whose sum is beyond exact counting', async () => {
      const votes = Array.from({ length: 6 }, (_, voter) => `${voter};A,B;999999999.999999,${voter}.000001`);
      const text = points.replace(/1;A;5[^]*/, votes.join('\n'));
      expect(await run(['x.pb', '--rule', 'equal-shares-points'], text)).toEqual({
        code: 2,
        stdout: '',
        stderr: 'gongzhi tally: x.pb: the points are too large, or too fine, to be counted exactly\n',
      });
      expect((await json(text, '--rule', 'greedy-votes')).steps).toMatchObject([
        { points: '5999999999.999994' },
        { project: 'C', points: '0' },
        { project: 'B', points: '15.000006' },
      ]);
    });
  });
});
