import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeOrganisation } from '../../../../tests/factories/organisations';
import { communityId, makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { activity, fillShift, hour, makeShift } from '../../../../tests/factories/volunteering';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { erasePerson } from '../../own-data.server';
import { cancelOpportunity } from '../activities/cancel-opportunity.server';
import { confirmAttendance } from '../attendance/confirm-attendance.server';
import { publishOpportunity } from '../opportunity.server';
import { rosterPage } from '../desk/roster.query.server';
import { ownPoints } from './own-points.query.server';
import { showLevel, showsLevel } from './show-level.server';
import { strikingHours } from './striking-hours.query.server';
import type { PersonActor } from '../../actor';
import type { Context } from '../../context';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  for (const id of ['coordinator', 'deputy', 'ann', 'bob']) await makePerson(test, id);
  await makePerson(test, 'watcher', { role: 'moderator', areaId: communityId });
  await makeOrganisation(test, {
    id: 'helpers',
    members: { coordinator: 'representative', deputy: 'owner' },
  });
});
afterAll(() => test.dispose());

const of = async (personId: string) =>
  ownPoints((await test.asPerson(personId)) as Context & { actor: PersonActor });

/** A shift of two hours that the person served, confirmed by the organiser; answers its opportunity. */
async function serve(personId: string, by: 'coordinator' | 'deputy', hours = 2): Promise<string> {
  const coordinator = await test.asPerson('coordinator', 'helpers');
  const opportunityId = await publishOpportunity(coordinator, activity);
  const shiftId = await makeShift(test, opportunityId, { hours: 24, capacity: 3 });
  await fillShift(test, shiftId, [personId]);
  test.clock.advance(27 * hour);
  const where = { shiftId_personId: { shiftId, personId } };
  const { id: signUpId } = await test.database.read.signUp.findUniqueOrThrow({ where });
  const given = { signUpId, attended: 'yes' as const, hours, reason: '按签到表' };
  await confirmAttendance(await test.asPerson(by, 'helpers'), given);
  return opportunityId;
}

/** As if hours of long days had been confirmed: what the rule has to withstand. */
const confirmedMore = (personId: string, confirmedBy: string, minutes: number) =>
  test.database.transaction((tx) =>
    tx.prisma.signUp.updateMany({ where: { personId, confirmedBy }, data: { minutes } }),
  );

it('points come from confirmed hours, follow their correction, and end with the shift', async () => {
  expect(await of('ann')).toMatchObject({ points: 0, level: 0 });
  await serve('ann', 'coordinator');
  expect(await of('ann')).toMatchObject({ points: 20, counted: 120 });
  await serve('ann', 'deputy', 1.5);
  expect(await of('ann')).toMatchObject({ points: 35 });
  const row = await test.database.read.signUp.findFirstOrThrow({
    where: { personId: 'ann', confirmedBy: 'deputy' },
  });
  const corrected = { signUpId: row.id, attended: 'yes' as const, hours: 0.5, reason: '提前离开' };
  await confirmAttendance(await test.asPerson('deputy', 'helpers'), corrected);
  expect(await of('ann')).toMatchObject({ points: 25 });
  const absent = { signUpId: row.id, attended: 'no' as const, hours: 0, reason: '记错了人' };
  await confirmAttendance(await test.asPerson('deputy', 'helpers'), absent);
  expect(await of('ann')).toMatchObject({ points: 20 });
});

it('two organisers who confirm each other are held, and the moderators of the area see them', async () => {
  await serve('coordinator', 'deputy');
  await serve('deputy', 'coordinator');
  expect(await strikingHours(await test.asPerson('watcher'))).toEqual([]);
  await confirmedMore('coordinator', 'deputy', 11 * 60);
  await confirmedMore('deputy', 'coordinator', 12 * 60);
  expect(await of('coordinator')).toMatchObject({ counted: 8 * 60, withheld: { day: 180, confirmer: 0 } });
  const seen = await strikingHours(await test.asPerson('watcher'));
  expect(
    seen.map(({ volunteer, confirmer, minutes, mutual }) => [volunteer, confirmer, minutes, mutual]),
  ).toEqual([
    ['deputy', 'coordinator', 720, true],
    ['coordinator', 'deputy', 660, true],
  ]);
  await expect(strikingHours(await test.asPerson('ann'))).rejects.toMatchObject({
    reason: 'volunteering.moderators-only',
  });
  await expect(strikingHours(test.as('visitor'))).rejects.toMatchObject({ reason: 'signed-out' });
});

it('hours that somebody confirmed whose account is closed count on, and the pair stays seen', async () => {
  await serve('bob', 'deputy');
  await confirmedMore('bob', 'deputy', 41 * 60);
  const before = await of('bob');
  await erasePerson(await test.asPerson('deputy'), 'deputy');
  expect(await of('bob')).toEqual(before);
  const striking = await strikingHours(await test.asPerson('watcher'));
  expect(striking.filter(({ volunteer }) => volunteer === 'bob')).toMatchObject([{ mutual: false }]);
});

it('an activity that is called off keeps the hours that were served in it', async () => {
  const opportunityId = await serve('bob', 'coordinator');
  const before = await of('bob');
  await cancelOpportunity(await test.asPerson('coordinator', 'helpers'), opportunityId, '季节结束');
  expect((await of('bob')).counted).toBe(before.counted);
});

it('the level stands on the list of a shift only for whoever has turned that on, and off again nowhere', async () => {
  await makePerson(test, 'shown');
  for (let at = 0; at < 3; at += 1) await serve('shown', 'coordinator');
  expect(await of('shown')).toMatchObject({ points: 60, level: 1 });
  const opportunityId = await serve('shown', 'coordinator');
  const { id: shiftId } = await test.database.read.shift.findFirstOrThrow({ where: { opportunityId } });
  const seen = async () =>
    (await rosterPage(await test.asPerson('coordinator', 'helpers'), shiftId)).people.map(
      ({ level }) => level,
    );
  expect(await seen()).toEqual([0]);
  expect(await showsLevel(await test.asPerson('shown'), 'shown')).toBe(false);
  await showLevel(await test.asPerson('shown'), true);
  expect(await seen()).toEqual([1]);
  await showLevel(await test.asPerson('shown'), false);
  expect(await seen()).toEqual([0]);
});
