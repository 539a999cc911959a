import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  closeNow,
  makeElectorate,
  makeVoter,
  openBallotOf,
  recordText,
  vote,
} from '../../../tests/factories/ballots';
import type { MadeBallot } from '../../../tests/factories/ballots';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { ballotPage } from './ballot-page.query.server';
import { castVote } from './casting/cast-vote.server';
import { openAndCloseDueBallots } from './organising/due-ballots.server';
import { verifyBallotRecord } from './rules/record/verify-ballot-record';
import { readBallotRecord } from './rules/record/read-ballot-record';
import type { Choice } from './rules/kinds';
import { ballotTurnout } from './casting/turnout.query.server';
import { keyedHash } from '~/platform/crypto/keyed-hash.server';

let test: TestContext;
let folder: string;
beforeAll(async () => {
  test = await testContext();
  folder = test.as('system').configuration.ballotKeysDirectory;
  await makeElectorate(test);
  await makeVoter(test, 'mother', 'one-house');
  await makeVoter(test, 'father', 'one-house');
});
afterAll(() => test.dispose());

const pick = ({ options }: MadeBallot, at: number): Choice => ({
  kind: 'single-choice',
  option: options[at] ?? '',
});
const keyFile = (id: string) => path.join(folder, `${id}.key`);
const rowOf = (id: string) => test.database.read.ballot.findUniqueOrThrow({ where: { id } });

it('keeps the secret of an open ballot in a file of its own, and destroys it when voting ends', async () => {
  const ballot = await openBallotOf(test);
  expect(statSync(keyFile(ballot.id)).mode & 0o777).toBe(0o600);
  expect((await rowOf(ballot.id)).sealedSecret).toBeNull();
  await vote(test, 'ann', ballot.id, pick(ballot, 0));
  await closeNow(test);
  expect(readdirSync(folder).filter((name) => name.startsWith(ballot.id))).toEqual([]);
  expect(await rowOf(ballot.id)).toMatchObject({ state: 'closed', keyCheck: null, keyLostAt: null });
});

it('marks the register when voting has ended, and not before', async () => {
  const ballot = await openBallotOf(test);
  const voted = async () =>
    (await test.database.read.elector.findMany({ where: { ballotId: ballot.id, voted: true } }))
      .map((elector) => elector.personId)
      .sort();
  await vote(test, 'cai', ballot.id, pick(ballot, 0));
  await vote(test, 'ann', ballot.id, pick(ballot, 0));
  expect(await voted()).toEqual([]);
  await closeNow(test);
  expect(await voted()).toEqual(['ann', 'cai']);
});

it('gives a new receipt with each change of a vote, and the old one finds nothing', async () => {
  const ballot = await openBallotOf(test);
  const first = await vote(test, 'ann', ballot.id, pick(ballot, 0));
  const second = await vote(test, 'ann', ballot.id, pick(ballot, 1));
  const third = await vote(test, 'ann', ballot.id, pick(ballot, 1));
  expect(new Set([first.receipt, second.receipt, third.receipt]).size).toBe(3);
  expect([first.changed, second.changed]).toEqual([false, true]);
  await closeNow(test);
  const text = await recordText(test, ballot.id);
  expect(text).toContain(third.receipt);
  expect(text).not.toContain(first.receipt);
  expect(text).not.toContain(second.receipt);
});

it('takes the first vote sent twice at once as one vote, and shows a household no vote of its other members', async () => {
  const ballot = await openBallotOf(test, { unit: 'household' });
  const twice = await Promise.all(
    [0, 1, 1, 0, 1].map((at) => vote(test, 'mother', ballot.id, pick(ballot, at))),
  );
  expect(twice.filter((answer) => !answer.changed)).toHaveLength(1);
  expect((await rowOf(ballot.id)).votedCount).toBe(1);
  await expect(vote(test, 'father', ballot.id, pick(ballot, 0))).rejects.toMatchObject({
    reason: 'ballots.household-voted',
  });
  expect((await ballotPage(await test.asPerson('father'), ballot.id)).own).toBeNull();
  expect((await ballotPage(await test.asPerson('mother'), ballot.id)).own).not.toBeNull();
});

it.each([
  ['is lost', (id: string) => writeFileSync(keyFile(id), '')],
  ['is another', (id: string) => writeFileSync(keyFile(id), Buffer.alloc(32, 1))],
])('takes no vote where the key %s, says so, and still counts what was cast', async (_what, spoil) => {
  const ballot = await openBallotOf(test);
  await vote(test, 'ann', ballot.id, pick(ballot, 0));
  chmodSync(keyFile(ballot.id), 0o600);
  spoil(ballot.id);
  for (const person of ['ann', 'bob'])
    await expect(vote(test, person, ballot.id, pick(ballot, 1))).rejects.toMatchObject({
      code: 'wrong-state',
      reason: 'ballots.key-lost',
    });
  const page = await ballotPage(await test.asPerson('bob'), ballot.id);
  expect(page.voting).toMatchObject({ allowed: false, reason: 'ballots.key-lost' });
  await openAndCloseDueBallots(test.as('system'));
  await openAndCloseDueBallots(test.as('system'));
  expect(
    await test.database.read.event.count({ where: { type: 'ballot.key-lost', subjectId: ballot.id } }),
  ).toBe(1);
  expect((await ballotTurnout(test.as('visitor'), ballot.id)).areas.map((area) => area.voted)).toEqual([
    null,
  ]);
  await closeNow(test);
  const reading = readBallotRecord(new TextEncoder().encode(await recordText(test, ballot.id)));
  if (!reading.ok) throw new Error(reading.fault);
  expect(verifyBallotRecord(reading.record).differences).toEqual([]);
  expect(reading.record.papers).toHaveLength(1);
  expect(existsSync(keyFile(ballot.id))).toBe(false);
});

it('reads no file outside its directory, whatever a ballot is called in an address', async () => {
  for (const id of ['../../etc/hostname', '..', 'a/b', `${'x'.repeat(300)}`])
    await expect(
      castVote(await test.asPerson('ann'), id, { choice: { kind: 'approval', options: [] } }),
    ).rejects.toMatchObject({ code: 'not-found' });
});

it('goes on with a ballot that was opened while the secret stood in the database', async () => {
  const ballot = await openBallotOf(test);
  const { keys } = test.as('system');
  await test.database.transaction(async (tx) => {
    await tx.prisma.ballot.update({
      where: { id: ballot.id },
      data: { keyCheck: null, sealedSecret: keys.seal('old secret'), votedCount: 1 },
    });
    await tx.prisma.ballotPaper.create({
      data: {
        ballotId: ballot.id,
        paperKey: keyedHash('old secret', 'ann'),
        receipt: 'old-receipt',
        choice: JSON.stringify(pick(ballot, 0)),
      },
    });
    await tx.prisma.elector.update({
      where: { ballotId_personId: { ballotId: ballot.id, personId: 'ann' } },
      data: { voted: true },
    });
  });
  expect((await ballotPage(await test.asPerson('ann'), ballot.id)).own?.receipt).toBe('old-receipt');
  expect((await vote(test, 'ann', ballot.id, pick(ballot, 1))).changed).toBe(true);
  expect((await vote(test, 'bob', ballot.id, pick(ballot, 1))).changed).toBe(false);
  await closeNow(test);
  expect(await rowOf(ballot.id)).toMatchObject({ state: 'closed', votedCount: 2, sealedSecret: null });
  const voted = await test.database.read.elector.findMany({ where: { ballotId: ballot.id, voted: true } });
  expect(voted.map((elector) => elector.personId).sort()).toEqual(['ann', 'bob']);
});

it('takes an empty paper only from who says that it is meant, and none where one is to be chosen', async () => {
  const ann = await test.asPerson('ann');
  const budget = { kind: 'budget', budget: '1000', options: '长椅 | 600\n花坛 | 400' };
  const empty: [Record<string, unknown>, Choice][] = [
    [{ kind: 'support' }, { kind: 'support', answers: {} }],
    [
      { kind: 'approval', maximumChoices: '2' },
      { kind: 'approval', options: [] },
    ],
    [{ kind: 'ranking' }, { kind: 'ranking', ranks: [] }],
    [
      { kind: 'score', maximumScore: '3' },
      { kind: 'score', scores: {} },
    ],
    [budget, { kind: 'budget', projects: [] }],
  ];
  for (const [change, choice] of empty) {
    const { id } = await openBallotOf(test, change);
    await expect(castVote(ann, id, { choice })).rejects.toMatchObject({
      field: 'blank',
      reason: 'ballots.blank-paper',
    });
    expect((await rowOf(id)).votedCount).toBe(0);
    expect((await castVote(ann, id, { choice, blank: true })).changed).toBe(false);
  }
  const single = await openBallotOf(test);
  const none: Choice = { kind: 'single-choice', option: null };
  for (const blank of [false, true])
    await expect(castVote(ann, single.id, { choice: none, blank })).rejects.toMatchObject({
      field: 'option',
      reason: 'ballots.choose-one',
    });
  expect(readFileSync(keyFile(single.id))).toHaveLength(32);
});
