import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeOrganisation } from '../../../tests/factories/organisations';
import { communityId, makeAreas, makePerson } from '../../../tests/factories/proposals';
import { activity, fillShift, hour, makeShift, noticesOf } from '../../../tests/factories/volunteering';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { cancelShift, changeShift } from './activities/change-shift.server';
import { endShiftCalendar, renewShiftCalendar, shiftCalendar } from './calendar/calendar-link.server';
import { remindVolunteers } from './desk/remind.server';
import { rosterPage } from './desk/roster.query.server';
import { writeToShift } from './desk/write-to-shift.server';
import { addShift, publishOpportunity } from './opportunity.server';
import { saveProfile, shiftsForYou } from './places/for-you.query.server';
import type { PersonActor } from '../actor';
import type { Context } from '../context';

let test: TestContext;
let opportunityId: string;
let shiftId: string;
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

const noticed = (personId: string) => noticesOf(test, personId);

describe('around a shift', () => {
  it('reminders go out the day before and two hours before, once each, to those who come', async () => {
    await remindVolunteers(test.as('system'));
    await remindVolunteers(test.as('system'));
    expect((await noticed('one')).split('快开始了')).toHaveLength(2);
    expect(await noticed('four')).not.toContain('快开始了');
    test.clock.advance(22.5 * hour);
    await remindVolunteers(test.as('system'));
    expect((await noticed('one')).split('快开始了')).toHaveLength(3);
  });

  it('a message reaches all with a seat, and its copy is kept', async () => {
    await writeToShift(await organiser(), shiftId, '请带水杯和帽子');
    expect(await noticed('one')).toContain('请带水杯和帽子');
    expect(await noticed('four')).not.toContain('请带水杯和帽子');
    const { messages, people: listed } = await rosterPage(await organiser(), shiftId);
    expect(messages).toMatchObject([{ body: '请带水杯和帽子', recipients: 3, sender: 'coordinator' }]);
    expect(listed.map(({ name }) => name)).toEqual(people);
    await expect(rosterPage(await test.asPerson('one'), shiftId)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('the private calendar follows changes and is ended at will', async () => {
    const ctx = await test.asPerson('one');
    const token = await renewShiftCalendar(ctx, 'own');
    const read = async () => (await shiftCalendar(test.as('visitor'), token)).file;
    const before = await read();
    expect(before).toContain(`UID:shift-${shiftId}@`);
    const { startsAt, endsAt } = await test.database.read.shift.findUniqueOrThrow({ where: { id: shiftId } });
    const later = (instant: Date) => new Date(instant.getTime() + hour);
    await changeShift(await organiser(), shiftId, {
      ...{ startsAt: later(startsAt), endsAt: later(endsAt), capacity: 3, task: '捡拾' },
    });
    expect(await read()).toContain(
      `DTSTART:${later(startsAt)
        .toISOString()
        .replaceAll(/[-:]|\.\d+/g, '')}`,
    );
    await cancelShift(await organiser(), shiftId, '暴雨预警');
    expect(await read()).toMatch(/SEQUENCE:2\r\n[^]*STATUS:CANCELLED/);
    const organised = await renewShiftCalendar(await organiser(), 'organised');
    expect((await shiftCalendar(test.as('visitor'), organised)).file).toContain(shiftId);
    const change = (data: object) =>
      test.database.transaction((tx) => tx.prisma.person.update({ where: { id: 'one' }, data }));
    // Whoever asks for it is a program: the words are those of its person.
    await change({ locale: 'en' });
    expect(await read()).toMatch(/X-WR-CALNAME:\P{Script=Han}+\r/u);
    await change({ suspendedAt: test.clock.now(), locale: 'zh-CN' });
    await expect(read()).rejects.toMatchObject({ code: 'not-found' });
    await change({ suspendedAt: null });
    expect(await read()).toContain(shiftId);
    await endShiftCalendar(ctx, 'own');
    await expect(read()).rejects.toMatchObject({ code: 'not-found' });
  });

  it('shifts are suggested by skills, area and free times, with the reason', async () => {
    await makePerson(test, 'helper');
    const helper = async () => asActor('helper');
    expect((await shiftsForYou(await helper())).shifts).toEqual([]);
    await saveProfile(await helper(), { skills: ['care', 'law'], freeTimes: [], areaId: communityId });
    const { shifts } = await shiftsForYou(await helper());
    expect(shifts.map(({ id }) => id)).not.toContain(shiftId);
    const startsAt = new Date(test.clock.now().getTime() + 48 * hour);
    const input = { startsAt, endsAt: new Date(startsAt.getTime() + hour), capacity: 2, task: '' };
    await addShift(await organiser(), opportunityId, input);
    const found = (await shiftsForYou(await helper())).shifts.find(
      (one) => one.opportunity.id === opportunityId,
    );
    expect(found?.match).toMatchObject({ points: 6, skills: ['care'], near: 'here', freeTime: null });
  });
});
