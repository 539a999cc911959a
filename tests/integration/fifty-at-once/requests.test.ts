import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFinishedCall, questionOf } from '../../factories/calls';
import { act, makeOffices, makeOrder, stepNow } from '../../factories/work-orders';
import { atOnce, fifty } from '../../setup/at-once';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import type { Context } from '~/domains/context';
import { escalateOverdue } from '~/domains/workorders/clocks/escalate-clocks.server';
import { recordCallBack } from '~/domains/workorders/intake/record-call-back.server';
import { stepWorkOrder } from '~/domains/workorders/steps/work-on-order.server';

let test: TestContext;
let moderator: Context;
beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
  moderator = await test.asPerson('moderator');
});
afterAll(() => test.dispose());

it('a request is asked once and decided once', async () => {
  const id = await makeOrder(test);
  await act(test, 'water-clerk', { id, act: 'accept' });
  const clerk = await test.asPerson('water-clerk');
  const asked = await stepNow(test, id, {
    act: 'ask-extension',
    reason: '材料未到，需要延期',
    days: 3,
  } as never);
  expect((await atOnce(fifty, () => stepWorkOrder(clerk, id, asked))).ok).toHaveLength(1);
  const [grant, refuse] = await Promise.all([
    stepNow(test, id, { act: 'grant-extension', words: '' } as never),
    stepNow(test, id, { act: 'refuse-extension', words: '时间足够，不予延期' } as never),
  ]);
  const decided = await atOnce(fifty, (at) => stepWorkOrder(moderator, id, at % 2 === 0 ? grant : refuse));
  expect([decided.ok.length, decided.refused]).toEqual([1, { 'work-orders.changed-meanwhile': 49 }]);
  const state = { in: ['granted', 'refused'] };
  expect(await test.database.read.workOrderRequest.count({ where: { workOrderId: id, state } })).toBe(1);
});

it('what is overdue is told once, whichever timers find it', async () => {
  const ids = await Promise.all(fifty.slice(0, 10).map(() => makeOrder(test, { departmentId: '' })));
  test.clock.set(new Date(test.clock.now().getTime() + 5 * 24 * 3600_000));
  await atOnce(fifty.slice(0, 5), () => escalateOverdue(test.as('system')));
  const overdue = { subjectId: { in: ids } };
  expect(await test.database.read.event.count({ where: { ...overdue, type: 'work-order.overdue' } })).toBe(
    10,
  );
  expect(await test.database.read.queueItem.count({ where: { ...overdue, kind: 'overdue' } })).toBe(10);
});

it('a caller is asked once, whoever writes down the answer', async () => {
  const id = await makeFinishedCall(test);
  const callBackId = await questionOf(test, id);
  const words = { reached: 'yes', callBackId, contacted: true, words: '修好了' } as const;
  const { ok, refused } = await atOnce(fifty, (at) =>
    recordCallBack(moderator, id, { ...words, solved: at % 2 === 0, rating: 3 }),
  );
  expect([ok.length, refused]).toEqual([1, { 'work-orders.caller-answered': 49 }]);
  expect(await test.database.read.callBack.count({ where: { workOrderId: id } })).toBe(1);
});

it('a call in vain is written down once, whoever writes it down at the same time', async () => {
  const id = await makeFinishedCall(test, { title: '西门路灯不亮' });
  const callBackId = await questionOf(test, id);
  const { ok } = await atOnce(fifty, () => recordCallBack(moderator, id, { reached: 'no', callBackId }));
  expect(ok).toHaveLength(50);
  expect(await test.database.read.callBack.findUnique({ where: { id: callBackId } })).toMatchObject({
    tries: 1,
  });
  const told = { type: 'work-order.caller-not-reached', subjectId: id };
  expect(await test.database.read.event.count({ where: told })).toBe(1);
});
