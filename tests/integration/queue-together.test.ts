import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFeedback } from '../factories/feedback';
import { makePerson } from '../factories/proposals';
import { makeOffices } from '../factories/work-orders';
import { testContext } from '../setup/context';
import type { TestContext } from '../setup/context';
import { decideQueueItem, decideQueueItems } from '~/domains/insights/decide-queue-item.server';
import { dispatchQueueItems } from '~/domains/insights/dispatch-queue-items.server';
import { claimQueueItem, moderationQueue, releaseQueueItem } from '~/domains/moderation/index.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
  await makePerson(test, 'asker-of-many');
  await makePerson(test, 'second', { role: 'moderator', areaId: '421002' });
  await makePerson(test, 'elsewhere', { role: 'moderator', areaId: '43' });
});
afterAll(() => test.dispose());

async function queued(title: string, change: object = {}): Promise<string> {
  const subjectId = await makeFeedback(test, 'asker-of-many', { title, ...change });
  return (await test.database.read.queueItem.findFirstOrThrow({ where: { subjectId, kind: 'feedback' } })).id;
}
const moderator = () => test.asPerson('moderator');
const second = () => test.asPerson('second');

describe('a claim', () => {
  it('of one among twenty who take an item at once holds, and nobody else decides on it meanwhile', async () => {
    const id = await queued('楼道灯坏了');
    const [one, other] = [await moderator(), await second()];
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, (_, at) => claimQueueItem(at % 2 ? one : other, id)),
    );
    const { assignedTo } = await test.database.read.queueItem.findUniqueOrThrow({ where: { id } });
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    const [holder, waiting] = assignedTo === 'moderator' ? [one, other] : [other, one];
    const verdict = { id, approve: true, reason: '已经安排维修' };
    await expect(decideQueueItem(waiting, verdict)).rejects.toMatchObject({ reason: 'moderation.claimed' });
    await expect(releaseQueueItem(waiting, id)).rejects.toMatchObject({ reason: 'moderation.not-claimed' });
    await decideQueueItem(holder, verdict);
  });

  it('lapses, can be given back, and is for moderators of the area alone', async () => {
    const id = await queued('井盖松了');
    await expect(claimQueueItem(await test.asPerson('elsewhere'), id)).rejects.toMatchObject({
      reason: 'not-moderator',
    });
    await claimQueueItem(await moderator(), id);
    await releaseQueueItem(await moderator(), id);
    await claimQueueItem(await second(), id);
    test.clock.advance(31 * 60_000);
    await decideQueueItem(await moderator(), { id, approve: true, reason: '已经安排维修' });
  });
});

describe('many at once', () => {
  it('are searched by their words, whatever signs these hold', async () => {
    await queued('健身器材坏了 100%_坏');
    await queued('健身器材少了一件');
    const found = async (words: string) =>
      (await moderationQueue(await moderator(), { words })).items.map(({ title }) => title);
    expect(await found('健身器材')).toHaveLength(2);
    expect(await found('100%_')).toEqual(['健身器材坏了 100%_坏']);
    expect(await found('%')).toEqual(['健身器材坏了 100%_坏']);
    expect((await moderationQueue(await moderator(), { words: '健身器材' })).counts.total).toBe(2);
  });

  it('become orders, each one; what is refused is named with its reason', async () => {
    const open = [await queued('东门路灯不亮'), await queued('西门路灯不亮')];
    const confidential = await queued('三楼的家事', { isPublic: false });
    const claimed = await queued('南门路灯不亮');
    await claimQueueItem(await second(), claimed);
    const digest = 'the-form';
    const ctx = { ...(await moderator()), formDigest: () => Promise.resolve(digest) };
    const ids = [...open, confidential, claimed];
    const outcome = await dispatchQueueItems(ctx, ids, 'water');
    expect(outcome.done).toBe(2);
    expect(outcome.refused.map(({ title, error }) => [title, error.reason])).toEqual([
      ['三楼的家事', 'moderation.needs-own-words'],
      ['南门路灯不亮', 'moderation.claimed'],
    ]);
    const orders = await test.database.read.workOrder.findMany({
      where: { title: { contains: '门路灯不亮' } },
    });
    expect(orders.map(({ title, departmentId }) => [title, departmentId]).sort()).toEqual([
      ['东门路灯不亮', 'water'],
      ['西门路灯不亮', 'water'],
    ]);
    const again = await dispatchQueueItems(ctx, open, 'water');
    expect(again.refused.map(({ error }) => error.reason)).toEqual(['already-decided', 'already-decided']);
  });

  it('become orders beside one whose words are too short for one, which is named and stays unclaimed', async () => {
    const [short, terse] = [await queued('灯坏'), await queued('北门路灯不亮', { body: '坏了' })];
    const other = await queued('北门井盖松动');
    const outcome = await dispatchQueueItems(await moderator(), [short, terse, other], 'water');
    expect(outcome.done).toBe(1);
    expect(outcome.refused.map(({ title, error }) => [title, error.reason])).toEqual([
      ['灯坏', 'moderation.words-too-short'],
      ['北门路灯不亮', 'moderation.words-too-short'],
    ]);
    const items = await test.database.read.queueItem.findMany({ where: { id: { in: [short, terse] } } });
    expect(items.map(({ state, assignedTo }) => [state, assignedTo])).toEqual([
      ['open', null],
      ['open', null],
    ]);
  });

  it('are decided with one reason, and of another area none is named', async () => {
    const mine = await queued('花坛垃圾');
    const outcome = await decideQueueItems(await test.asPerson('elsewhere'), [mine], {
      ...{ approve: true, reason: '已经清理' },
    });
    expect(outcome).toMatchObject({ done: 0, refused: [{ title: '' }] });
    expect(
      await decideQueueItems(await moderator(), [mine, 'unknown'], { approve: true, reason: '已经清理' }),
    ).toMatchObject({ done: 1, refused: [{ id: 'unknown', error: { code: 'not-found' } }] });
  });
});
