import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeOrganisation } from '../../../tests/factories/organisations';
import { makeAreas, makePerson } from '../../../tests/factories/proposals';
import {
  activity,
  fillShift,
  hour,
  makeShift,
  noticesOf,
  placesIn,
  spanIn,
} from '../../../tests/factories/volunteering';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { erasePerson } from '../own-data.server';
import { cancelShift, changeShift } from './activities/change-shift.server';
import { publishOpportunity } from './opportunity.server';
import { acceptOffer, lapseOffers } from './places/answer-offer.server';
import { signUp, withdraw } from './places/sign-up.server';

let test: TestContext;
let opportunityId: string;
const people = ['one', 'two', 'three', 'four', 'five'];

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  for (const id of ['coordinator', 'outsider', ...people]) await makePerson(test, id);
  await makeOrganisation(test, { id: 'helpers', members: { coordinator: 'representative' } });
  await makeOrganisation(test, { id: 'others', members: { outsider: 'owner' } });
});
afterAll(() => test.dispose());

const organiser = () => test.asPerson('coordinator', 'helpers');
const given = activity;
const inHours = (hours: number, length = 2) => spanIn(test, hours, length);
const shiftIn = (hours: number, capacity: number, more: object = {}) =>
  makeShift(test, opportunityId, { hours, capacity, ...more });
const fill = (shiftId: string, ids: readonly string[] = people) => fillShift(test, shiftId, ids);
const states = (shiftId: string) => placesIn(test, shiftId);
const taken = async (id: string) =>
  (await test.database.read.shift.findUniqueOrThrow({ where: { id } })).taken;
const noticed = (personId: string) => noticesOf(test, personId);

beforeEach(async () => {
  opportunityId = await publishOpportunity(await organiser(), given);
});

describe('a shift that is changed', () => {
  it('tells everybody with a place what was and what is, with day, time, place and person', async () => {
    const id = await shiftIn(48, 2);
    await fill(id, ['one', 'two', 'three']);
    const { startsAt } = await test.database.read.shift.findUniqueOrThrow({ where: { id } });
    const later = new Date(startsAt.getTime() + 24 * hour);
    await changeShift(await organiser(), id, {
      ...{ startsAt: later, endsAt: new Date(later.getTime() + 10 * hour), capacity: 2, task: '引导' },
      place: '西门',
    });
    for (const person of ['one', 'three']) {
      const said = await noticed(person);
      for (const words of [
        '有变动',
        '2026年11月27日周五 16:00 – 2026年11月28日周六 02:00',
        '2026年11月26日周四 16:00 – 18:00',
        '西门',
        '东门',
      ])
        expect(said).toContain(words);
    }
    // Whom to ask for is told to those alone who have a seat.
    expect(await noticed('one')).toContain('coordinator');
    expect(await noticed('three')).not.toContain('coordinator');
    const moved = await test.database.read.shift.findUniqueOrThrow({ where: { id } });
    expect(moved.signUpUntil).toEqual(new Date(later.getTime() - 3 * hour));
    expect(moved.sequence).toBe(1);
  });

  it('and has become smaller keeps who came first; the others wait before all, and are offered the next', async () => {
    const id = await shiftIn(48, 3);
    const next = await shiftIn(72, 1);
    await fill(id);
    await changeShift(await organiser(), id, { ...inHours(48), capacity: 1, task: '' });
    expect(await states(id)).toEqual({
      ...{ one: 'confirmed', two: 'waiting', three: 'waiting', four: 'waiting', five: 'waiting' },
    });
    expect(await states(next)).toEqual({ two: 'offered' });
    expect([await taken(id), await taken(next)]).toEqual([1, 1]);
    await withdraw(await test.asPerson('one'), id);
    expect(await states(id)).toMatchObject({ two: 'offered', four: 'waiting' });
    expect(await noticed('three')).toContain('减少了名额');
  });

  it('offers the next that asks for the same work, and in words of that shift', async () => {
    const guides = [{ name: '引导', capacity: 2 }];
    const id = await shiftIn(48, 2, { roles: guides });
    const carriers = await shiftIn(60, 5, { roles: [{ name: '搬运', capacity: 5 }] });
    const all = await shiftIn(72, 5);
    for (const person of ['one', 'two']) await signUp(await test.asPerson(person), id, { role: '引导' });
    const smaller = { ...inHours(48), capacity: 1, task: '', roles: [{ name: '引导', capacity: 1 }] };
    await changeShift(await organiser(), id, smaller);
    expect(await states(carriers)).toEqual({});
    expect(await states(all)).toEqual({ two: 'offered' });
    const where = { shiftId_personId: { shiftId: all, personId: 'two' } };
    expect(await test.database.read.signUp.findUniqueOrThrow({ where })).toMatchObject({ role: '' });
  });

  it('and has become larger offers the new seats in the order of arrival', async () => {
    const id = await shiftIn(48, 1);
    await fill(id);
    await changeShift(await organiser(), id, { ...inHours(48), capacity: 3, task: '' });
    expect(await states(id)).toEqual({
      ...{ one: 'confirmed', two: 'offered', three: 'offered', four: 'waiting', five: 'waiting' },
    });
    await acceptOffer(await test.asPerson('two'), id);
    expect(await states(id)).toMatchObject({ two: 'confirmed' });
    expect(await taken(id)).toBe(3);
  });

  it('for which nobody has signed up is changed, too', async () => {
    const id = await shiftIn(48, 2);
    await changeShift(await organiser(), id, { ...inHours(50), capacity: 3, task: '引导' });
    expect(await test.database.read.shift.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ...{ capacity: 3, task: '引导', sequence: 1 },
    });
  });

  it('is changed by its organisers alone, before it begins, and to no time that has passed', async () => {
    const id = await shiftIn(48, 1);
    const change = { ...inHours(50), capacity: 2, task: '' };
    await expect(changeShift(await test.asPerson('outsider', 'others'), id, change)).rejects.toMatchObject({
      reason: 'volunteering.organisers-only',
    });
    await expect(changeShift(await organiser(), id, { ...change, ...inHours(-1, 3) })).rejects.toMatchObject({
      field: 'startsAt',
      reason: 'volunteering.in-the-past',
    });
    test.clock.advance(49 * hour);
    await expect(
      changeShift(await organiser(), id, { ...inHours(3), capacity: 2, task: '' }),
    ).rejects.toMatchObject({ reason: 'volunteering.begun-unchangeable' });
    await expect(cancelShift(await organiser(), id, '暴雨预警')).rejects.toMatchObject({
      reason: 'volunteering.begun-unchangeable',
    });
  });

  it('and called off alone leaves the others, and tells who was coming why', async () => {
    const [id, other] = [await shiftIn(48, 2), await shiftIn(72, 2)];
    await fill(id, ['one']);
    await fill(other, ['two']);
    await cancelShift(await organiser(), id, '暴雨预警，当天取消');
    expect(await noticed('one')).toContain('暴雨预警，当天取消');
    expect(await noticed('two')).not.toContain('暴雨预警，当天取消');
    await expect(signUp(await test.asPerson('three'), id)).rejects.toMatchObject({
      reason: 'volunteering.sign-up-over',
    });
    await expect(cancelShift(await organiser(), id, '再取消一次')).rejects.toMatchObject({
      reason: 'volunteering.shift-off',
    });
    await signUp(await test.asPerson('three'), other);
  });
});

describe('an offered seat', () => {
  it('is held for a day, then offered to the next, and cannot be taken any more', async () => {
    const id = await shiftIn(240, 1);
    await fill(id, ['one', 'two', 'three']);
    await withdraw(await test.asPerson('one'), id);
    expect(await states(id)).toMatchObject({ two: 'offered', three: 'waiting' });
    test.clock.advance(23 * hour);
    await lapseOffers(test.as('system'));
    expect(await states(id)).toMatchObject({ two: 'offered' });
    test.clock.advance(1.5 * hour);
    await expect(acceptOffer(await test.asPerson('two'), id)).rejects.toMatchObject({
      code: 'expired',
      reason: 'volunteering.offer-over',
    });
    await lapseOffers(test.as('system'));
    expect(await states(id)).toMatchObject({ two: 'lapsed', three: 'offered' });
    await expect(acceptOffer(await test.asPerson('two'), id)).rejects.toMatchObject({ code: 'expired' });
    await acceptOffer(await test.asPerson('three'), id);
    expect(await signUp(await test.asPerson('two'), id)).toBe('waiting');
  });

  it('goes on to the next where its person declines, or closes the account; who waits and leaves is never asked', async () => {
    const id = await shiftIn(240, 1);
    for (const person of ['gone', 'leaver']) await makePerson(test, person);
    await fill(id, ['one', 'gone', 'leaver', 'two', 'three']);
    const leaver = await test.asPerson('leaver');
    await erasePerson(leaver, 'leaver');
    await withdraw(await test.asPerson('one'), id);
    expect(await states(id)).toMatchObject({ gone: 'offered', leaver: 'withdrawn' });
    await erasePerson(await test.asPerson('gone'), 'gone');
    expect(await states(id)).toMatchObject({ gone: 'withdrawn', two: 'offered', three: 'waiting' });
    await withdraw(await test.asPerson('two'), id);
    expect(await states(id)).toMatchObject({ two: 'withdrawn', three: 'offered' });
    expect(await taken(id)).toBe(1);
  });

  it('in a shift that was called off is over without a further word, and one that fails holds up no other', async () => {
    const [off, broken, other] = [await shiftIn(240, 1), await shiftIn(241, 1), await shiftIn(242, 1)];
    for (const id of [off, broken, other]) {
      await fill(id, ['one', 'two']);
      await withdraw(await test.asPerson('one'), id);
    }
    await cancelShift(await organiser(), off, '暴雨预警，当天取消');
    await test.database.transaction((tx) =>
      tx.prisma.shift.update({ where: { id: broken }, data: { roles: 'no list' } }),
    );
    test.clock.advance(25 * hour);
    await expect(lapseOffers(test.as('system'))).rejects.toThrow();
    expect(await states(other)).toMatchObject({ two: 'lapsed' });
    expect(await states(off)).toMatchObject({ two: 'offered' });
    await test.database.transaction((tx) =>
      tx.prisma.shift.update({ where: { id: broken }, data: { roles: '[]' } }),
    );
    expect(await lapseOffers(test.as('system'))).toBe(1);
  });

  it('is asked for even in the last hour, and none is offered for what has begun', async () => {
    const id = await shiftIn(10, 1);
    await fill(id, ['one', 'two', 'three']);
    test.clock.advance(9.5 * hour);
    await withdraw(await test.asPerson('one'), id, '孩子病了');
    expect(await states(id)).toMatchObject({ two: 'offered' });
    test.clock.advance(0.6 * hour);
    await expect(acceptOffer(await test.asPerson('two'), id)).rejects.toMatchObject({
      reason: 'volunteering.sign-up-over',
    });
    await lapseOffers(test.as('system'));
    expect(await states(id)).toMatchObject({ two: 'lapsed', three: 'waiting' });
    await expect(signUp(await test.asPerson('four'), id)).rejects.toMatchObject({
      reason: 'volunteering.sign-up-over',
    });
  });
});
