import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeOrganisation } from '../../../../tests/factories/organisations';
import { makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { activity, makeShift } from '../../../../tests/factories/volunteering';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { editOpportunity } from '../activities/edit-opportunity.server';
import { rosterPage } from '../desk/roster.query.server';
import { publishOpportunity } from '../opportunity.server';
import { acceptOffer } from './answer-offer.server';
import { signUp, withdraw } from './sign-up.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  for (const id of ['coordinator', 'adult', 'young', 'unknown']) await makePerson(test, id);
  await makeOrganisation(test, { id: 'helpers', members: { coordinator: 'representative' } });
  const year = test.clock.now().getUTCFullYear();
  await test.database.transaction(async ({ prisma }) => {
    for (const [id, age] of [
      ['adult', 30],
      ['young', 17],
    ] as const)
      await prisma.person.update({ where: { id }, data: { birthYear: year - age } });
  });
});
afterAll(() => test.dispose());

const organiser = () => test.asPerson('coordinator', 'helpers');

it('an age that is raised later is shown beside who is younger, and no seat is taken by them any more', async () => {
  const opportunityId = await publishOpportunity(await organiser(), { ...activity, minimumAge: 16 });
  const shiftId = await makeShift(test, opportunityId, { hours: 72, capacity: 2 });
  const ages = async () => {
    const { people } = await rosterPage(await organiser(), shiftId);
    return people.map(({ name, age }) => [name, age]);
  };
  for (const [who, state] of [
    ['adult', 'confirmed'],
    ['unknown', 'confirmed'],
    ['young', 'waiting'],
  ] as const)
    expect(await signUp(await test.asPerson(who), shiftId)).toBe(state);
  expect((await ages()).map(([, age]) => age)).toEqual(['fits', 'unknown', 'fits']);
  await editOpportunity(await organiser(), opportunityId, { ...activity, minimumAge: 18 });
  expect((await ages()).map(([, age]) => age)).toEqual(['fits', 'unknown', 'too-young']);
  await withdraw(await test.asPerson('adult'), shiftId);
  await expect(acceptOffer(await test.asPerson('young'), shiftId)).rejects.toMatchObject({
    ...{ code: 'forbidden', reason: 'volunteering.too-young' },
  });
});
