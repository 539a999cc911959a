import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEveryState } from '../factories/every-state';
import { makeOrganisation } from '../factories/organisations';
import { communityId, makePerson } from '../factories/proposals';
import { makeOffices } from '../factories/work-orders';
import { testContext } from '../setup/context';
import type { TestContext } from '../setup/context';
import type { Actor } from '~/domains/actor';
import type { Context, ReadContext } from '~/domains/context';
import { findById } from '~/domains/bridges/open311/find-requests.server';
import { listPublicOrders } from '~/domains/bridges/public/public-orders.query.server';
import { statusOfOrder } from '~/domains/bridges/rules/open311/statuses';
import { keyOfSubject } from '~/domains/ledger/index.server';
import type { SubjectKey } from '~/domains/ledger/index.server';
import { knownSubjects } from '~/domains/registry.server';
import { subjectServers } from '~/domains/subjects.server';
import { mayLeaveHouse } from '~/domains/workorders/index.server';

let test: TestContext;
const actors: [string, Actor][] = [];
const elsewhere = '421003';
const visitor: Actor = { kind: 'visitor' };

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
  actors.push(['visitor', visitor], ['system', { kind: 'system' }]);
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
    const open = await ruled(kind, visitor);
    for (const [name, actor] of actors) {
      const own = new Set(await ruled(kind, actor));
      expect(
        open.filter((one) => !own.has(one)),
        `${name} ${kind}`,
      ).toEqual([]);
    }
  }
});

/** Orders that a visitor may read, on which nothing hangs that a visitor may not read. */
async function ordersThatMayLeave() {
  const may = new Set(await ruled('work-order', visitor));
  const open = new Set([...(await ruled('feedback', visitor)), ...(await ruled('proposal', visitor))]);
  const links = await test.database.read.workOrderLink.findMany();
  for (const { workOrderId, subjectId } of links) if (!open.has(subjectId)) may.delete(workOrderId);
  return { may, links };
}

describe('what goes out of the house', () => {
  it('to maps, feeds, frames and other servers are the orders that a visitor may read, with all on them', async () => {
    const { may } = await ordersThatMayLeave();
    const all = await test.database.read.workOrder.findMany({ select: { id: true, state: true } });
    const told = all.filter(({ state }) => state in statusOfOrder);
    const wanted = told.flatMap(({ id }) => (may.has(id) ? [id] : []));
    const out = await listPublicOrders(test.as('visitor'), { areaId: null, most: 5000 });
    expect(out.map(({ id }) => id).sort()).toEqual(wanted.sort());
    for (const { id } of all) expect(await mayLeaveHouse(test.as('visitor'), id), id).toBe(may.has(id));
    expect(may.size).toBeGreaterThan(0);
    expect(may.size).toBeLessThan((await ruled('work-order', visitor)).length);
  });

  it('by Open311 is the feedback that a visitor may read, and the orders on which none hangs', async () => {
    const { may, links } = await ordersThatMayLeave();
    for (const { workOrderId, subjectKind } of links) if (subjectKind === 'feedback') may.delete(workOrderId);
    const wanted = [...(await ruled('feedback', visitor)), ...may];
    const asked = [...(await allIds('feedback')), ...(await allIds('work-order'))];
    const found: string[] = [];
    for (let at = 0; at < asked.length; at += 500)
      for (const { id } of await findById(test.as('visitor'), asked.slice(at, at + 500))) found.push(id);
    expect(found.sort()).toEqual(wanted.sort());
  });
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
