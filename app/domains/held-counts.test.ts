import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeAreas, makePerson } from '../../tests/factories/proposals';
import { countedDatabase } from '../../tests/setup/counted-database';
import { testContext } from '../../tests/setup/context';
import type { TestContext } from '../../tests/setup/context';
import { countHeld } from './held-counts.server';
import { tableOf, whereOf } from './held-rows.server';
import { heldOverview } from './held-overview.query.server';
import { heldPerson, ownTables } from './own-data.server';
import { subjectServers } from './subjects.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'somebody');
  await makePerson(test, 'another');
  await fill('somebody');
});
afterAll(() => test.dispose());

/** Rows that name the person by the id, by the mail address and by both, beside those of somebody else. */
async function fill(personId: string): Promise<void> {
  const createdAt = test.clock.now();
  const { email } = await heldPerson(test.as('system'), personId);
  const told = { type: 'private.read', data: '{}', createdAt };
  const mail = { locale: 'zh-CN', subject: '', text: '', html: '', createdAt };
  const told3 = [personId, personId, 'another'].map((of, at) => ({
    ...{ ...told, id: `n${at}`, eventId: `e${at}`, personId: of },
  }));
  const mails = [
    { ...mail, id: 'm0', personId, recipient: email },
    { ...mail, id: 'm1', personId, recipient: 'of-old@example.org' },
    { ...mail, id: 'm2', personId: null, recipient: email },
    { ...mail, id: 'm3', personId: 'another', recipient: 'another@example.net' },
  ];
  await test.database.transaction(async (tx) => {
    await tx.prisma.notification.createMany({ data: told3 });
    await tx.prisma.mail.createMany({ data: mails });
  });
}

it('counts each table as a question of its own would', async () => {
  const ctx = test.as('system');
  const person = await heldPerson(ctx, 'somebody');
  const counts = await countHeld(ctx, person);
  expect(counts.get('Mail')).toBe(3);
  expect(counts.get('Notification')).toBe(2);
  expect(counts.get('Person')).toBe(1);
  const declared = subjectServers.flatMap(({ held }) => Object.entries(held?.models ?? {}));
  const asked: [string, number][] = [];
  for (const [model, columns] of declared) {
    const any = Object.entries(columns)
      .filter(([, { exported }]) => typeof exported !== 'string')
      .map(([column, holding]) => whereOf(column, holding, person));
    if (any.length > 0)
      asked.push([model, await tableOf(ctx.database.read, model).count({ where: { OR: any } })]);
  }
  expect([...counts]).toEqual(asked);
  expect(counts.size).toBeGreaterThan(60);
});

it('asks some few questions for all that is held, however many tables there are', async () => {
  const ctx = await test.asPerson('somebody');
  const page = countedDatabase(test.database);
  const { tables } = await heldOverview({ ...ctx, database: page.database });
  expect(tables.map(({ model, count }) => [model, count])).toEqual([
    ['Person', 1],
    ['Notification', 2],
    ['Mail', 3],
  ]);
  expect(page.asked()).toBeLessThanOrEqual(5);
});

it('tells the last of those who looked at what is sealed, and all of them where they are asked for', async () => {
  const [at, looks] = [test.clock.now(), 25];
  const looked = { type: 'private.read', subjectKind: 'person', subjectId: 'somebody', isPublic: false, at };
  await test.database.transaction((tx) =>
    tx.prisma.event.createMany({
      data: Array.from({ length: looks }, (_none, turn) => ({
        ...{ ...looked, id: `look-${turn}`, actorPersonId: 'another' },
        publicData: JSON.stringify({ reason: `第 ${turn} 次` }),
      })),
    }),
  );
  const ctx = await test.asPerson('somebody');
  const last = await heldOverview(ctx);
  expect(last).toMatchObject({ readings: { length: 20, 0: { reason: '第 24 次' } }, moreReadings: true });
  const all = await heldOverview(ctx, { allReadings: true });
  expect(all).toMatchObject({ readings: { length: looks }, moreReadings: false });
});

it('reads no table for the readable page that holds nothing on the person', async () => {
  const ctx = await test.asPerson('somebody');
  const page = countedDatabase(test.database);
  const tables = await ownTables({ ...ctx, database: page.database }, 5);
  expect(tables.map(({ key }) => key)).toEqual(expect.arrayContaining(['Notification.personId']));
  // Two thirds of them are what subjects read besides: sealed words, votes that lie under keys.
  expect(page.asked()).toBeLessThanOrEqual(40);
});
