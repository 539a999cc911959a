import { describe, expect, it } from 'vitest';
import { ballotRecord, writeBallotRecord } from '~/domains/ballots/rules/record/ballot-record';
import type { Choice, SingleChoiceRules } from '~/domains/ballots/rules/kinds';
import { tally } from '~/domains/ballots/rules/tally';
import { runVerify } from './verify';

const rules: SingleChoiceRules = {
  kind: 'single-choice',
  options: ['yes', 'no'],
  electorateSize: 9,
  quorum: null,
  threshold: { numerator: 1, denominator: 2 },
  base: 'votes',
};
const choices: Choice[] = ['yes', 'yes', 'no'].map((option) => ({ kind: 'single-choice', option }));
const text = writeBallotRecord(
  ballotRecord({
    ballot: { id: 'b', title: '增设路灯', area: '421002', opensAt: '', closesAt: '', labels: {} },
    rules,
    result: tally(choices, rules).result,
    papers: choices.map((choice, index) => ({ receipt: `r${index}`, choice })),
  }),
);

async function run(args: string[], content = text) {
  const out = { stdout: '', stderr: '' };
  const code = await runVerify(args, {
    readFile: () => new TextEncoder().encode(content),
    stdout: (part) => (out.stdout += part),
    stderr: (part) => (out.stderr += part),
  });
  return { code, ...out };
}

describe('gongzhi verify', () => {
  it('says that a result holds', async () => {
    expect(await run(['x.json'])).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('The result holds.'),
    });
    const { stdout } = await run(['x.json', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      holds: true,
      papers: 3,
      electorate: 9,
      winners: ['yes'],
      differences: [],
    });
  });

  it('says what a statutory record holds of its meeting', async () => {
    const meeting = { kind: 'residents', convener: '社区居民委员会', place: '社区会议室' };
    const record = text.replace('"labels": {}', `"labels": {}, "meeting": ${JSON.stringify(meeting)}`);
    expect((await run(['x.json'], record)).stdout).toContain(
      'Statutory meeting (residents), convened by 社区居民委员会, at 社区会议室',
    );
    expect(JSON.parse((await run(['x.json', '--json'], record)).stdout)).toMatchObject({
      holds: true,
      meeting,
    });
    const { code, stderr } = await run(['x.json'], record.replace('"社区会议室"', '7'));
    expect([code, stderr]).toEqual([2, expect.stringContaining('ballot.meeting.place')]);
  });

  it('refuses a file that was changed, and says where it differs', async () => {
    const { code, stdout, stderr } = await run(
      ['x.json'],
      text.replace(
        '"r0","choice":{"kind":"single-choice","option":"yes"}',
        '"r0","choice":{"kind":"single-choice","option":"no"}',
      ),
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(/result\.winners\.0: published "yes", counted ("no"|nothing)/);
    expect(stdout).toContain('does NOT hold');
    expect(stderr.split('\n')).toHaveLength(2);
  });

  it.each([
    ['{}', 'format'],
    ['no', 'not JSON'],
    [text.replace('"version": 1', '"version": 9'), 'version'],
  ])('answers 2 and one line to a broken file (%#)', async (content, message) => {
    const { code, stdout, stderr } = await run(['x.json'], content);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^gongzhi verify: x.json: .*${message}.*\n$`));
  });

  it('explains itself', async () => {
    expect((await run(['--help'])).stdout).toContain('SHA-256');
    expect((await run(['x', '--fast'])).code).toBe(2);
  });
});
