import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeOrganisation } from '../../../../tests/factories/organisations';
import { makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { activity } from '../../../../tests/factories/volunteering';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import type { PersonActor } from '../../actor';
import type { Context } from '../../context';
import { publishOpportunity } from '../opportunity.server';
import { seasonFigures } from './season-figures.query.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  for (const id of ['coordinator', 'other']) await makePerson(test, id);
  await makeOrganisation(test, { id: 'helpers', members: { coordinator: 'representative' } });
  await makeOrganisation(test, { id: 'others', members: { other: 'owner' } });
});
afterAll(() => test.dispose());

const figures = async (who: string, organisation: string) =>
  seasonFigures((await test.asPerson(who, organisation)) as Context & { actor: PersonActor });

/** A shift of three seats that began then; with one who came alone, a group of two, one absent, and a guest. */
async function shift(opportunityId: string, id: string, startsAt: Date, cancelled = false): Promise<void> {
  const endsAt = new Date(startsAt.getTime() + 2 * 3600_000);
  await test.database.transaction(async ({ prisma }) => {
    await prisma.shift.create({
      data: {
        ...{ id, opportunityId, startsAt, endsAt, capacity: 5, signUpUntil: startsAt },
        cancelledAt: cancelled ? startsAt : null,
      },
    });
    const row = (personId: string, state: string, seats: number, minutes: number | null) => ({
      ...{ id: `${id}-${personId}`, shiftId: id, personId, state, seats, minutes, createdAt: startsAt },
    });
    await prisma.signUp.createMany({
      data: [row('one', 'attended', 1, 90), row('two', 'attended', 2, 60), row('three', 'absent', 1, null)],
    });
    await prisma.shiftGuest.create({
      data: { id: `${id}-guest`, shiftId: id, sealedName: null, addedBy: 'coordinator', addedAt: startsAt },
    });
  });
}

it('counts what came of the shifts of twelve months, by the portal’s months, of the own organisation alone', async () => {
  expect(await figures('coordinator', 'helpers')).toEqual({ months: [], people: 0 });
  const id = await publishOpportunity(await test.asPerson('coordinator', 'helpers'), activity);
  // 24 November 2026; the last instant of October in UTC is November already in Shanghai.
  await shift(id, 'november', new Date('2026-10-31T20:00:00Z'));
  await shift(id, 'october', new Date('2026-10-31T10:00:00Z'));
  await shift(id, 'october-again', new Date('2026-10-02T01:00:00Z'));
  await shift(id, 'called-off', new Date('2026-10-03T01:00:00Z'), true);
  await shift(id, 'long-ago', new Date('2025-11-20T01:00:00Z'));
  await shift(id, 'to-come', new Date(test.clock.now().getTime() + 3600_000));
  const once = { shifts: 1, seats: 5, came: 4, absent: 1, minutes: 150 };
  expect(await figures('coordinator', 'helpers')).toEqual({
    months: [
      { month: '2026-10', shifts: 2, seats: 10, came: 8, absent: 2, minutes: 300 },
      { month: '2026-11', ...once },
    ],
    people: 2,
  });
  expect(await figures('other', 'others')).toEqual({ months: [], people: 0 });
});
