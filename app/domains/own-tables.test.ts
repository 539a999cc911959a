import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeAreas, makePerson } from '../../tests/factories/proposals';
import { testContext } from '../../tests/setup/context';
import type { TestContext } from '../../tests/setup/context';
import { exportPerson, ownTables } from './own-data.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
});
afterAll(() => test.dispose());

it('shows so many rows of each table, says how many more there are, and writes nothing', async () => {
  const personId = await makePerson(test, 'looking');
  const createdAt = test.clock.now();
  await test.database.transaction((tx) =>
    tx.prisma.notification.createMany({
      data: Array.from({ length: 7 }, (_none, at) => ({
        ...{ id: `n${at}`, personId, eventId: `e${at}`, type: 'private.read', data: '{}', createdAt },
      })),
    }),
  );
  const ctx = await test.asPerson(personId);
  const shown = async (most: number) =>
    (await ownTables(ctx, most)).find(({ key }) => key === 'Notification.personId');
  expect(await shown(5)).toMatchObject({ rows: { length: 5 }, more: 2 });
  expect(await shown(7)).toMatchObject({ rows: { length: 7 }, more: 0 });
  expect(JSON.stringify(await ownTables(ctx, 5))).not.toContain('passwordHash');
  expect(await test.database.read.event.count()).toBe(0);
  // What is taken along is whole, and on record.
  const taken = await exportPerson(ctx, personId);
  expect(taken.notifications?.['Notification.personId']).toHaveLength(7);
  expect(await test.database.read.event.count({ where: { type: 'person.exported' } })).toBe(1);
  await expect(ownTables(test.as('visitor'), 5)).rejects.toMatchObject({ code: 'signed-out' });
});
