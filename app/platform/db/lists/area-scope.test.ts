import { afterAll, beforeAll, expect, it } from 'vitest';
import { withinAny } from './area-scope';
import { makeOrganisation } from '../../../../tests/factories/organisations';
import { communityId, makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { activity, makeShift } from '../../../../tests/factories/volunteering';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { publishOpportunity } from '~/domains/volunteering/opportunity.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'coordinator');
  await makeOrganisation(test, { id: 'helpers', members: { coordinator: 'representative' } });
  const id = await publishOpportunity(await test.asPerson('coordinator', 'helpers'), activity);
  await makeShift(test, id, { hours: 48, capacity: 3 });
});
afterAll(() => test.dispose());

it('finds what lies in one of the areas, and nothing for none of them, also within an AND', async () => {
  const { opportunity, shift } = test.database.read;
  const found = async (areaIds: string[]) => [
    await opportunity.count({ where: { OR: withinAny(areaIds) } }),
    await opportunity.count({ where: { AND: [{ OR: withinAny(areaIds) }] } }),
    (await shift.count({ where: { opportunity: { OR: withinAny(areaIds) } } })) > 0,
  ];
  expect(await found([communityId, '9'])).toEqual([1, 1, true]);
  expect(await found(['421002'])).toEqual([1, 1, true]);
  expect(await found(['9'])).toEqual([0, 0, false]);
  expect(await found([])).toEqual([0, 0, false]);
});
