import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  closeNow,
  makeElectorate,
  openBallotOf,
  recordText,
  vote,
  voters,
} from '../../../tests/factories/ballots';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { ballotPage } from './ballot-page.query.server';
import { openAndCloseDueBallots } from './organising/due-ballots.server';
import { ballotAsPb } from './files/pb-file.query.server';
import { paperList } from './paper/paper-list.query.server';
import { publishedPapers } from './paper/published-papers.query.server';
import { readBallotRecord } from './rules/record/read-ballot-record';
import { verifyBallotRecord } from './rules/record/verify-ballot-record';
import type { BallotRules, Choice } from './rules/kinds';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeElectorate(test);
});
afterAll(() => test.dispose());

async function expectProven(id: string) {
  const text = await recordText(test, id);
  const { recordDigest } = await test.database.read.ballot.findUniqueOrThrow({ where: { id } });
  expect(createHash('sha256').update(text).digest('hex')).toBe(recordDigest);
  const { record } = await paperList(test.as('visitor'), id, { receipt: '', cursor: '' });
  const event = await test.database.read.event.findUniqueOrThrow({ where: { id: record?.eventId ?? '' } });
  expect([event.isPublic, record?.digest]).toEqual([true, recordDigest]);
  expect(JSON.parse(event.publicData)).toMatchObject({ recordDigest });
  const reading = readBallotRecord(new TextEncoder().encode(text));
  if (!reading.ok) throw new Error(reading.fault);
  expect(verifyBallotRecord(reading.record).differences).toEqual([]);
  return reading.record;
}

const budget = {
  kind: 'budget',
  budget: '1000',
  options: '长椅 | 600\n健身器材 | 500.5\n花坛 | 400\n花坛（小）| 300',
};

describe.each<
  [string, Record<string, unknown>, (options: string[]) => Choice[], (ids: string[]) => string[]]
>([
  [
    'a ranking',
    { kind: 'ranking' },
    ([a = '', b = '', c = '']) => [
      { kind: 'ranking', ranks: [[b], [a], [c]] },
      { kind: 'ranking', ranks: [[b], [c]] },
      { kind: 'ranking', ranks: [[a, c]] },
    ],
    (ids) => [ids[1] ?? ''],
  ],
  [
    'scores',
    { kind: 'score', maximumScore: '3' },
    ([a = '', b = '', c = '']) => [
      { kind: 'score', scores: { [a]: 3, [b]: 1 } },
      { kind: 'score', scores: { [c]: 3 } },
      { kind: 'score', scores: { [c]: 2, [a]: 0 } },
    ],
    (ids) => [ids[2] ?? ''],
  ],
  [
    'a budget by votes',
    { ...budget, budgetRule: 'greedy-votes' },
    ([a = '', b = '', c = '']) => [
      { kind: 'budget', projects: [a, b] },
      { kind: 'budget', projects: [a, c] },
      { kind: 'budget', projects: [] },
    ],
    (ids) => [ids[0] ?? '', ids[2] ?? ''],
  ],
])('%s', (_name, change, papers, winners) => {
  it('is called, voted, counted, and holds when it is counted again', async () => {
    const { id, options } = await openBallotOf(test, change);
    const choices = papers(options);
    for (const [index, choice] of choices.entries()) await vote(test, voters[index] ?? '', id, choice);
    expect((await ballotPage(test.as('visitor'), id)).outcome).toBeNull();
    await closeNow(test);
    const record = await expectProven(id);
    expect(record.result.winners).toEqual(winners(options));
    expect(record.papers).toHaveLength(3);
    expect(record.electorate.size).toBe(voters.length);
  });
});

it('refuses what the rules do not allow, at the field, and counts nothing', async () => {
  const { id, options } = await openBallotOf(test, { ...budget, paperBudget: '1000', maximumChoices: '2' });
  const projects = (places: number[]) => places.map((at) => options[at] ?? '');
  for (const [places, reason] of [
    [[0, 2, 3], 'ballots.too-many'],
    [[0, 1], 'ballots.too-expensive'],
    [[0, 0], 'ballots.option-repeated'],
  ] as const) {
    const choice: Choice = { kind: 'budget', projects: projects([...places]) };
    await expect(vote(test, 'ann', id, choice)).rejects.toMatchObject({ field: 'option', reason });
  }
  expect((await ballotPage(test.as('visitor'), id)).ballot.votedCount).toBe(0);
});

it('draws lots with a seed that the portal was bound to before the first vote', async () => {
  const { id, options } = await openBallotOf(test, { kind: 'ranking', tieRule: 'draw' });
  const { drawCommitment, drawSecret, rules } = await test.database.read.ballot.findUniqueOrThrow({
    where: { id },
  });
  expect(drawCommitment).toMatch(/^[0-9a-f]{64}$/);
  expect(drawSecret).toBeNull();
  expect((JSON.parse(rules ?? '') as BallotRules).ties).toEqual({ kind: 'draw', seed: '' });
  await vote(test, 'ann', id, { kind: 'ranking', ranks: [[options[0] ?? ''], [options[1] ?? '']] });
  await vote(test, 'bob', id, { kind: 'ranking', ranks: [[options[1] ?? ''], [options[0] ?? '']] });
  await closeNow(test);
  const { draw, rules: final } = await expectProven(id);
  expect(draw?.commitment).toBe(drawCommitment);
  expect(final.ties).toMatchObject({ kind: 'draw', seed: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

it('writes a closed budget ballot as a .pb file, without anyone in it', async () => {
  const { id, options } = await openBallotOf(test, { ...budget, budgetRule: 'equal-shares-cost' });
  await vote(test, 'ann', id, { kind: 'budget', projects: [options[0] ?? ''] });
  await closeNow(test);
  const text = await ballotAsPb(test.as('visitor'), id);
  expect(text).toContain('budget;1000\n');
  expect(text).toContain(`${options[1]};500.50;0;健身器材;0`);
  expect(text).not.toContain('ann');
});

it('leaves nothing after closing by which a vote leads to a voter', async () => {
  const { id, options } = await openBallotOf(test, { kind: 'single-choice' });
  const receipts: string[] = [];
  for (const person of voters) {
    const choice: Choice = { kind: 'single-choice', option: options[0] ?? '' };
    receipts.push((await vote(test, person, id, choice)).receipt);
  }
  await closeNow(test);
  expect(await test.database.read.ballotPaper.count({ where: { ballotId: id } })).toBe(0);
  const [papers, row] = await Promise.all([
    test.database.read.countedPaper.findMany({ where: { ballotId: id } }),
    test.database.read.ballot.findUniqueOrThrow({ where: { id } }),
  ]);
  expect(row.sealedSecret).toBeNull();
  expect(papers.map((paper) => Object.keys(paper).sort())).toEqual(
    papers.map(() => ['ballotId', 'choice', 'personId', 'receipt']),
  );
  expect(papers.every((paper) => paper.personId === null)).toBe(true);
  const published = (await publishedPapers(test.as('visitor'), id)).map((paper) => paper.receipt);
  expect(published).toEqual([...receipts].sort());
  const order = test.database.engine === 'sqlite' ? '"rowid"' : 'ctid';
  const laid = await test.database.sql.all<{ receipt: string }>(
    `SELECT "receipt" FROM "CountedPaper" WHERE "ballotId" = ? ORDER BY ${order}`,
    [id],
  );
  expect(laid.map((paper) => paper.receipt)).toEqual([...receipts].sort());
});

it('counts a vote before the closing instant and refuses the one at it', async () => {
  const { id, options } = await openBallotOf(test, { kind: 'single-choice' });
  const choice: Choice = { kind: 'single-choice', option: options[0] ?? '' };
  const { closesAt } = await test.database.read.ballot.findUniqueOrThrow({ where: { id } });
  test.clock.set(new Date(closesAt.getTime() - 1));
  await vote(test, 'ann', id, choice);
  test.clock.set(closesAt);
  await expect(vote(test, 'bob', id, choice)).rejects.toMatchObject({ reason: 'ballots.closed' });
  test.clock.set(new Date(closesAt.getTime() - 1));
  const votes = voters.map((person) => vote(test, person, id, choice).catch((error: unknown) => error));
  test.clock.set(closesAt);
  const closing = openAndCloseDueBallots(test.as('system'));
  const answers = await Promise.all(votes);
  await closing;
  const acknowledged = answers.filter((answer) => !(answer instanceof Error)).length;
  const record = await expectProven(id);
  expect(record.papers.length).toBeGreaterThanOrEqual(Math.max(1, acknowledged));
  expect(record.result.papers).toBe(record.papers.length);
});
