import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  closeNow,
  makeBallot,
  makeElectorate,
  openBallotOf,
  vote,
  voters,
} from '../../../tests/factories/ballots';
import type { MadeBallot } from '../../../tests/factories/ballots';
import { communityId, makePerson } from '../../../tests/factories/proposals';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { ballotPage } from './ballot-page.query.server';
import { listBallots } from './ballot-list.query.server';
import { openAndCloseDueBallots } from './due-ballots.server';
import { cancelBallot } from './cancel-ballot.server';
import { extendBallot } from './extend-ballot.server';
import { importPb } from './import-pb.server';
import { paperList } from './paper-list.query.server';
import { remindElectors, reminderTime } from './remind-electors.server';
import type { Choice } from './rules/kinds';
import { areasKeptBack } from './rules/hide-small-areas';
import { ballotTurnout } from './turnout.query.server';
import { timelineOf } from '../ledger/index.server';
import { notify } from '../notifications/index.server';

const hour = 3600_000;
let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeElectorate(test);
});
afterAll(() => test.dispose());

const pick = ({ options }: MadeBallot, at: number): Choice => ({
  kind: 'single-choice',
  option: options[at] ?? '',
});
const later = (hours: number) => new Date(test.clock.now().getTime() + hours * hour);
const reasonFor = async (person: string, id: string) => {
  const { voting } = await ballotPage(await test.asPerson(person), id);
  return voting.allowed ? 'allowed' : voting.reason;
};

it('freezes the members of the organisations that were named', async () => {
  await test.database.transaction(async (tx) => {
    await tx.prisma.organisation.create({
      data: {
        id: 'club',
        kind: 'social-organisation',
        name: '护江志愿队',
        creditCode: '51421000MJ0000000X',
        areaId: communityId,
        about: '',
        state: 'verified',
        createdAt: test.clock.now(),
      },
    });
    for (const personId of ['ann', 'stranger'])
      await tx.prisma.organisationMember.create({
        data: { organisationId: 'club', personId, mandate: 'member', createdAt: test.clock.now() },
      });
  });
  const ballot = await openBallotOf(test, {
    electorateKind: 'organisations',
    organisationIds: 'club',
    minimumAge: '0',
  });
  const { electorateSize } = (await ballotPage(test.as('visitor'), ballot.id)).ballot;
  expect(electorateSize).toBe(2);
  expect(await reasonFor('stranger', ballot.id)).toBe('allowed');
  expect(await reasonFor('bob', ballot.id)).toBe('ballots.not-a-member');
});

it('is called off with a reason, once, and what was voted is destroyed, by the worker where it is much', async () => {
  const ballot = await openBallotOf(test, { kind: 'single-choice' });
  for (const person of voters) await vote(test, person, ballot.id, pick(ballot, 0));
  await test.database.transaction(async (tx) => {
    await tx.sql.run(
      `INSERT INTO "CountedPaper" ("ballotId", "receipt", "choice") VALUES (?, 'half-counted', '{}')`,
      [ballot.id],
    );
    for (let number = 0; number < 130; number += 1)
      await tx.sql.run(
        'INSERT INTO "BallotPaper" ("ballotId", "paperKey", "receipt", "choice") VALUES (?, ?, ?, ?)',
        [ballot.id, `key-${number}`, `receipt-${number}`, '{}'],
      );
  });
  const moderator = await test.asPerson('moderator');
  await expect(cancelBallot(await test.asPerson('ann'), ballot.id, '不想投了')).rejects.toMatchObject({
    code: 'forbidden',
  });
  await cancelBallot(moderator, ballot.id, '题目有误');
  await openAndCloseDueBallots(test.as('system'));
  const where = { ballotId: ballot.id };
  const { read } = test.database;
  expect(await read.ballot.findUnique({ where: { id: ballot.id } })).toMatchObject({
    state: 'cancelled',
    cancelledReason: '题目有误',
    sealedSecret: null,
  });
  expect([await read.ballotPaper.count({ where }), await read.countedPaper.count({ where })]).toEqual([0, 0]);
  await expect(cancelBallot(moderator, ballot.id, '再来一次')).rejects.toMatchObject({ code: 'forbidden' });
  await expect(vote(test, 'ann', ballot.id, pick(ballot, 1))).rejects.toBeDefined();
});

it('takes a closed list of addresses into the electorate and forgets them', async () => {
  const ballot = await makeBallot(test, {
    electorateKind: 'list',
    listed: 'Ann@example.org\nnobody@example.org\nstranger@example.org',
    minimumAge: '0',
    opensAt: later(1).toISOString(),
    closesAt: later(2).toISOString(),
  });
  expect(await reasonFor('ann', ballot.id)).toBe('ballots.will-be-elector');
  expect(await reasonFor('bob', ballot.id)).toBe('ballots.not-listed');
  test.clock.set(later(1));
  await openAndCloseDueBallots(test.as('system'));
  expect(await test.database.read.elector.count({ where: { ballotId: ballot.id } })).toBe(2);
  expect(await test.database.read.listedElector.count({ where: { ballotId: ballot.id } })).toBe(0);
  await vote(test, 'stranger', ballot.id, pick(ballot, 0));
});

it('says why somebody may not vote, and that a right which came later does not count', async () => {
  const ballot = await openBallotOf(test);
  expect(await reasonFor('stranger', ballot.id)).toBe('ballots.residence-not-verified');
  await makePerson(test, 'newcomer');
  await test.database.transaction(async (tx) => {
    await tx.prisma.person.update({
      where: { id: 'newcomer' },
      data: { residenceAreaId: communityId, birthYear: 1990 },
    });
  });
  expect(await reasonFor('newcomer', ballot.id)).toBe('ballots.right-came-too-late');
});

it('is extended only by those who may call it, with a reason, to a later time, while it is open', async () => {
  const ballot = await openBallotOf(test);
  const reason = '停电一天，延长一天。';
  const moderator = await test.asPerson('moderator');
  const { closesAt } = await test.database.read.ballot.findUniqueOrThrow({ where: { id: ballot.id } });
  const extend = (ctx: typeof moderator, to: Date) => extendBallot(ctx, ballot.id, { closesAt: to, reason });
  await expect(extend(await test.asPerson('ann'), later(9))).rejects.toMatchObject({ code: 'forbidden' });
  await expect(extend(moderator, closesAt)).rejects.toMatchObject({ reason: 'ballots.not-later' });
  await extend(moderator, later(9));
  const event = await test.database.read.event.findFirstOrThrow({
    where: { type: 'ballot.extended', subjectId: ballot.id },
  });
  expect(JSON.parse(event.publicData)).toMatchObject({ reason, before: closesAt.toISOString() });
  await closeNow(test);
  await vote(test, 'ann', ballot.id, pick(ballot, 0));
  test.clock.set(later(9));
  await expect(extend(moderator, later(20))).rejects.toMatchObject({ reason: 'ballots.closed' });
});

it('reminds once, shortly before the end, those who live there and have not voted', async () => {
  const ballot = await openBallotOf(test, {
    minimumAge: '0',
    opensAt: test.clock.now().toISOString(),
    closesAt: later(9).toISOString(),
  });
  await vote(test, 'ann', ballot.id, pick(ballot, 0));
  await remindElectors(test.as('system'));
  const reminders = () =>
    test.database.read.event.findMany({ where: { type: 'ballot.reminder', subjectId: ballot.id } });
  expect(await reminders()).toEqual([]);
  test.clock.set(later(6.5));
  await remindElectors(test.as('system'));
  await remindElectors(test.as('system'));
  const [event, ...others] = await reminders();
  expect(others).toEqual([]);
  const job = await test.database.read.outboxJob.findUniqueOrThrow({
    where: { idempotencyKey: `notify:${event?.id}:0` },
  });
  await notify(test.as('system'), JSON.parse(job.payload));
  const told = await test.database.read.notification.findMany({ where: { eventId: event?.id ?? '' } });
  expect(told.map((row) => row.personId)).toEqual(expect.arrayContaining(['bob', 'cai', 'dan', 'eve']));
  expect(told.map((row) => row.personId)).not.toContain('ann');
  expect(told.map((row) => row.personId)).not.toContain('stranger');
});

it('reminds when two thirds of the time are over, but not more than two days before the end', () => {
  const opens = new Date('2026-01-01T00:00:00Z');
  expect(reminderTime(opens, new Date('2026-01-01T09:00:00Z'))).toEqual(new Date('2026-01-01T06:00:00Z'));
  expect(reminderTime(opens, new Date('2026-02-01T00:00:00Z'))).toEqual(new Date('2026-01-30T00:00:00Z'));
});

it('shows turnout by community while open, and hides small ones', async () => {
  for (let index = 0; index < 14; index += 1) {
    const id = `neighbour-${index}`;
    await makePerson(test, id);
    await test.database.transaction(async (tx) => {
      await tx.prisma.person.update({
        where: { id },
        data: { residenceAreaId: index < 12 ? communityId : '421002001', birthYear: 1970 },
      });
    });
  }
  const ballot = await openBallotOf(test);
  const turnout = async () => (await ballotTurnout(test.as('visitor'), ballot.id)).areas;
  const of = async (id: string) => (await turnout()).find((area) => area.areaId === id);
  const neighbours = Array.from({ length: 12 }, (_, index) => `neighbour-${index}`);
  for (const person of [...voters, ...neighbours]) await vote(test, person, ballot.id, pick(ballot, 0));
  // Of the total and the one community shown, the other would follow.
  expect(await of('421002001')).toMatchObject({ electorate: 2, voted: null });
  expect(await of(communityId)).toMatchObject({ voted: null });
  await closeNow(test);
  expect((await turnout()).map((area) => area.voted)).toEqual([null, null]);
});

it('shows the turnout of a community where neither it nor the total tells who has voted', () => {
  const area = (areaId: string, electorate: number, voted: number) => ({ areaId, electorate, voted });
  const hidden = (...areas: ReturnType<typeof area>[]) => [...areasKeptBack(areas)].sort();
  expect(hidden(area('a', 40, 20), area('b', 30, 12))).toEqual([]);
  expect(hidden(area('a', 12, 3), area('b', 2, 2))).toEqual(['a', 'b']);
  expect(hidden(area('a', 40, 20), area('b', 30, 12), area('c', 4, 2))).toEqual(['b', 'c']);
  expect(hidden(area('a', 40, 20), area('b', 30, 12), area('c', 9, 2), area('d', 9, 9))).toEqual(['c', 'd']);
  expect(hidden(area('a', 40, 20), area('b', 30, 12), area('c', 9, 2), area('d', 9, 7))).toEqual([
    'b',
    'c',
    'd',
  ]);
});

it('keeps reminders out of the public history', async () => {
  const ballot = await openBallotOf(test, { closesAt: later(9).toISOString() });
  test.clock.set(later(8));
  await remindElectors(test.as('system'));
  const entries = await timelineOf(test.as('visitor'), [{ kind: 'ballot', id: ballot.id }]);
  expect(entries.map((entry) => entry.type)).toEqual(['ballot.scheduled', 'ballot.opened']);
});

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
