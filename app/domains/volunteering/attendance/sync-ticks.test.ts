import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeOrganisation } from '../../../../tests/factories/organisations';
import { makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { activity, fillShift, hour, makeShift } from '../../../../tests/factories/volunteering';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { cancelShift, changeShift } from '../activities/change-shift.server';
import { confirmAttendance } from './confirm-attendance.server';
import { publishOpportunity } from '../opportunity.server';
import { erasePerson } from '../../own-data.server';
import type { Tick } from '../rules/offline-ticks';
import { withdraw } from '../places/sign-up.server';
import { syncTicks } from './sync-ticks.server';

const minute = 60_000;
const people = ['one', 'two', 'three', 'four'];
let test: TestContext;
let shiftId: string;
let begins: Date;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  for (const id of ['coordinator', 'deputy', 'outsider', 'gone', ...people]) await makePerson(test, id);
  const members = { coordinator: 'representative', deputy: 'owner' } as const;
  await makeOrganisation(test, { id: 'helpers', members });
}, 120_000);
afterAll(() => test.dispose());

const organiser = (of = 'coordinator') => test.asPerson(of, 'helpers');

beforeEach(async () => {
  test.clock.advance(72 * hour);
  const opportunityId = await publishOpportunity(await organiser(), activity);
  shiftId = await makeShift(test, opportunityId, { hours: 24, capacity: 3 });
  await fillShift(test, shiftId, people);
  begins = (await test.database.read.shift.findUniqueOrThrow({ where: { id: shiftId } })).startsAt;
}, 120_000);

const rowOf = (personId: string) =>
  test.database.read.signUp.findUniqueOrThrow({ where: { shiftId_personId: { shiftId, personId } } });
/** So many minutes after the start. */
const after = (minutes: number) => new Date(begins.getTime() + minutes * minute);
const tickOf = async (personId: string, what: Tick['what'], at: Date): Promise<Tick> => ({
  ...{ signUpId: (await rowOf(personId)).id, what, at },
});

/** What the device of an organiser sends so many minutes after the start; its clock may be wrong by `skew`. */
async function send(ticks: Tick[], { by = 'coordinator', minutes = 150, skew = 0 } = {}) {
  test.clock.set(after(minutes));
  const wrong = (instant: Date) => new Date(instant.getTime() + skew);
  const sent = {
    sentAt: wrong(after(minutes)),
    ticks: ticks.map((tick) => ({ ...tick, at: wrong(tick.at) })),
  };
  const answers = await syncTicks(await organiser(by), shiftId, sent);
  return answers.map(({ answer }) => (typeof answer === 'string' ? answer : answer.reason));
}

describe('what was ticked without network', () => {
  it('is recorded by the time of ticking, once however often it is sent', async () => {
    const ticks = [
      await tickOf('one', 'out', after(119)),
      await tickOf('one', 'in', after(-10)),
      await tickOf('two', 'in', after(5)),
    ];
    expect(await send(ticks)).toEqual(['done', 'done', 'done']);
    const before = await rowOf('one');
    expect(before).toMatchObject({ checkedInAt: after(-10), checkedOutAt: after(119) });
    expect(before.checkedInBy).toBe('coordinator');
    expect(await send([...ticks, ...ticks], { minutes: 151 })).toEqual(Array(6).fill('already'));
    expect(await rowOf('one')).toEqual(before);
  });

  it('does not hang on how the clock of the device is set', async () => {
    for (const [person, skew] of [
      ['one', 9 * 365 * 24 * hour],
      ['two', -3 * hour],
    ] as const) {
      expect(await send([await tickOf(person, 'in', after(7))], { skew })).toEqual(['done']);
      expect((await rowOf(person)).checkedInAt).toEqual(after(7));
    }
    // Ticked behind its own sending: the clock was put back between. It counts as now.
    const odd = await tickOf('three', 'in', after(600));
    expect(await send([odd], { minutes: 30 })).toEqual(['done']);
    expect((await rowOf('three')).checkedInAt).toEqual(after(30));
  });

  it('of one person by two organisers comes to the earlier time, in whichever order they send', async () => {
    const [early, late] = [await tickOf('one', 'in', after(2)), await tickOf('one', 'in', after(9))];
    expect(await send([late], { by: 'deputy' })).toEqual(['done']);
    expect(await send([early])).toEqual(['done']);
    expect(await send([late], { by: 'deputy' })).toEqual(['already']);
    expect(await rowOf('one')).toMatchObject({ checkedInAt: after(2), checkedInBy: 'coordinator' });
  });

  it('is refused tick by tick where the shift was moved or called off meanwhile, and where somebody is not on it', async () => {
    const ticks = [await tickOf('one', 'in', after(1)), await tickOf('two', 'in', after(45))];
    const { endsAt } = await test.database.read.shift.findUniqueOrThrow({ where: { id: shiftId } });
    const moved = { startsAt: new Date(begins.getTime() + 90 * minute), endsAt, capacity: 3, task: '' };
    await changeShift(await organiser(), shiftId, moved);
    const unknown: Tick = { signUpId: 'nobody', what: 'in', at: after(45) };
    expect(await send([...ticks, unknown])).toEqual([
      'volunteering.ticked-outside',
      'done',
      'volunteering.not-on-this-list',
    ]);
    expect((await rowOf('one')).checkedInAt).toBe(null);
  });

  it('says so where the shift is off', async () => {
    const tick = await tickOf('one', 'in', after(1));
    await cancelShift(await organiser(), shiftId, '下大雨');
    expect(await send([tick])).toEqual(['volunteering.shift-off']);
  });

  it('records who had withdrawn or only waited as walked in, without a seat; who has a closed account not at all', async () => {
    const ticks = [await tickOf('four', 'in', after(3)), await tickOf('two', 'in', after(3))];
    await withdraw(await test.asPerson('two'), shiftId);
    const answers = await send(ticks, { minutes: 10 });
    // Four was offered the seat that two gave back, and takes it by coming.
    expect(answers).toEqual(['done', 'walked-in']);
    expect(await rowOf('four')).toMatchObject({ state: 'confirmed', walkIn: false, checkedInAt: after(3) });
    expect(await rowOf('two')).toMatchObject({ state: 'confirmed', walkIn: true, seats: 0 });
    expect(await send(ticks, { minutes: 11 })).toEqual(['already', 'already']);
  });

  it('takes nobody in without a seat once the organisation takes nobody, as by the code', async () => {
    const ticks = [await tickOf('one', 'in', after(3)), await tickOf('two', 'in', after(3))];
    await withdraw(await test.asPerson('two'), shiftId);
    const helpers = (state: string) =>
      test.database.transaction((tx) =>
        tx.prisma.organisation.update({ where: { id: 'helpers' }, data: { state } }),
      );
    test.clock.set(after(10));
    const ctx = await organiser();
    await helpers('inactive');
    const sent = { sentAt: after(10), ticks };
    const answers = await syncTicks(ctx, shiftId, sent).finally(() => helpers('verified'));
    expect(answers.map(({ answer }) => answer)).toMatchObject([
      'done',
      { reason: 'volunteering.organiser-inactive' },
    ]);
    expect(await rowOf('two')).toMatchObject({ state: 'withdrawn', checkedInAt: null });
  });

  it('is written in transactions of a few, whose rows are read at once', async () => {
    const ticks = [];
    for (const [at, personId] of Array.from({ length: 120 }, (_, at) => people[at % 3] ?? '').entries())
      ticks.push(await tickOf(personId, 'in', after(at / 100)));
    test.clock.set(after(150));
    const opened = vi.spyOn(test.database, 'transaction');
    const ctx = await organiser();
    const answers = await syncTicks(ctx, shiftId, { sentAt: after(150), ticks });
    expect(opened).toHaveBeenCalledTimes(3);
    opened.mockRestore();
    expect(answers).toHaveLength(120);
    expect((await rowOf('one')).checkedInAt).toEqual(after(0));
  });

  it('brings nobody back whose account was closed', async () => {
    await fillShift(test, shiftId, ['gone']);
    const tick = await tickOf('gone', 'in', after(3));
    await erasePerson(await test.asPerson('gone'), 'gone');
    expect(await send([tick])).toEqual(['volunteering.account-closed']);
    expect((await rowOf('gone')).checkedInAt).toBe(null);
  });

  it('changes nothing under hours that were confirmed, and nothing of one’s own', async () => {
    const tick = await tickOf('one', 'in', after(100));
    test.clock.set(after(130));
    const given = { signUpId: tick.signUpId, attended: 'yes' as const, hours: 2, reason: '签到表' };
    await confirmAttendance(await organiser('deputy'), given);
    expect(await send([tick])).toEqual(['already']);
    expect((await rowOf('one')).checkedInAt).toBe(null);
  });

  it('is for those alone who organise', async () => {
    const tick = await tickOf('one', 'in', after(1));
    test.clock.set(after(5));
    const sent = { sentAt: after(5), ticks: [tick] };
    await expect(syncTicks(await test.asPerson('outsider'), shiftId, sent)).rejects.toMatchObject({
      reason: 'volunteering.organisers-only',
    });
  });
});
