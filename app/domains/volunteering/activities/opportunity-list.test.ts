import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeOrganisation } from '../../../../tests/factories/organisations';
import { makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { activity, hour, makeShift } from '../../../../tests/factories/volunteering';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { publishOpportunity } from '../opportunity.server';
import { ownVolunteering } from '../own-volunteering.query.server';
import { signUp } from '../places/sign-up.server';
import { opportunityCards } from './opportunity-list.query.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  for (const id of ['coordinator', 'volunteer', 'late']) await makePerson(test, id);
  await makeOrganisation(test, { id: 'helpers', members: { coordinator: 'representative' } });
});
afterAll(() => test.dispose());

async function published(title: string, hours?: number): Promise<string> {
  const id = await publishOpportunity(await test.asPerson('coordinator', 'helpers'), { ...activity, title });
  return hours === undefined ? id : makeShift(test, id, { hours, capacity: 1 });
}

it('shows first what one can come to or what is new; what is over is asked for, and said to be', async () => {
  const shiftId = await published('已经结束的活动', 24);
  expect(await signUp(await test.asPerson('volunteer'), shiftId)).toBe('confirmed');
  expect(await signUp(await test.asPerson('late'), shiftId)).toBe('waiting');
  await published('过几天的活动', 120);
  await published('刚发布的活动');
  const own = async (who: string) => (await ownVolunteering(await test.asPerson(who), who)).rows[0]?.own;
  test.clock.advance(25 * hour);
  expect(await own('volunteer')).toMatchObject({ begun: true, over: false });
  test.clock.advance(25 * hour);

  const visitor = test.as('visitor');
  const titles = async (filter: { withoutOverAt?: Date }) =>
    (await opportunityCards(visitor, filter)).items.map(({ title, isOver }) => [title, isOver]);
  const open = [
    ['刚发布的活动', false],
    ['过几天的活动', false],
  ];
  expect(await titles({ withoutOverAt: test.clock.now() })).toEqual(open);
  expect(await titles({})).toEqual([...open, ['已经结束的活动', true]]);
  expect(await own('volunteer')).toMatchObject({ mine: 'confirmed', over: true });
  expect(await own('late')).toMatchObject({ mine: 'waiting', over: true, begun: true });
});
