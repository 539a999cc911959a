import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFeedback } from '../../../../tests/factories/feedback';
import { makePerson } from '../../../../tests/factories/proposals';
import { act, makeOffices, makeOrder, stateOf } from '../../../../tests/factories/work-orders';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { answerCallBack } from './call-back.server';
import { mergeOrders } from './merge-orders.server';
import { nearDuplicatesOf } from '../registering/near-duplicates.query.server';
import { linkToThisOrder, linkToWorkOrder } from '../links/link-matter.server';
import { splitOrder } from './split-order.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
  await makePerson(test, 'neighbour');
});
afterAll(() => test.dispose());

const reason = '同一处路灯';
const linksOf = (id: string) =>
  test.database.read.workOrderLink.findMany({ where: { workOrderId: id }, select: { subjectId: true } });

/** An order with a matter of the neighbour's beside the asker's. */
async function orderOfTwo() {
  const moderator = await test.asPerson('moderator');
  const id = await makeOrder(test, { title: '东门外路灯坏了' });
  const other = await makeFeedback(test, 'neighbour');
  await linkToWorkOrder(moderator, { kind: 'feedback', id: other }, (await stateOf(test, id)).number);
  return { id, other, moderator };
}

it('suggests the near order, merges it, and asks everyone at the call-back of the one that stays', async () => {
  const { id: stays, moderator } = await orderOfTwo();
  const goes = await makeOrder(test, { title: '东门外的路灯坏了两盏' });
  const order = await stateOf(test, goes);
  expect((await nearDuplicatesOf(moderator, order)).map((found) => found.id)).toContain(stays);
  const { number } = await stateOf(test, stays);
  const input = { id: goes, version: order.version, number, reason };
  await expect(mergeOrders(await test.asPerson('roads-clerk'), input)).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(mergeOrders(moderator, { ...input, number: order.number })).rejects.toMatchObject({
    reason: 'work-orders.merge-itself',
  });
  expect(await mergeOrders(moderator, input)).toBe(stays);
  await expect(mergeOrders(moderator, input)).rejects.toMatchObject({ code: 'conflict' });
  expect(await stateOf(test, goes)).toMatchObject({
    state: 'archived',
    mergedIntoId: stays,
    deadlineAt: null,
  });
  expect(await linksOf(goes)).toEqual([]);
  expect(await linksOf(stays)).toHaveLength(3);
  const running = await test.database.read.workOrderClock.count({
    where: { workOrderId: goes, endedAt: null },
  });
  expect(running).toBe(0);
  await act(test, 'water-clerk', { id: stays, act: 'accept' });
  await act(test, 'water-clerk', { id: stays, act: 'finish', report: '路灯已经全部修好，夜间复核过。' });
  const asked = await test.database.read.callBack.findMany({ where: { workOrderId: stays } });
  expect(asked.map((row) => row.personId).sort()).toEqual(['asker', 'neighbour']);
  for (const who of ['asker', 'neighbour'])
    await answerCallBack(await test.asPerson(who), stays, { solved: true, rating: 5, words: '' });
  expect((await stateOf(test, stays)).state).toBe('rated');
});

it('splits some of the matters off into an order that waits for dispatch', async () => {
  const { id, other, moderator } = await orderOfTwo();
  const { version } = await stateOf(test, id);
  const input = { id, version, title: '西门积水', description: '雨后积水', category: 'facilities', reason };
  const all = (await linksOf(id)).map((link) => `feedback:${link.subjectId}`);
  for (const matters of [[], all])
    await expect(splitOrder(moderator, { ...input, matters })).rejects.toMatchObject({
      reason: 'work-orders.split-nothing',
    });
  const fresh = await splitOrder(moderator, { ...input, matters: [`feedback:${other}`] });
  expect(await linksOf(fresh)).toEqual([{ subjectId: other }]);
  expect(await linksOf(id)).toHaveLength(1);
  expect(await stateOf(test, fresh)).toMatchObject({ state: 'registered', splitFromId: id });
});

it('counts a matter of two orders as done with the second, and back when one is reopened', async () => {
  const { id, other } = await orderOfTwo();
  const second = await makeOrder(test, { title: '东门外路灯的电缆' });
  await linkToThisOrder(await test.asPerson('moderator'), {
    id: second,
    subject: { kind: 'feedback', id: other },
  });
  const matter = async () =>
    (await test.database.read.feedback.findUniqueOrThrow({ where: { id: other } })).state;
  const answers = async (order: string, solved: boolean) => {
    for (const who of ['asker', 'neighbour'])
      await answerCallBack(await test.asPerson(who), order, {
        solved,
        rating: solved ? 5 : 1,
        words: '',
      }).catch((error: unknown) => expect(error).toMatchObject({ reason: 'work-orders.not-asked' }));
  };
  const finish = async (order: string) => {
    await act(test, 'water-clerk', { id: order, act: 'accept' });
    await act(test, 'water-clerk', { id: order, act: 'finish', report: '已经全部办好，现场复核无误。' });
  };
  await finish(id);
  expect(await matter()).toBe('dispatched');
  await answers(id, true);
  expect(await matter()).toBe('dispatched');
  await finish(second);
  expect(await matter()).toBe('solved');
  await answers(second, false);
  expect(await matter()).toBe('dispatched');
  await finish(second);
  await answers(second, true);
  expect(await matter()).toBe('evaluated');
});
