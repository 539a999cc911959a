import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOrganisation } from '../../factories/organisations';
import { communityId, makeAreas, makePerson } from '../../factories/proposals';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import { displayNames } from '~/domains/identity/people.query.server';
import { proposalsOfStatements } from '~/domains/proposals/lists/proposal-list.query.server';
import { areaNames } from '~/domains/territory/index.server';
import { addShift, publishOpportunity } from '~/domains/volunteering/opportunity.server';
import { opportunityPage } from '~/domains/volunteering/volunteering.query.server';

const count = 1200;
const ids = Array.from({ length: count }, (_, index) => `p${String(index).padStart(5, '0')}`);
const createdAt = new Date('2026-11-20T08:00:00Z');

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'coordinator');
  await makeOrganisation(test, { id: 'helpers', members: { coordinator: 'representative' } });
  const people = ids.map((id) => ({ id, email: `${id}@example.org`, displayName: `名${id}`, createdAt }));
  await test.database.transaction((tx) => tx.prisma.person.createMany({ data: people }));
}, 60_000);
afterAll(() => test.dispose());

describe('pages and acts over 1,200 rows', () => {
  it('shows the organiser everyone who signed up', async () => {
    const organiser = await test.asPerson('coordinator', 'helpers');
    const id = await publishOpportunity(organiser, {
      title: '社区大扫除',
      body: '请志愿者带好手套，在广场集合。',
      areaId: communityId,
      proposalId: '',
      place: '',
      risks: '无特别风险',
      requirements: '',
      minimumAge: 16,
    });
    const startsAt = new Date(test.clock.now().getTime() + 86_400_000);
    const endsAt = new Date(startsAt.getTime() + 3_600_000);
    await addShift(organiser, id, { startsAt, endsAt, capacity: 500, task: '' });
    const { id: shiftId } = await test.database.read.shift.findFirstOrThrow({ where: { opportunityId: id } });
    await test.database.transaction((tx) =>
      tx.prisma.signUp.createMany({
        data: ids.map((personId) => ({ id: `s${personId}`, shiftId, personId, state: 'waiting', createdAt })),
      }),
    );
    const page = await opportunityPage(organiser, id);
    expect(page.shifts[0]?.signUps).toHaveLength(count);
    expect(page.shifts[0]?.signUps.every(({ name }) => name.startsWith('名'))).toBe(true);
  });

  it('finds names of people and areas, and what came of statements', async () => {
    const ctx = test.as('system');
    expect(Object.keys(await displayNames(ctx, ids))).toHaveLength(count);
    const names = await areaNames(ctx, [...ids, communityId]);
    expect(Object.keys(names)).toEqual([communityId]);
    expect(await proposalsOfStatements(ctx, ids)).toEqual([]);
  });
});
