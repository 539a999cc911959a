import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeOrganisation } from '../../factories/organisations';
import { makeAreas, makePerson } from '../../factories/proposals';
import { activity, fillShift, makeShift, placesIn, spanIn } from '../../factories/volunteering';
import { atOnce, fifty } from '../../setup/at-once';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import type { Context } from '~/domains/context';
import { changeShift } from '~/domains/volunteering/activities/change-shift.server';
import { addAtRoster, removeGuest } from '~/domains/volunteering/attendance/add-at-roster.server';
import { appealRecord, decideRecordAppeal } from '~/domains/volunteering/attendance/appeal-record.server';
import { answerObjection, objectToRecord } from '~/domains/volunteering/attendance/object.server';
import { tickOnList } from '~/domains/volunteering/attendance/check-in.server';
import { syncTicks } from '~/domains/volunteering/attendance/sync-ticks.server';
import { confirmAll } from '~/domains/volunteering/attendance/confirm-all.server';
import { confirmAttendance } from '~/domains/volunteering/attendance/confirm-attendance.server';
import { publishOpportunity } from '~/domains/volunteering/opportunity.server';
import { acceptOffer } from '~/domains/volunteering/places/answer-offer.server';
import { signUp, withdraw } from '~/domains/volunteering/places/sign-up.server';

const hour = 3600_000;
const people = fifty.slice(0, 20).map((at) => `person-${at}`);
let test: TestContext;
let crowd: Context[];
let organiser: Context;
let opportunityId: string;
const read = () => test.database.read;

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  for (const id of ['coordinator', ...people]) await makePerson(test, id);
  await makeOrganisation(test, { id: 'helpers', members: { coordinator: 'owner' } });
  organiser = await test.asPerson('coordinator', 'helpers');
  crowd = await Promise.all(people.map((id) => test.asPerson(id)));
  opportunityId = await publishOpportunity(organiser, activity);
});
afterAll(() => test.dispose());

it('a shift that shrinks while people sign up has no more in it than seats', async () => {
  const shiftId = await makeShift(test, opportunityId, { hours: 48, capacity: 15 });
  const { startsAt, endsAt } = await read().shift.findUniqueOrThrow({ where: { id: shiftId } });
  const shrink = (capacity: number) =>
    changeShift(organiser, shiftId, { startsAt, endsAt, capacity, task: '' });
  const acts = crowd.flatMap((ctx, at) => [
    () => signUp(ctx, shiftId),
    ...(at % 5 === 0 ? [() => shrink(12 - at / 5)] : []),
  ]);
  const { refused } = await atOnce<() => Promise<unknown>, unknown>(acts, (act) => act());
  expect(refused).toEqual({});
  const { capacity, taken } = await read().shift.findUniqueOrThrow({ where: { id: shiftId } });
  const states = Object.values(await placesIn(test, shiftId));
  const held = states.filter((state) => state === 'confirmed' || state === 'offered').length;
  expect([held, taken, states.length]).toEqual([capacity, capacity, 20]);
});

it('a seat that is free again is taken by whom it was offered to, however often and whoever else tries', async () => {
  const shiftId = await makeShift(test, opportunityId, { hours: 96, capacity: 1 });
  await fillShift(test, shiftId, people.slice(0, 3));
  const [first] = crowd;
  if (!first) throw new Error('nobody is there');
  await withdraw(first, shiftId);
  const { ok } = await atOnce([...crowd.slice(1, 20), ...crowd.slice(1, 20)], (ctx) =>
    acceptOffer(ctx, shiftId),
  );
  expect(ok).toHaveLength(1);
  const states = await placesIn(test, shiftId);
  expect([states['person-1'], states['person-2']]).toEqual(['confirmed', 'waiting']);
});

it('who came is ticked and confirmed once, whoever does it at the same time', async () => {
  await makePerson(test, 'second');
  const shiftId = await makeShift(test, opportunityId, { hours: 2, capacity: 20 });
  await fillShift(test, shiftId, people);
  const { startsAt } = spanIn(test, 2);
  test.clock.set(new Date(startsAt.getTime() + 60_000));
  const rows = await read().signUp.findMany({ where: { shiftId } });
  const ticked = await atOnce([...rows, ...rows], ({ id }) => tickOnList(organiser, id, 'in'));
  expect(ticked.ok.length + Object.values(ticked.refused).reduce((sum, one) => sum + one, 0)).toBe(40);
  expect(await read().signUp.count({ where: { shiftId, checkedInAt: { not: null } } })).toBe(20);
  test.clock.set(new Date(startsAt.getTime() + 3 * hour));
  const one = (signUpId: string) =>
    confirmAttendance(organiser, { signUpId, attended: 'yes', hours: 2, reason: '名单核对' });
  const acts = [
    ...rows.map(
      ({ id }) =>
        () =>
          one(id),
    ),
    ...fifty.slice(0, 5).map(() => () => confirmAll(organiser, shiftId)),
  ];
  await atOnce<() => Promise<unknown>, unknown>(acts, (act) => act());
  const after = await read().signUp.findMany({ where: { shiftId } });
  expect(new Set(after.map(({ state }) => state))).toEqual(new Set(['attended']));
  const told = { type: 'volunteer.hours-confirmed', subjectId: opportunityId };
  const events = await read().event.findMany({ where: told, select: { privateData: true } });
  const confirmed = events.map(
    ({ privateData }) => (JSON.parse(privateData ?? '{}') as { volunteerId: string }).volunteerId,
  );
  expect(confirmed.sort()).toEqual([...people].sort());
});

it('who came without an account, or with one, is written down as often as somebody came, and decided on once', async () => {
  const shiftId = await makeShift(test, opportunityId, { hours: 2, capacity: 20 });
  await fillShift(test, shiftId, people.slice(0, 1));
  const { startsAt } = spanIn(test, 2);
  test.clock.set(new Date(startsAt.getTime() + 60_000));
  const guests = await atOnce(fifty, (at) =>
    addAtRoster(organiser, shiftId, { name: `来宾${at}`, email: '' }),
  );
  expect([guests.ok.length, guests.refused]).toEqual([50, {}]);
  const { email } = await read().person.findUniqueOrThrow({ where: { id: people[1] ?? '' } });
  await atOnce(fifty, () => addAtRoster(organiser, shiftId, { name: '有账户的人', email }));
  expect(await read().signUp.count({ where: { shiftId, personId: people[1] ?? '' } })).toBe(1);
  const found = await read().shiftGuest.findMany({ where: { shiftId } });
  const gone = await atOnce([...found, ...found], ({ id }) => removeGuest(organiser, shiftId, id));
  expect([gone.ok.length, await read().shiftGuest.count({ where: { shiftId } })]).toEqual([50, 0]);
  await makePerson(test, 'judge', { role: 'moderator', areaId: '421002' });
  test.clock.set(new Date(startsAt.getTime() + 3 * hour));
  const { id } = await read().signUp.findFirstOrThrow({ where: { shiftId, personId: people[0] ?? '' } });
  const [volunteer] = crowd;
  if (!volunteer) throw new Error('nobody is there');
  await objectToRecord(volunteer, id, '我到场了');
  await answerObjection(organiser, id, '没有签到');
  await appealRecord(volunteer, id, '签到表上有我的签名');
  const judge = await test.asPerson('judge');
  const verdict = { outcome: 'yes', hours: 2, reason: '签到表属实' } as const;
  const decided = await atOnce(fifty, () => decideRecordAppeal(judge, id, verdict));
  expect(decided.ok).toHaveLength(1);
});

it('what fifty devices ticked without network comes to one record, the earliest time for each', async () => {
  const shiftId = await makeShift(test, opportunityId, { hours: 2, capacity: 20 });
  await fillShift(test, shiftId, people);
  const { startsAt } = spanIn(test, 2);
  test.clock.set(new Date(startsAt.getTime() + hour));
  const rows = await read().signUp.findMany({ where: { shiftId } });
  const sentAt = test.clock.now();
  const at = (minutes: number) => new Date(startsAt.getTime() + minutes * 60_000);
  const devices = fifty.map((minutes) =>
    rows.map(({ id }) => ({ signUpId: id, what: 'in' as const, at: at(minutes) })),
  );
  const { ok, refused } = await atOnce(devices.reverse(), (ticks) =>
    syncTicks(organiser, shiftId, { sentAt, ticks }),
  );
  expect([ok.length, refused]).toEqual([50, {}]);
  const after = await read().signUp.findMany({ where: { shiftId } });
  expect(after.map(({ checkedInAt }) => checkedInAt)).toEqual(rows.map(() => at(0)));
  expect(after.map(({ state }) => state)).toEqual(rows.map(() => 'confirmed'));
}, 120_000);
