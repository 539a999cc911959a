import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeOrganisation } from '../../../../tests/factories/organisations';
import { makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { activity, fillShift, hour, makeShift, noticesOf } from '../../../../tests/factories/volunteering';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { currentCode } from './check-in-code.server';
import { checkIn, checkOut, tickOnList } from './check-in.server';
import { confirmAll } from './confirm-all.server';
import { answerObjection, objectToRecord } from './object.server';
import { confirmAttendance } from './confirm-attendance.server';
import { deskPage } from '../desk/desk.query.server';
import { addShift, publishOpportunity } from '../opportunity.server';
import { signUp, withdraw } from '../places/sign-up.server';
import { dayIn } from '~/lib/time/days';
import type { PersonActor } from '../../actor';
import type { Context } from '../../context';

let test: TestContext;
let opportunityId: string;
let shiftId: string;
const minute = 60_000;
const people = ['one', 'two', 'three', 'four'];

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  for (const id of ['coordinator', 'deputy', 'outsider', ...people]) await makePerson(test, id);
  const members = { coordinator: 'representative', deputy: 'owner' } as const;
  await makeOrganisation(test, { id: 'helpers', members });
});
afterAll(() => test.dispose());

const organiser = () => test.asPerson('coordinator', 'helpers');
const asActor = async (id: string, organisationId?: string) =>
  (await test.asPerson(id, organisationId)) as Context & { actor: PersonActor };

beforeEach(async () => {
  test.clock.advance(72 * hour);
  opportunityId = await publishOpportunity(await organiser(), { ...activity, skills: ['care'] });
  shiftId = await makeShift(test, opportunityId, { hours: 24, capacity: 3, task: '捡拾' });
  await fillShift(test, shiftId, people);
});

const rowOf = (personId: string) =>
  test.database.read.signUp.findUniqueOrThrow({ where: { shiftId_personId: { shiftId, personId } } });
const codeNow = () => currentCode(test.as('system'), shiftId).code;
const noticed = (personId: string) => noticesOf(test, personId);

// First of all: its days are those of the calendar.
it('hours to confirm wait on the desk with a clock of ten working days', async () => {
  test.clock.advance(27 * hour);
  const onDesk = async () => {
    const { toConfirm } = await deskPage(await asActor('coordinator', 'helpers'));
    return toConfirm.find(({ id }) => id === shiftId);
  };
  // Over on Saturday, 28 November 2026: the ten days are those of the two weeks from Monday on.
  const row = await onDesk();
  expect(row).toMatchObject({ open: 3, overdue: false });
  expect(row?.endsAt).toEqual(new Date('2026-11-28T10:00:00Z'));
  const dueAt = row?.dueAt ?? new Date(0);
  expect(dayIn(dueAt, 'Asia/Shanghai')).toBe('2026-12-11');
  test.clock.advance(dueAt.getTime() - test.clock.now().getTime());
  expect(await onDesk()).toMatchObject({ overdue: false });
  test.clock.advance(minute);
  expect(await onDesk()).toMatchObject({ overdue: true });
});

describe('checking in', () => {
  it('goes by the code of the minute, one before or after; the same again changes nothing', async () => {
    test.clock.advance(24 * hour);
    const code = codeNow();
    test.clock.advance(minute);
    await checkIn(await test.asPerson('one'), shiftId, { code });
    const { checkedInAt } = await rowOf('one');
    expect(checkedInAt).toEqual(test.clock.now());
    await checkIn(await test.asPerson('two'), shiftId, { code });
    test.clock.advance(minute);
    await expect(checkIn(await test.asPerson('three'), shiftId, { code })).rejects.toMatchObject({
      field: 'code',
      reason: 'volunteering.wrong-code',
    });
    await checkIn(await test.asPerson('one'), shiftId, { code: codeNow() });
    expect((await rowOf('one')).checkedInAt).toEqual(checkedInAt);
  });

  it('is another code for each shift, and none before the hour or after the end', async () => {
    const early = codeNow();
    await expect(checkIn(await test.asPerson('one'), shiftId, { code: early })).rejects.toMatchObject({
      reason: 'volunteering.check-in-closed',
    });
    expect(currentCode(test.as('system'), 'another').code).not.toBe(early);
    test.clock.advance(27 * hour);
    await expect(checkIn(await test.asPerson('one'), shiftId, { code: codeNow() })).rejects.toMatchObject({
      reason: 'volunteering.check-in-closed',
    });
  });

  it('records who walks in, beyond the seats, only with the code at hand', async () => {
    test.clock.advance(24 * hour);
    const walker = await test.asPerson('outsider');
    await expect(checkIn(walker, shiftId, { code: codeNow() })).rejects.toMatchObject({
      reason: 'volunteering.not-signed-up-here',
    });
    await checkIn(walker, shiftId, { code: codeNow(), walkIn: true });
    await checkIn(await test.asPerson('four'), shiftId, { code: codeNow(), walkIn: true });
    expect(await rowOf('outsider')).toMatchObject({ state: 'confirmed', walkIn: true, seats: 0 });
    expect(await rowOf('four')).toMatchObject({ state: 'confirmed', walkIn: true });
    expect((await test.database.read.shift.findUniqueOrThrow({ where: { id: shiftId } })).taken).toBe(3);
    expect(await noticed('coordinator')).toContain('outsider没有报名');
  });

  it('asks each time whether there is a place: who left after coming early is not there', async () => {
    test.clock.advance(23.5 * hour);
    const one = await test.asPerson('one');
    await checkIn(one, shiftId, { code: codeNow() });
    await withdraw(one, shiftId, '孩子病了');
    await expect(checkIn(one, shiftId, { code: codeNow() })).rejects.toMatchObject({
      reason: 'volunteering.not-signed-up-here',
    });
    await expect(checkOut(one, shiftId, codeNow())).rejects.toMatchObject({
      reason: 'volunteering.not-checked-in',
    });
    expect(await rowOf('one')).toMatchObject({ state: 'withdrawn', checkedInAt: null });
  });

  it('takes who walks in by the same conditions as who signs up', async () => {
    test.clock.advance(24 * hour);
    await makePerson(test, `new-${shiftId}`);
    const person = { where: { id: `new-${shiftId}` } };
    const walk = async () =>
      checkIn(await test.asPerson(`new-${shiftId}`), shiftId, { code: codeNow(), walkIn: true });
    const change = (emailConfirmedAt: Date | null, state: string) =>
      test.database.transaction(async (tx) => {
        await tx.prisma.person.update({ ...person, data: { emailConfirmedAt } });
        await tx.prisma.organisation.update({ where: { id: 'helpers' }, data: { state } });
      });
    await change(null, 'verified');
    await expect(walk()).rejects.toMatchObject({ reason: 'confirm-address-first' });
    await change(test.clock.now(), 'inactive');
    await expect(walk()).rejects.toMatchObject({ reason: 'volunteering.organiser-inactive' });
    await change(test.clock.now(), 'verified');
    await walk();
  });

  it('of the excused who come all the same is recorded, and decides nothing', async () => {
    test.clock.advance(24 * hour);
    const { id: signUpId } = await rowOf('one');
    const excused = { signUpId, attended: 'excused' as const, hours: 0, reason: '说好晚到' };
    await confirmAttendance(await organiser(), excused);
    await checkIn(await test.asPerson('one'), shiftId, { code: codeNow(), walkIn: true });
    expect(await rowOf('one')).toMatchObject({ state: 'excused', walkIn: false, seats: 1 });
    expect((await rowOf('one')).checkedInAt).toEqual(test.clock.now());
  });

  it('is ticked by the organiser, never for oneself, and for nobody else’s shift', async () => {
    test.clock.advance(24 * hour);
    const { id } = await rowOf('one');
    await expect(tickOnList(await test.asPerson('two'), id, 'in')).rejects.toMatchObject({
      code: 'forbidden',
    });
    await tickOnList(await organiser(), id, 'in');
    await tickOnList(await organiser(), id, 'in');
    expect(await rowOf('one')).toMatchObject({ checkedInBy: 'coordinator' });
    await expect(checkOut(await test.asPerson('two'), shiftId, codeNow())).rejects.toMatchObject({
      reason: 'volunteering.not-checked-in',
    });
  });

  it('takes the seat that was offered, by the code and by the list alike, and leaves no mark of waiting', async () => {
    const [one, two] = [await test.asPerson('one'), await test.asPerson('two')];
    await withdraw(one, shiftId);
    await signUp(one, shiftId);
    await withdraw(two, shiftId);
    test.clock.advance(23.5 * hour);
    const offer = { state: 'offered', offeredUntil: new Date(test.clock.now().getTime() + hour) };
    await test.database.transaction((tx) =>
      tx.prisma.signUp.updateMany({
        where: { shiftId, personId: { in: ['one', 'four'] } },
        data: { ...offer, waitlistedAt: test.clock.now() },
      }),
    );
    await checkIn(one, shiftId, { code: codeNow() });
    await tickOnList(await organiser(), (await rowOf('four')).id, 'in');
    const seated = { state: 'confirmed', walkIn: false, waitlistedAt: null, offeredUntil: null };
    for (const id of ['one', 'four']) {
      expect(await rowOf(id)).toMatchObject({ ...seated, checkedInAt: test.clock.now() });
    }
    await tickOnList(await organiser(), (await rowOf('two')).id, 'in');
    expect(await rowOf('two')).toMatchObject({ state: 'confirmed', walkIn: true, seats: 0 });
  });
});

describe('hours', () => {
  const come = async (personId: string, { late = 0, leaves = 0 }: { late?: number; leaves?: number }) => {
    test.clock.advance(late);
    await checkIn(await test.asPerson(personId), shiftId, { code: codeNow() });
    if (leaves === 0) return;
    test.clock.advance(leaves);
    await checkOut(await test.asPerson(personId), shiftId, codeNow());
  };

  it('are the time from coming to leaving for all at once; a forgotten check-out adds nothing', async () => {
    test.clock.advance(24 * hour);
    await come('two', {});
    await come('one', { late: 30 * minute, leaves: hour });
    await expect(confirmAll(await organiser(), shiftId)).rejects.toMatchObject({
      reason: 'volunteering.not-ended',
    });
    test.clock.advance(hour);
    expect(await confirmAll(await organiser(), shiftId)).toEqual({ confirmed: 2, left: 1 });
    expect(await rowOf('one')).toMatchObject({ state: 'attended', minutes: 60 });
    expect(await rowOf('two')).toMatchObject({ state: 'confirmed', minutes: null });
    expect(await rowOf('three')).toMatchObject({ state: 'attended', minutes: 120 });
    const two = { signUpId: (await rowOf('two')).id, attended: 'yes' as const, hours: 2 };
    await expect(confirmAttendance(await organiser(), { ...two, reason: '' })).rejects.toMatchObject({
      field: 'reason',
      reason: 'volunteering.more-than-recorded',
    });
    await confirmAttendance(await organiser(), { ...two, reason: '全程在场，忘了签退' });
    expect(await rowOf('two')).toMatchObject({ minutes: 120 });
    expect(await confirmAll(await organiser(), shiftId)).toEqual({ confirmed: 0, left: 0 });
  });

  it('may be objected to once at a time; the organiser answers, or corrects with a reason', async () => {
    test.clock.advance(27 * hour);
    await confirmAll(await organiser(), shiftId);
    const { id } = await rowOf('one');
    await expect(objectToRecord(await test.asPerson('two'), id, '我多做了半小时')).rejects.toMatchObject({
      code: 'not-found',
    });
    await objectToRecord(await test.asPerson('one'), id, '我多做了半小时');
    await expect(objectToRecord(await test.asPerson('one'), id, '再说一次')).rejects.toMatchObject({
      reason: 'volunteering.objected-already',
    });
    const desk = await deskPage(await asActor('coordinator', 'helpers'));
    expect(desk.objections).toMatchObject([{ objection: '我多做了半小时', name: 'one' }]);
    await confirmAttendance(await organiser(), {
      ...{ signUpId: id, attended: 'yes', hours: 2.5, reason: '收尾多留了半小时' },
    });
    expect(await rowOf('one')).toMatchObject({ minutes: 150, objectionAnswer: '收尾多留了半小时' });
    await objectToRecord(await test.asPerson('one'), id, '还是不对吧');
    await answerObjection(await organiser(), id, '签到表上是这样');
    expect(await noticed('one')).toContain('签到表上是这样');
  });

  it('of absences: the third in half a year allows one place at a time; what is disputed or excused does not count', async () => {
    for (const id of ['unlucky', 'hasty']) await makePerson(test, id);
    const now = test.clock.now();
    const endsAt = new Date(now.getTime() - 47 * hour);
    await test.database.transaction(async (tx) => {
      for (const at of [1, 2, 3]) {
        const id = `missed-${at}`;
        const shift = { id, opportunityId, startsAt: new Date(endsAt.getTime() - at * hour), endsAt };
        await tx.prisma.shift.create({ data: { ...shift, capacity: 1, signUpUntil: now } });
        const missed = { shiftId: id, state: 'absent', createdAt: now };
        await tx.prisma.signUp.create({ data: { ...missed, id, personId: 'unlucky' } });
        await tx.prisma.signUp.create({ data: { ...missed, id: `${id}-too`, personId: 'hasty' } });
      }
    });
    const coming = async (hours: number) => {
      const startsAt = new Date(now.getTime() + hours * hour);
      const input = { startsAt, endsAt: new Date(startsAt.getTime() + hour), capacity: 2, task: '' };
      await addShift(await organiser(), opportunityId, input);
      return (await test.database.read.shift.findFirstOrThrow({ where: { opportunityId, startsAt } })).id;
    };
    const [first, second] = [await coming(100), await coming(200)];
    await signUp(await test.asPerson('unlucky'), first);
    await expect(signUp(await test.asPerson('unlucky'), second)).rejects.toMatchObject({
      reason: 'volunteering.absent-often',
      params: { count: 3 },
    });
    await objectToRecord(await test.asPerson('unlucky'), 'missed-1', '那天我在医院');
    expect(await signUp(await test.asPerson('unlucky'), second)).toBe('confirmed');
    // Both at once: one of them sees the other.
    const hasty = await test.asPerson('hasty');
    const tries = await Promise.allSettled([signUp(hasty, first), signUp(hasty, second)]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
