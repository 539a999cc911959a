import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeOrganisation } from '../../../tests/factories/organisations';
import { communityId, makeAreas, makePerson } from '../../../tests/factories/proposals';
import { activity, hour, makeShift } from '../../../tests/factories/volunteering';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { publishOpportunity } from '../volunteering/opportunity.server';
import { homePage } from './home.query.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'coordinator');
  await makeOrganisation(test, { id: 'helpers', members: { coordinator: 'representative' } });
});
afterAll(() => test.dispose());

it('home says when volunteers are wanted next, and names nothing that is over', async () => {
  const id = await publishOpportunity(await test.asPerson('coordinator', 'helpers'), activity);
  for (const hours of [48, 24]) await makeShift(test, id, { hours, capacity: 3 });
  const soonest = new Date(test.clock.now().getTime() + 24 * hour);
  const shown = async () => (await homePage(test.as('visitor'), communityId)).volunteering;
  expect(await shown()).toMatchObject([{ id, next: { startsAt: soonest } }]);
  test.clock.advance(49 * hour);
  expect(await shown()).toEqual([]);
});
