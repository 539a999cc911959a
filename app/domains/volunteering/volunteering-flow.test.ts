import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeOrganisation } from '../../../tests/factories/organisations';
import { communityId, makeAreas, makePerson } from '../../../tests/factories/proposals';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { cancelOpportunity } from './activities/cancel-opportunity.server';
import { addShift, publishOpportunity } from './opportunity.server';
import { confirmAttendance } from './attendance/confirm-attendance.server';
import { signUp, withdraw } from './places/sign-up.server';
import { ownVolunteering } from './own-volunteering.query.server';

let test: TestContext;
let opportunityId: string;
let shiftId: string;
const hour = 3600_000;
const people = ['one', 'two', 'three', 'four', 'five'];

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  for (const id of ['coordinator', 'clerk', ...people]) await makePerson(test, id);
  await makeOrganisation(test, {
    id: 'helpers',
    members: { coordinator: 'representative', clerk: 'member' },
  });
});
afterAll(() => test.dispose());

const organiser = () => test.asPerson('coordinator', 'helpers');
const opportunity = {
  title: '充电桩安装引导',
  body: '请两位志愿者在现场引导停车。',
  areaId: communityId,
  proposalId: '',
  place: '',
  risks: '无特别风险',
  requirements: '',
  minimumAge: 16,
};
const shiftIn = (hours: number, capacity: number) => {
  const startsAt = new Date(test.clock.now().getTime() + hours * hour);
  return { startsAt, endsAt: new Date(startsAt.getTime() + 2 * hour), capacity, task: '' };
};
const signUpOf = async (personId: string) =>
  test.database.read.signUp.findUniqueOrThrow({ where: { shiftId_personId: { shiftId, personId } } });

beforeEach(async () => {
  opportunityId = await publishOpportunity(await organiser(), opportunity);
  await addShift(await organiser(), opportunityId, shiftIn(24, 2));
  shiftId = (await test.database.read.shift.findFirstOrThrow({ where: { opportunityId } })).id;
});

describe('recruiting', () => {
  it('is for those who act for a verified organisation', async () => {
    await expect(publishOpportunity(await test.asPerson('one'), opportunity)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const member = await test.asPerson('clerk', 'helpers');
    await expect(addShift(member, opportunityId, shiftIn(24, 1))).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('takes no shift in the past and no unknown area', async () => {
    await expect(addShift(await organiser(), opportunityId, shiftIn(-1, 1))).rejects.toMatchObject({
      field: 'startsAt',
    });
    await expect(
      publishOpportunity(await organiser(), { ...opportunity, areaId: '999999' }),
    ).rejects.toMatchObject({ field: 'areaId' });
  });
});

describe('seats', () => {
  it('go to exactly as many as there are, whoever comes at once; the others wait', async () => {
    const contexts = await Promise.all(people.map((id) => test.asPerson(id)));
    const states = await Promise.all(contexts.map((ctx) => signUp(ctx, shiftId)));
    expect(states.filter((state) => state === 'confirmed')).toHaveLength(2);
    expect((await test.database.read.shift.findUniqueOrThrow({ where: { id: shiftId } })).taken).toBe(2);
  });

  it('are taken once by each person', async () => {
    const ctx = await test.asPerson('one');
    const tries = await Promise.allSettled([signUp(ctx, shiftId), signUp(ctx, shiftId)]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await test.database.read.shift.findUniqueOrThrow({ where: { id: shiftId } })).taken).toBe(1);
  });

  it('that become free are offered to those who wait longest, also when two withdraw at once', async () => {
    for (const id of people) {
      test.clock.advance(1000);
      await signUp(await test.asPerson(id), shiftId);
    }
    const leaving = await Promise.all(['one', 'two'].map((id) => test.asPerson(id)));
    await Promise.all(leaving.map((ctx) => withdraw(ctx, shiftId)));
    const states = await Promise.all(people.map(signUpOf));
    expect(states.map(({ state }) => state)).toEqual([
      'withdrawn',
      'withdrawn',
      'offered',
      'offered',
      'waiting',
    ]);
    expect((await test.database.read.shift.findUniqueOrThrow({ where: { id: shiftId } })).taken).toBe(2);
  });

  it('are closed three hours before the start, and when called off', async () => {
    test.clock.advance(22 * hour);
    await expect(signUp(await test.asPerson('one'), shiftId)).rejects.toMatchObject({
      reason: 'volunteering.sign-up-over',
    });
    await addShift(await organiser(), opportunityId, shiftIn(24, 1));
    const other = await test.database.read.shift.findFirstOrThrow({
      where: { opportunityId, id: { not: shiftId } },
    });
    await signUp(await test.asPerson('two'), other.id);
    await cancelOpportunity(await organiser(), opportunityId, '暴雨预警，活动取消');
    const { rows } = await ownVolunteering(await test.asPerson('two'), 'two');
    // It went on saying that there is a place.
    expect(rows.find(({ shift }) => shift.id === other.id)).toMatchObject({ state: 'cancelled' });
    await expect(signUp(await test.asPerson('one'), other.id)).rejects.toMatchObject({
      reason: 'volunteering.sign-up-over',
    });
  });
});

describe('hours', () => {
  it('are confirmed by the organiser after the start, and shown to the volunteer', async () => {
    const volunteer = await test.asPerson('one');
    await signUp(volunteer, shiftId);
    const { id } = await signUpOf('one');
    const attendance = { signUpId: id, attended: 'yes' as const, hours: 1.5, reason: '' };
    await expect(confirmAttendance(await organiser(), attendance)).rejects.toMatchObject({
      reason: 'volunteering.not-started',
    });
    test.clock.advance(26 * hour);
    await expect(confirmAttendance(volunteer, attendance)).rejects.toMatchObject({ code: 'forbidden' });
    await confirmAttendance(await organiser(), attendance);
    expect(await signUpOf('one')).toMatchObject({ state: 'attended', minutes: 90 });
    const mine = await ownVolunteering(await test.asPerson('one'), 'one');
    expect(JSON.stringify(mine)).toContain('充电桩安装引导');
  });
});

describe('hours', () => {
  beforeAll(async () => {
    for (const id of ['deputy', 'keeper']) await makePerson(test, id);
    await makeOrganisation(test, {
      id: 'pair',
      members: { keeper: 'owner', deputy: 'representative' },
    });
    await makePerson(test, 'moderator-here', { role: 'moderator', areaId: communityId });
  });
  const keeper = () => test.asPerson('keeper', 'pair');
  const confirm = (signUpId: string, more: object = {}) => ({
    signUpId,
    attended: 'yes' as const,
    hours: 2,
    reason: '',
    ...more,
  });

  async function servedBy(personId: string): Promise<string> {
    const id = await publishOpportunity(await keeper(), opportunity);
    await addShift(await keeper(), id, shiftIn(24, 2));
    const shift = await test.database.read.shift.findFirstOrThrow({ where: { opportunityId: id } });
    await signUp(await test.asPerson(personId), shift.id);
    const { id: signUpId } = await test.database.read.signUp.findFirstOrThrow({
      where: { shiftId: shift.id, personId },
    });
    test.clock.advance(27 * hour);
    return signUpId;
  }

  it('of one’s own are confirmed by nobody oneself, but by a second person or a moderator', async () => {
    const first = await servedBy('keeper');
    await expect(confirmAttendance(await keeper(), confirm(first))).rejects.toMatchObject({
      reason: 'volunteering.own-hours',
    });
    await confirmAttendance(await test.asPerson('deputy', 'pair'), confirm(first));
    const second = await servedBy('keeper');
    await confirmAttendance(await test.asPerson('moderator-here'), confirm(second));
    // Of others a moderator confirms none.
    const third = await servedBy('four');
    await expect(
      confirmAttendance(await test.asPerson('moderator-here'), confirm(third)),
    ).rejects.toMatchObject({ reason: 'volunteering.organisers-only' });
  });

  it('are at most those of the shift and half an hour, and changed only with a reason', async () => {
    const id = await servedBy('five');
    for (const hours of [2.6, 24, 999]) {
      await expect(confirmAttendance(await keeper(), confirm(id, { hours }))).rejects.toMatchObject({
        field: 'hours',
        reason: 'volunteering.too-many-hours',
        params: { hours: 2.5 },
      });
    }
    await confirmAttendance(await keeper(), confirm(id, { hours: 2.5 }));
    await expect(confirmAttendance(await keeper(), confirm(id, { hours: 1 }))).rejects.toMatchObject({
      field: 'reason',
    });
    await confirmAttendance(await keeper(), confirm(id, { hours: 1, reason: '中途有事先走了' }));
    expect(await test.database.read.signUp.findUniqueOrThrow({ where: { id } })).toMatchObject({
      minutes: 60,
      note: '中途有事先走了',
    });
  });

  it('are at most those that have passed, and none twice for shifts at the same time', async () => {
    const shiftFor = async (hours: number) => {
      const id = await publishOpportunity(await keeper(), opportunity);
      const startsAt = new Date(test.clock.now().getTime() + 24 * hour);
      const endsAt = new Date(startsAt.getTime() + hours * hour);
      await addShift(await keeper(), id, { startsAt, endsAt, capacity: 2, task: '' });
      const shift = await test.database.read.shift.findFirstOrThrow({ where: { opportunityId: id } });
      await signUp(await test.asPerson('two'), shift.id);
      const where = { shiftId: shift.id, personId: 'two' };
      return (await test.database.read.signUp.findFirstOrThrow({ where })).id;
    };
    const refused = async (signUpId: string, hours: number, most: number) =>
      expect(confirmAttendance(await keeper(), confirm(signUpId, { hours }))).rejects.toMatchObject({
        reason: 'volunteering.too-many-hours',
        params: { hours: most },
      });
    const [long, short] = [await shiftFor(20), await shiftFor(2)];
    test.clock.advance(25 * hour);
    await refused(long, 20, 1.5);
    test.clock.advance(24 * hour);
    await confirmAttendance(await keeper(), confirm(long, { hours: 19 }));
    await refused(short, 2, 1.5);
    await confirmAttendance(await keeper(), confirm(short, { hours: 1.5 }));
    await refused(long, 20.5, 19);
  });

  it('are not given for a shift that was called off', async () => {
    const id = await servedBy('three');
    await test.database.transaction((tx) =>
      tx.prisma.shift.updateMany({
        where: { signUps: { some: { id } } },
        data: { cancelledAt: test.clock.now() },
      }),
    );
    await expect(confirmAttendance(await keeper(), confirm(id))).rejects.toMatchObject({
      reason: 'volunteering.shift-cancelled',
    });
  });

  it('are summed over all shifts, however many there are', async () => {
    await makePerson(test, 'steady');
    const now = test.clock.now();
    await test.database.transaction(async (tx) => {
      for (let at = 0; at < 120; at += 1) {
        const id = `steady-${at}`;
        await tx.prisma.shift.create({
          data: { id, opportunityId, startsAt: now, endsAt: now, capacity: 1, signUpUntil: now },
        });
        await tx.prisma.signUp.create({
          data: { id, shiftId: id, personId: 'steady', state: 'attended', minutes: 60, createdAt: now },
        });
      }
    });
    expect(await ownVolunteering(await test.asPerson('steady'), 'steady')).toMatchObject({ hours: 120 });
  });
});
