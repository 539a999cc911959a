import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeEveryState } from '../factories/every-state';
import { makeOrganisation } from '../factories/organisations';
import { communityId, makePerson } from '../factories/proposals';
import { makeOffices } from '../factories/work-orders';
import { testContext } from '../setup/context';
import type { TestContext } from '../setup/context';
import type { Actor } from '~/domains/actor';
import type { Context, ReadContext } from '~/domains/context';
import { listPublicOrders } from '~/domains/bridges/public/public-orders.query.server';
import { keyOfSubject } from '~/domains/ledger/index.server';
import type { SubjectKey } from '~/domains/ledger/index.server';
import { knownSubjects } from '~/domains/registry.server';
import { subjectServers } from '~/domains/subjects.server';

let test: TestContext;
const actors: [string, Actor][] = [];
const elsewhere = '421003';

beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
  for (const name of ['neighbour', 'stranger']) await makePerson(test, name);
  await makePerson(test, 'moderator-elsewhere', { role: 'moderator', areaId: elsewhere });
  await makePerson(test, 'staff', { role: 'staff', areaId: communityId });
  await makePerson(test, 'administrator', { role: 'administrator', areaId: '421002001' });
  await makePerson(test, 'water-member');
  await test.database.transaction((tx) =>
    tx.prisma.organisationMember.create({
      data: {
        organisationId: 'water',
        personId: 'water-member',
        mandate: 'member',
        createdAt: test.clock.now(),
      },
    }),
  );
  await makeOrganisation(test, { id: 'new-club', verified: false, members: { neighbour: 'owner' } });
  // Each lies here or elsewhere, and is the author's or the neighbour's.
  await makeEveryState(test, { places: [communityId, elsewhere], authors: ['asker', 'neighbour'] });
  actors.push(['visitor', { kind: 'visitor' }], ['system', { kind: 'system' }]);
  for (const name of [
    ...['asker', 'neighbour', 'stranger', 'moderator', 'mayor', 'moderator-elsewhere', 'staff'],
    ...['administrator', 'water-clerk', 'roads-clerk', 'parks-clerk', 'water-member'],
  ])
    actors.push([name, (await test.asPerson(name)).actor]);
}, 240_000);
afterAll(() => test.dispose());

const table = (kind: string) => accessByKind.get(kind)?.table ?? '';

/** Every kind behind which rows stand, with the access that its subject declares. */
const accessByKind = new Map(
  subjectServers.flatMap(({ access }) =>
    Object.entries(access).filter(([, { table: named }]) => named !== undefined),
  ),
);

const as = (actor: Actor): Context => ({ ...test.as('visitor'), actor });

async function allIds(kind: string): Promise<string[]> {
  const rows = await test.database.sql.all<{ id: string }>(`SELECT "id" FROM "${table(kind)}" ORDER BY "id"`);
  return rows.map((row) => row.id);
}

/** Those that the rule lets the actor read, asked row for row. */
async function ruled(kind: string, actor: Actor): Promise<string[]> {
  const rows = (await accessByKind.get(kind)?.ruled(as(actor), await allIds(kind))) ?? [];
  return rows.map(({ id: one }) => one).sort();
}

/** Those that the twin for lists finds. */
async function listed(kind: string, actor: Actor): Promise<string[]> {
  const others = (_ctx: ReadContext, keys: readonly SubjectKey[]) =>
    Promise.resolve(new Map(keys.map((key) => [keyOfSubject(key), { title: null }])));
  const rows = (await accessByKind.get(kind)?.listed(as(actor), await allIds(kind), others)) ?? [];
  return rows.map(({ id: one }) => one).sort();
}

it.each([...accessByKind.keys()])(
  'a list of kind %s holds exactly what the rule lets each reader read',
  async (kind) => {
    const counts = new Set<number>();
    for (const [name, actor] of actors) {
      const wanted = await ruled(kind, actor);
      expect(await listed(kind, actor), name).toEqual(wanted);
      counts.add(wanted.length);
    }
    const all = (await allIds(kind)).length;
    expect(all).toBeGreaterThan(2);
    // A rule that lets everyone read all would prove nothing, unless it says so.
    if (accessByKind.get(kind)?.open) expect([...counts]).toEqual([all]);
    else expect(Math.min(...counts)).toBeLessThan(all);
  },
);

it('what a visitor may read everyone may, so that an audience is asked once', async () => {
  for (const kind of accessByKind.keys()) {
    const open = await ruled(kind, { kind: 'visitor' });
    for (const [name, actor] of actors) {
      const own = new Set(await ruled(kind, actor));
      expect(
        open.filter((one) => !own.has(one)),
        `${name} ${kind}`,
      ).toEqual([]);
    }
  }
});

it('what goes out to maps, feeds and frames is among what anyone may read', async () => {
  const open = new Set(await ruled('work-order', { kind: 'visitor' }));
  const out = await listPublicOrders(test.as('visitor'), { areaId: null, most: 500 });
  expect(out.length).toBeGreaterThan(0);
  expect(out.filter((order) => !open.has(order.id))).toEqual([]);
});

it('the access that notices and follows ask is that of the rules', async () => {
  for (const kind of accessByKind.keys()) {
    // A comment is read where its matter is: the rows here hang on none.
    if (kind === 'comment') continue;
    const keys = (await allIds(kind)).map((one) => ({ kind, id: one }));
    for (const [who, actor] of actors) {
      const shown = await knownSubjects.access.readable(as(actor), keys);
      const wanted = (await ruled(kind, actor)).map((one) => `${kind}:${one}`);
      expect([...shown.keys()].sort(), `${who} ${kind}`).toEqual(wanted);
    }
  }
});
