import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEveryState } from '../factories/every-state';
import { feedbackInput, makeFeedback } from '../factories/feedback';
import { communityId, makeProposal } from '../factories/proposals';
import { makeOffices, makeOrder } from '../factories/work-orders';
import { testContext } from '../setup/context';
import type { TestContext } from '../setup/context';
import type { ReadContext } from '~/domains/context';
import { decideReportedFeedback, withdrawFeedback } from '~/domains/feedback/index.server';
import { mapOfMatters, mostOnMap } from '~/domains/insights/map-of-matters.query.server';
import type { MapAsked } from '~/domains/insights/map-of-matters.query.server';
import { mayLeaveHouse } from '~/domains/workorders/index.server';
import { linkToThisOrder } from '~/domains/workorders/links/link-matter.server';

let test: TestContext;
const all: MapAsked = {
  areaId: undefined,
  category: undefined,
  kind: undefined,
  stage: undefined,
  near: undefined,
};
const here = { latitude: 30.3137, longitude: 112.2499 };

beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
}, 120_000);
afterAll(() => test.dispose());

const shown = async (asked: Partial<MapAsked> = {}, who: 'visitor' | 'system' = 'visitor') =>
  (await mapOfMatters(test.as(who), { ...all, ...asked })).matters;
const ids = async (asked: Partial<MapAsked> = {}) => (await shown(asked)).map(({ id }) => id);
const orderOf = (subjectId: string, title = '带位置的工单') => makeOrder(test, { subjectId, title });

describe('the place of feedback', () => {
  it('goes over to the order that is made of it, which stands for it on the map', async () => {
    const id = await makeFeedback(test, 'asker', { ...here, place: '东门' });
    expect(await ids()).toContain(id);
    const order = await orderOf(id);
    const row = await test.database.read.workOrder.findUniqueOrThrow({ where: { id: order } });
    expect(row).toMatchObject({ ...here, place: '东门' });
    expect(await ids()).toContain(order);
    expect(await ids()).not.toContain(id);
    // Who asks for feedback alone gets it.
    expect(await ids({ kind: 'feedback' })).toContain(id);
  });

  it('is told nobody where the feedback is confidential: not by its order, and not by one on which it hangs', async () => {
    const id = await makeFeedback(test, 'asker', { ...here, isPublic: 'no' });
    const order = await orderOf(id, '另外写的标题');
    const row = await test.database.read.workOrder.findUniqueOrThrow({ where: { id: order } });
    expect([row.latitude, row.longitude, row.place]).toEqual([null, null, null]);
    const open = await orderOf(await makeFeedback(test, 'asker', here), '本来公开的工单');
    expect(await ids()).toContain(open);
    const second = await makeFeedback(test, 'asker', { latitude: 30.5, longitude: 112.5, isPublic: 'no' });
    const moderator = await test.asPerson('moderator');
    await linkToThisOrder(moderator, { id: open, subject: { kind: 'feedback', id: second } });
    for (const one of [id, order, open, second]) expect(await ids()).not.toContain(one);
    for (const one of [id, second])
      expect((await shown({}, 'system')).map((each) => each.id)).not.toContain(one);
  });

  it('goes from the map with what is hidden or taken back', async () => {
    const hidden = await makeFeedback(test, 'asker', here);
    const back = await makeFeedback(test, 'asker', here);
    expect(await ids()).toEqual(expect.arrayContaining([hidden, back]));
    const moderator = await test.asPerson('moderator');
    await decideReportedFeedback(moderator, {
      feedbackId: hidden,
      hide: true,
      reason: '违规',
      unasked: true,
    });
    await withdrawFeedback(await test.asPerson('asker'), back);
    for (const one of [hidden, back]) expect(await ids()).not.toContain(one);
  });
});

/** One more than a map shows, at one place. */
async function makeMany(name: string, place: { latitude: number; longitude: number }): Promise<void> {
  const at = test.clock.now();
  const author = { authorId: 'asker', createdAt: at, updatedAt: at, bodyHtml: '', state: 'submitted' };
  const { title, body, kind, category, areaId } = feedbackInput;
  await test.database.transaction((tx) =>
    tx.prisma.feedback.createMany({
      data: Array.from({ length: mostOnMap + 1 }, (_, index) => ({
        ...{ id: `${name}-${String(index).padStart(4, '0')}`, isPublic: true, ...place },
        ...{ title, body, kind, category, areaId, ...author },
      })),
    }),
  );
}

describe('the map', () => {
  it('is narrowed by area, category, kind and stage, whatever there is of them', async () => {
    const waiting = await makeFeedback(test, 'asker', here);
    const far = await makeFeedback(test, 'asker', { ...here, areaId: '421003' });
    const proposal = await makeProposal(test, 'asker', here);
    expect(await ids({ areaId: communityId })).toEqual(expect.arrayContaining([waiting, proposal]));
    expect(await ids({ areaId: communityId })).not.toContain(far);
    expect(await ids({ kind: 'proposal' })).toEqual([proposal]);
    const roads = await makeFeedback(test, 'asker', { ...here, category: 'roads-traffic' });
    const bumpy = await makeFeedback(test, 'asker', { ...here, category: 'roads-traffic' });
    const order = await makeOrder(test, { subjectId: bumpy, category: 'roads-traffic' });
    expect((await ids({ category: 'roads-traffic' })).sort()).toEqual([roads, order].sort());
    expect(await ids({ category: 'roads-traffic', kind: 'proposal' })).toEqual([]);
    expect(await ids({ stage: 'waiting' })).toContain(waiting);
    expect(await ids({ stage: 'done' })).not.toContain(waiting);
    // No state of an order is at this stage.
    expect(await ids({ stage: 'refused', kind: 'work-order' })).toEqual([]);
    expect((await shown({ kind: 'proposal' }))[0]).toMatchObject({
      state: 'gathering',
      stage: 'waiting',
      areaName: '青石社区',
    });
  });

  it('shows what is near first, and nothing far away', async () => {
    const near = await makeFeedback(test, 'asker', { latitude: 31, longitude: 113 });
    const next = await makeFeedback(test, 'asker', { latitude: 31.009, longitude: 113 });
    await makeFeedback(test, 'asker', { latitude: 31.2, longitude: 113 });
    const found = await shown({ near: { latitude: 31.0001, longitude: 113 } });
    expect(found.map(({ id }) => id)).toEqual([near, next]);
    expect(found.map(({ metres }) => metres)).toEqual([11, 990]);
  });

  it('reaches as far to all sides, and not into the corners of a square', async () => {
    const corner = await makeFeedback(test, 'asker', { latitude: 32.025, longitude: 114.029 });
    const edge = await makeFeedback(test, 'asker', { latitude: 32.025, longitude: 114 });
    const found = await ids({ near: { latitude: 32, longitude: 114 } });
    expect(found).toContain(edge);
    expect(found).not.toContain(corner);
  });

  it('finds the nearest, however many newer ones lie further off', async () => {
    const old = await makeFeedback(test, 'asker', { latitude: 28.001, longitude: 110 });
    await makeMany('zz-newer', { latitude: 28.02, longitude: 110 });
    const { matters, cut } = await mapOfMatters(test.as('visitor'), {
      ...all,
      near: { latitude: 28, longitude: 110 },
    });
    expect([matters[0]?.id, matters.length, cut]).toEqual([old, mostOnMap, true]);
  });

  it('says where it was cut', async () => {
    await makeMany('many', { latitude: 29, longitude: 111 });
    const asked = { ...all, near: { latitude: 29, longitude: 111 } };
    const { matters, cut } = await mapOfMatters(test.as('visitor'), asked);
    expect([matters.length, cut]).toEqual([mostOnMap, true]);
    expect((await mapOfMatters(test.as('visitor'), { ...all, kind: 'proposal' })).cut).toBe(false);
  });
});

async function leaving(ctx: ReadContext, rows: readonly { id: string }[]): Promise<string[]> {
  const leave = await Promise.all(rows.map(({ id }) => mayLeaveHouse(ctx, id)));
  return rows.filter((_, at) => leave[at]).map(({ id }) => `work-order:${id}`);
}

describe('of everything in every state', () => {
  it('shows exactly what a visitor may read and what may leave the house, whoever asks', async () => {
    const every = await testContext();
    await makeOffices(every);
    await makeEveryState(every, { places: [communityId], authors: ['asker'] });
    const tables = { feedback: 'Feedback', proposal: 'Proposal', 'work-order': 'WorkOrder' } as const;
    for (const table of Object.values(tables))
      await every.database.transaction((tx) =>
        tx.sql.run(`UPDATE "${table}" SET "latitude" = 30.3, "longitude" = 112.2`, []),
      );
    const visitor = every.as('visitor');
    for (const [kind, table] of Object.entries(tables)) {
      const rows = await visitor.database.sql.all<{ id: string }>(`SELECT "id" FROM "${table}"`);
      const keys = rows.map(({ id }) => ({ kind, id }));
      const readable = [...(await visitor.subjects.access.readable(visitor, keys)).keys()];
      const asked = { ...all, kind };
      const found = (await mapOfMatters(visitor, asked)).matters.map(({ id }) => `${kind}:${id}`);
      expect(found.length).toBeGreaterThan(0);
      expect(readable).toEqual(expect.arrayContaining(found));
      const others = (await mapOfMatters(await every.asPerson('moderator'), asked)).matters;
      expect(others.map(({ id }) => `${kind}:${id}`)).toEqual(found);
      const outgoing = kind === 'work-order' ? await leaving(visitor, rows) : readable;
      // More than a map bears are cut.
      if (found.length < mostOnMap) expect([...found].sort()).toEqual([...outgoing].sort());
      else expect(outgoing).toEqual(expect.arrayContaining(found));
    }
    await every.dispose();
  }, 240_000);
});
