import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeElectorate } from '../../../../tests/factories/ballots';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { listBallots } from '../ballot-list.query.server';
import { ballotPage } from '../ballot-page.query.server';
import { openAndCloseDueBallots } from '../organising/due-ballots.server';
import { importPb } from './import-pb.server';
import { paperList } from '../paper/paper-list.query.server';

const hour = 3600_000;
let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeElectorate(test);
});
afterAll(() => test.dispose());

const later = (hours: number) => new Date(test.clock.now().getTime() + hours * hour);

const pb = `META
key;value
description;小镇预算
budget;1000
vote_type;approval
PROJECTS
project_id;cost;name
10;600;桥
9;500;灯
VOTES
voter_id;vote
1;10,9
2;9
`;

it('imports a .pb file as a closed ballot, or says line by line what is wrong with it', async () => {
  const moderator = await test.asPerson('moderator');
  const input = {
    areaId: '421002',
    title: '',
    budgetRule: 'greedy-votes',
    completion: 'none',
    tieRule: 'order',
  } as const;
  const broken = await importPb(moderator, input, new TextEncoder().encode(pb.replace('10,9', '11')));
  expect(broken).toEqual({ faults: [{ line: 12, reason: 'unknown-project', detail: expect.any(String) }] });
  const imported = await importPb(moderator, input, new TextEncoder().encode(pb));
  if (!('id' in imported)) throw new Error('refused');
  await openAndCloseDueBallots(test.as('system'));
  const { ballot, outcome } = await ballotPage(test.as('visitor'), imported.id);
  expect([ballot.state, ballot.title, ballot.votedCount]).toEqual(['closed', '小镇预算', 2]);
  const names = new Map(ballot.options.map((option) => [option.id, option.label]));
  expect(outcome?.result.winners.map((id) => names.get(id))).toEqual(['灯']);
  const list = await paperList(test.as('visitor'), imported.id, { receipt: 'vote00000002', cursor: '' });
  expect(list.papers).toHaveLength(1);
  const stranger = importPb(await test.asPerson('ann'), input, new TextEncoder().encode(pb));
  await expect(stranger).rejects.toMatchObject({ code: 'forbidden' });
});

/** Two runs of removal take fewer papers than this. */
const manyVotes = 6000;

it('imports every vote of a large file while the worker clears away what is over', async () => {
  const votes = Array.from(
    { length: manyVotes },
    (_, index) => `${index + 1};${index % 2 === 0 ? '9' : '10,9'}`,
  );
  const large = pb.slice(0, pb.indexOf('1;10,9')) + votes.join('\n');
  let written = false;
  const importing = importPb(
    await test.asPerson('moderator'),
    { areaId: '421002', title: '', budgetRule: 'greedy-votes', completion: 'none', tieRule: 'order' },
    new TextEncoder().encode(large),
  ).finally(() => (written = true));
  let rounds = 0;
  while (!written) {
    await openAndCloseDueBallots(test.as('system'));
    const shown = (await listBallots(test.as('visitor'), {})).items;
    if (!written) expect(shown.map((item) => item.state)).not.toContain('importing');
    rounds += 1;
    // Reads on SQLite never leave the turn: without a rest the import would have none.
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(rounds).toBeGreaterThan(1);
  const imported = await importing;
  if (!('id' in imported)) throw new Error('refused');
  await openAndCloseDueBallots(test.as('system'));
  const { ballot, outcome } = await ballotPage(test.as('visitor'), imported.id);
  expect([ballot.state, ballot.votedCount, outcome?.result.papers]).toEqual(['closed', manyVotes, manyVotes]);
});

it('removes an import that was broken off, and tells nobody of it', async () => {
  const moderator = await test.asPerson('moderator');
  const input = {
    areaId: '421002',
    title: '断了',
    budgetRule: 'greedy-votes',
    completion: 'none',
    tieRule: 'order',
  } as const;
  const before = await test.database.read.ballot.count();
  let calls = 0;
  const broken = {
    ...moderator,
    giveWay: () => ((calls += 1) === 1 ? Promise.reject(new Error('no memory')) : Promise.resolve()),
  };
  await expect(importPb(broken, input, new TextEncoder().encode(pb))).rejects.toThrow('no memory');
  expect(await test.database.read.ballot.count()).toBe(before);
  const killed = { ...moderator, giveWay: () => Promise.reject(new Error('killed')) };
  const stopped = { ...killed, database: { ...killed.database } };
  let works = 0;
  stopped.database.transaction = (work) =>
    (works += 1) <= 2 ? test.database.transaction(work) : Promise.reject(new Error('killed'));
  await expect(importPb(stopped, input, new TextEncoder().encode(pb))).rejects.toThrow('killed');
  expect(await test.database.read.ballot.count({ where: { state: 'importing' } })).toBe(1);
  await openAndCloseDueBallots(test.as('system'));
  expect(await test.database.read.ballot.count({ where: { state: 'importing' } })).toBe(1);
  test.clock.set(later(1));
  await openAndCloseDueBallots(test.as('system'));
  expect(await test.database.read.ballot.count({ where: { title: '断了' } })).toBe(0);
  expect(await test.database.read.event.count({ where: { publicData: { contains: '断了' } } })).toBe(0);
});
