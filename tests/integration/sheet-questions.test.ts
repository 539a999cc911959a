import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeElectorate, openBallotOf } from '../factories/ballots';
import type { MadeBallot } from '../factories/ballots';
import { testContext } from '../setup/context';
import type { TestContext } from '../setup/context';
import { action } from '~/routes/ballots+/$id_.sheets';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeElectorate(test);
});
afterAll(() => test.dispose());

interface Answered {
  entered?: string;
  form?: { values: Record<string, unknown>; errors: Record<string, string[]> };
}

/** What the page for sheets answers to one of the staff who enters these fields. */
async function enter(reader: string, { id }: MadeBallot, fields: Record<string, string>): Promise<Answered> {
  const request = new Request(`http://portal.test/ballots/${id}/sheets`, {
    method: 'POST',
    body: new URLSearchParams({ intent: 'enter', ...fields }),
  });
  const context = { context: await test.asPerson(reader), sessionToken: null, flash: null } as never;
  const answer = (await action({ request, params: { id }, context })) as { data: Answered };
  return answer.data;
}

const sheetsOf = ({ id }: MadeBallot) =>
  test.database.read.paperSheet.findMany({ where: { ballotId: id }, orderBy: { number: 'asc' } });

const projects = {
  kind: 'budget',
  ...{ budget: '1000', options: '长椅 | 600\n健身器材 | 500\n花坛 | 400', pointsRule: 'greedy-votes' },
};
const points = { ...projects, budgetPapers: 'points', pointsTotal: '10', pointsEach: '8' };

it('a sheet whose points add up to too many is asked about at the field, and settles as invalid only once that is said', async () => {
  const ballot = await openBallotOf(test, { ...points, paperVoting: 'on' });
  const [a = '', b = ''] = ballot.options;
  const typed = { number: '1', [`points.${a}`]: '7', [`points.${b}`]: '5' };
  const asked = await enter('staff1', ballot, typed);
  expect(asked.form?.values).toMatchObject(typed);
  expect(asked.form?.errors).toEqual({
    points: [
      '各项加起来是 12 点，超过了总数 10 点。请再看一遍选票：录错了就改正；票上确实这样写，就在下面勾选。',
    ],
  });
  expect(await sheetsOf(ballot)).toEqual([]);
  // A slip of the hand: both readers correct it.
  for (const [reader, entered] of [
    ['staff1', 'first'],
    ['staff2', 'agrees'],
  ] as const)
    expect((await enter(reader, ballot, { ...typed, [`points.${b}`]: '3' })).entered).toBe(entered);
  // Or the sheet does say so.
  const meant = { ...typed, number: '2', spoilt: 'on' };
  expect((await enter('staff1', ballot, meant)).entered).toBe('first');
  expect((await enter('staff2', ballot, typed)).form?.errors.number).toHaveLength(1);
  expect((await enter('staff2', ballot, meant)).entered).toBe('agrees');
  const choices = (await sheetsOf(ballot)).map(({ choice }) => choice);
  expect(choices).toEqual([
    JSON.stringify({ kind: 'budget', projects: [a, b], points: ['7', '3'] }),
    JSON.stringify({ kind: 'spoilt' }),
  ]);
});

it.each([
  ['one project has more points than it may', points, 'points', ['9'], 0],
  ['what stands there is no number', points, 'points', ['3', 'x'], 1],
  ['a place is given twice', { ...projects, budgetPapers: 'ranks' }, 'rank', ['1', '1'], 1],
  ['a score is beyond the highest', { kind: 'score', maximumScore: '3' }, 'score', ['4'], ''],
])('%s: asked about, nothing is kept', async (_, change, name, values, at) => {
  const ballot = await openBallotOf(test, { ...change, paperVoting: 'on' });
  const typed = Object.fromEntries(
    values.map((value, index) => [`${name}.${ballot.options[index] ?? ''}`, value]),
  );
  const { form } = await enter('staff1', ballot, { number: '1', ...typed });
  const field = typeof at === 'number' ? `${name}.${ballot.options[at] ?? ''}` : at;
  expect(Object.keys(form?.errors ?? {})).toEqual([field]);
  expect(form?.values).toMatchObject(typed);
  expect(await sheetsOf(ballot)).toEqual([]);
});

it.each([
  ['too many options', { kind: 'approval', maximumChoices: '1' }],
  ['projects that cost too much', { ...projects, budgetPapers: 'approvals', paperBudget: '700' }],
])('%s are ticked: asked about, nothing is kept', async (_, change) => {
  const ballot = await openBallotOf(test, { ...change, paperVoting: 'on' });
  const body = new URLSearchParams([
    ['number', '1'],
    ...ballot.options.map((option): [string, string] => ['option', option]),
  ]);
  const request = new Request('http://portal.test/sheets', { method: 'POST', body });
  const context = { context: await test.asPerson('staff1'), sessionToken: null, flash: null } as never;
  const { data } = (await action({ request, params: { id: ballot.id }, context })) as { data: Answered };
  expect(Object.keys(data.form?.errors ?? {})).toEqual(['option']);
  expect(data.form?.values.option).toEqual(ballot.options);
  expect(await sheetsOf(ballot)).toEqual([]);
});
