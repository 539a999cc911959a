import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeOrganisation } from '../../factories/organisations';
import { makeAreas, makePerson } from '../../factories/proposals';
import { activity, makeShift } from '../../factories/volunteering';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import { oneFigure } from '~/domains/insights/figures/insights.query.server';
import { publishOpportunity } from '~/domains/volunteering/opportunity.server';
import { newId } from '~/platform/ids';

/** In one street one person serves in each of five communities; in the other six people serve in two. */
const few = Array.from({ length: 5 }, (_, at) => `42100200110${at + 1}`);
const many = ['421002002101', '421002002102'];

let test: TestContext;

async function serve(areaId: string, people: readonly string[]): Promise<void> {
  const id = await publishOpportunity(await test.asPerson('coordinator', 'helpers'), { ...activity, areaId });
  const shiftId = await makeShift(test, id, { hours: 48, capacity: 20 });
  const now = test.clock.now();
  await test.database.transaction((tx) =>
    tx.prisma.signUp.createMany({
      data: people.map((personId) => ({
        ...{ id: newId(now), shiftId, personId, createdAt: now },
        ...{ state: 'attended', minutes: 60, confirmedAt: now },
      })),
    }),
  );
}

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  const rows = ['421002002', ...few, ...many].map((id) => ({
    ...{
      id,
      code: id.padEnd(12, '0'),
      name: `区域${id}`,
      parentId: id.length === 9 ? '421002' : id.slice(0, 9),
    },
    level: id.length === 9 ? 'street' : 'community',
  }));
  await test.database.transaction((tx) => tx.prisma.area.createMany({ data: rows }));
  const people = ['alone', ...Array.from({ length: 6 }, (_, at) => `one-${at}`)];
  for (const id of ['coordinator', ...people]) await makePerson(test, id);
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  await makeOrganisation(test, { id: 'helpers', members: { coordinator: 'representative' } });
  for (const areaId of few) await serve(areaId, ['alone']);
  for (const areaId of many) await serve(areaId, people.slice(1));
});
afterAll(() => test.dispose());

async function hoursOf(person: string | null, query: string): Promise<Record<string, unknown>> {
  const ctx = person === null ? test.as('visitor') : await test.asPerson(person);
  const { figure } = await oneFigure(ctx, new URLSearchParams(query), 'hours');
  return Object.fromEntries(figure.rows.map(({ key, values }) => [key, values]));
}

it('tells no hours of one person who serves in five places, nor what they could be reckoned from', async () => {
  const streets = await hoursOf(null, 'area=421002&year=2026&level=street');
  expect(streets).toEqual({ '421002001': ['hidden', 'hidden'], '421002002': [12, 6] });
  expect(await hoursOf(null, 'year=2026&level=district')).toEqual({ '421002': ['hidden', 'hidden'] });
});

it('counts each person once at every level', async () => {
  const exact = await hoursOf('moderator', 'area=421002&year=2026&level=street&exact=1');
  expect(exact).toEqual({ '421002001': [5, 1], '421002002': [12, 6] });
});
