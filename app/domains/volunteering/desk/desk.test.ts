import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOrganisation } from '../../../../tests/factories/organisations';
import { makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { activity, fillShift, hour, makeShift } from '../../../../tests/factories/volunteering';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { waitingFor } from '../../insights/mine.query.server';
import { confirmAll } from '../attendance/confirm-all.server';
import { publishOpportunity } from '../opportunity.server';
import { deskPage } from './desk.query.server';
import { hoursTable } from './hours-table.query.server';
import type { PersonActor } from '../../actor';
import type { Context } from '../../context';

let test: TestContext;
let opportunityId: string;

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  for (const id of ['coordinator', 'one', 'two']) await makePerson(test, id);
  await makeOrganisation(test, { id: 'helpers', members: { coordinator: 'representative' } });
  opportunityId = await publishOpportunity(await organiser(), activity);
});
afterAll(() => test.dispose());

const organiser = async () =>
  (await test.asPerson('coordinator', 'helpers')) as Context & { actor: PersonActor };
const waits = async (who: string) =>
  (await waitingFor(await test.asPerson(who))).map(({ ask, title }) => `${ask}: ${title}`);

/** Shifts that are over, each with so many who came, or who object to what was recorded. */
async function pastShifts(shifts: number, people: number, more: object = {}): Promise<void> {
  const now = test.clock.now();
  const at = (hours: number) => new Date(now.getTime() - hours * hour);
  const ids = Array.from({ length: shifts }, (_, number) => `past-${people}-${number}`);
  await test.database.transaction(async ({ prisma }) => {
    await prisma.shift.createMany({
      data: ids.map((id, number) => ({
        ...{ id, opportunityId, capacity: 500, signUpUntil: at(30 + number) },
        ...{ startsAt: at(20 + number), endsAt: at(18 + number) },
      })),
    });
    for (const shiftId of ids)
      await prisma.signUp.createMany({
        data: Array.from({ length: people }, (_, number) => ({
          ...{ id: `${shiftId}-${number}`, shiftId, personId: `person-${number}` },
          ...{ state: 'confirmed', createdAt: at(40), ...more },
        })),
      });
  });
}

describe('the desk of an organisation', () => {
  it('has the hours to confirm wait for whoever can confirm them, until they must be recorded', async () => {
    const id = await makeShift(test, opportunityId, { hours: 5, capacity: 3 });
    await fillShift(test, id, ['one', 'two']);
    expect(await waits('coordinator')).toEqual([]);
    test.clock.advance(8 * hour);
    expect(await waits('coordinator')).toEqual([`confirm-hours: ${activity.title}`]);
    expect(await waits('one')).toEqual([]);
    const [waiting] = await waitingFor(await organiser());
    expect(waiting).toMatchObject({ id, to: `/volunteering/shifts/${id}` });
    expect(waiting?.until?.getTime()).toBeGreaterThan(test.clock.now().getTime() + 9 * 24 * hour);
    await confirmAll(await organiser(), id);
    expect(await waits('coordinator')).toEqual([]);
    // The own hours are for somebody else, which the desk says.
    const own = await makeShift(test, opportunityId, { hours: 5, capacity: 3 });
    await fillShift(test, own, ['coordinator']);
    test.clock.advance(8 * hour);
    expect(await waits('coordinator')).toEqual([]);
    expect((await deskPage(await organiser())).toConfirm).toMatchObject([{ id: own, open: 1, own: true }]);
    await test.database.transaction(({ prisma }) => prisma.shift.deleteMany({ where: { id: own } }));
  });

  it('counts all that waits, and not what its lists show', async () => {
    await pastShifts(120, 2, { objectedAt: test.clock.now(), objection: '我到场了' });
    const { counts, toConfirm, objections } = await deskPage(await organiser());
    expect(counts).toMatchObject({ toConfirm: 240, shiftsToConfirm: 120, objections: 240 });
    expect([toConfirm.length, objections.length]).toEqual([100, 100]);
  });

  it('writes every sign-up into its table, more than five thousand too, the newest shifts first', async () => {
    await pastShifts(11, 500);
    const parts = [];
    for await (const rows of hoursTable(await organiser())) parts.push(rows);
    const rows = parts.flat();
    expect(rows).toHaveLength(5500 + 240 + 2);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(rows.length);
    const starts = rows.map(({ startsAt }) => startsAt.getTime());
    expect(starts).toEqual([...starts].sort((one, other) => other - one));
  });
});
