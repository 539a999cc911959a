import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  closeNow,
  makeBallot,
  makeElectorate,
  openBallotOf,
  vote,
  voters,
} from '../../../../tests/factories/ballots';
import type { MadeBallot } from '../../../../tests/factories/ballots';
import { communityId, makePerson } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { runJobs } from '../../../../tests/setup/jobs';
import { ballotPage } from '../ballot-page.query.server';
import { openAndCloseDueBallots } from './due-ballots.server';
import { cancelBallot } from './cancel-ballot.server';
import { extendBallot } from './extend-ballot.server';
import { remindElectors, reminderTime } from '../casting/remind-electors.server';
import type { Choice } from '../rules/kinds';
import { areasKeptBack } from '../rules/hide-small-areas';
import { ballotTurnout } from '../casting/turnout.query.server';
import { timelineOf } from '../../ledger/index.server';
import { notify } from '../../notifications/index.server';

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
  const seen = async (who: string) => (await ballotPage(await test.asPerson(who), ballot.id)).missing;
  expect(await seen('moderator')).toEqual({
    ...{ listed: 3, noAccount: ['nobody@example.org'], noAge: [] },
  });
  expect(await seen('ann')).toBeNull();
  test.clock.set(later(1));
  await openAndCloseDueBallots(test.as('system'));
  expect(await test.database.read.elector.count({ where: { ballotId: ballot.id } })).toBe(2);
  expect(await test.database.read.listedElector.count({ where: { ballotId: ballot.id } })).toBe(0);
  await vote(test, 'stranger', ballot.id, pick(ballot, 0));
  // By whom it was called is told how many have no vote; which they were is forgotten.
  await runJobs(test);
  const told = await test.database.read.notification.findMany({ where: { type: 'ballot.list-missing' } });
  expect(told.map(({ personId, data }) => [personId, JSON.parse(data) as object])).toMatchObject([
    ['moderator', { count: 1, listed: 3 }],
  ]);
  expect(await seen('moderator')).toBeNull();
});

it('names whose age is not confirmed on a list that asks for one, however long it is', async () => {
  const many = Array.from({ length: 1200 }, (_, at) => `absent${at}@example.org`);
  const ballot = await makeBallot(test, {
    ...{ electorateKind: 'list', listed: ['ann@example.org', 'stranger@example.org', ...many].join('\n') },
    ...{ minimumAge: '18', opensAt: later(3).toISOString(), closesAt: later(4).toISOString() },
  });
  const { missing } = await ballotPage(await test.asPerson('moderator'), ballot.id);
  expect(missing?.noAccount).toHaveLength(1200);
  expect(missing?.noAge).toEqual(['stranger@example.org']);
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
  const { events } = await timelineOf(test.as('visitor'), [{ kind: 'ballot', id: ballot.id }]);
  expect(events.map((entry) => entry.type)).toEqual(['ballot.scheduled', 'ballot.opened']);
});
