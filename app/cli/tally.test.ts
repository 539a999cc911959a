import { describe, expect, it } from 'vitest';
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

  it('names the line of a fault in the file', async () => {
    const { code, stderr } = await run(['x.pb', '--rule', 'greedy-votes'], file.replace('2;60', '2;much'));
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'gongzhi tally: x.pb, line 8: not an amount of at most 40 digits: much\n',
    });
  });
});
