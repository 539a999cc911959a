import { inTransaction } from '../../in-transaction.server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { testContext, testNow } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { moderationQueue, openQueueItem, queuePageSize } from '../index.server';

let test: TestContext;
const hour = 3600_000;
const inHours = (hours: number) => new Date(testNow.getTime() + hours * hour);

interface Matter {
  kind: string;
  subject: string;
  due?: number;
  areaId?: string;
}

async function wait({ kind, subject, due, areaId = '421002001001' }: Matter) {
  const [subjectKind = '', subjectId = ''] = subject.split(':');
  await inTransaction(test.as('system'), (ctx) =>
    openQueueItem(ctx, {
      ...{ kind, subjectKind, subjectId, areaId, title: subject },
      ...(due === undefined ? {} : { dueAt: inHours(due) }),
    }),
  );
}

const queueOf = async (filter: Partial<Parameters<typeof moderationQueue>[1]> = {}) =>
  moderationQueue(await test.asPerson('moderator'), filter);
const titles = async (filter: Parameters<typeof queueOf>[0]) =>
  (await queueOf(filter)).items.map(({ title }) => title);

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  await wait({ kind: 'threshold-reached', subject: 'proposal:late', due: -30 });
  await wait({ kind: 'overdue', subject: 'proposal:late', due: -30 });
  await wait({ kind: 'report', subject: 'proposal:late' });
  await wait({ kind: 'overdue', subject: 'work-order:alone', due: -50 });
  await wait({ kind: 'order-request', subject: 'work-order:asked', due: 24 });
  await wait({ kind: 'overdue', subject: 'work-order:asked', due: -10 });
  await wait({ kind: 'feedback', subject: 'feedback:soon', due: 48 });
  await wait({ kind: 'feedback', subject: 'feedback:later', due: 200 });
  await wait({ kind: 'feedback', subject: 'feedback:elsewhere', due: 1, areaId: '421003' });
});
afterAll(() => test.dispose());

describe('the moderators’ queue', () => {
  it('shows a matter that waits and is overdue in one row with both marks, by its earliest deadline', async () => {
    const { items } = await queueOf();
    expect(items.map(({ title, kind, overdue, light }) => ({ title, kind, overdue, light }))).toEqual([
      { title: 'work-order:alone', kind: 'overdue', overdue: true, light: 'late' },
      { title: 'proposal:late', kind: 'threshold-reached', overdue: true, light: 'late' },
      { title: 'work-order:asked', kind: 'order-request', overdue: true, light: 'late' },
      { title: 'feedback:soon', kind: 'feedback', overdue: false, light: 'soon' },
      { title: 'feedback:later', kind: 'feedback', overdue: false, light: 'later' },
      { title: 'proposal:late', kind: 'report', overdue: false, light: 'none' },
    ]);
    expect(items[2]?.dueAt).toEqual(inHours(-10));
  });

  it('counts rows, by kind and by deadline, so that the counts agree with what is shown', async () => {
    const { counts } = await queueOf();
    expect(counts).toEqual({
      total: 6,
      kinds: { 'threshold-reached': 1, 'order-request': 1, overdue: 3, report: 1, feedback: 2 },
      lights: { late: 3, soon: 1, later: 1, none: 1 },
    });
    expect(await titles({ kind: 'overdue' })).toHaveLength(3);
    expect(await titles({ kind: 'feedback', light: 'soon' })).toEqual(['feedback:soon']);
    expect(await titles({ light: 'late' })).toHaveLength(3);
  });

  it('is narrowed to an area within the moderator’s own and never beyond', async () => {
    expect(await titles({ areaId: '421002001' })).toHaveLength(6);
    expect(await titles({ areaId: '421003' })).toEqual([]);
    expect(await titles({ areaId: '4210' })).toHaveLength(6);
  });

  it('goes through two hundred in pages without leaving out or repeating one', async () => {
    for (let at = 0; at < 200; at += 1)
      await wait({ kind: 'report', subject: `comment:${at}`, ...(at % 2 ? { due: 30 } : {}) });
    const seen: string[] = [];
    for (let cursor: string | undefined; seen.length < 1000;) {
      const { items, next } = await queueOf({ cursor });
      seen.push(...items.map(({ id }) => id));
      if (next === null) break;
      cursor = next;
    }
    expect(seen).toHaveLength(206);
    expect(new Set(seen).size).toBe(206);
  });

  it('loses no row of the next page where rows of the first are decided meanwhile', async () => {
    const first = await queueOf();
    const { items: before } = await queueOf({ cursor: first.next ?? '' });
    await test.database.transaction((tx) =>
      tx.prisma.queueItem.updateMany({
        where: { id: { in: first.items.slice(0, 10).map(({ id }) => id) } },
        data: { state: 'settled' },
      }),
    );
    const { items: after } = await queueOf({ cursor: first.next ?? '' });
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    for (const cursor of ['x', ':', '99999999999999999:x', `${queuePageSize}`])
      expect((await queueOf({ cursor })).items.length).toBeLessThanOrEqual(queuePageSize);
  });
});
