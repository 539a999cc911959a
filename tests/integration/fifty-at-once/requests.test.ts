import { afterAll, beforeAll, expect, it } from 'vitest';
import { act, makeOffices, makeOrder, stepNow } from '../../factories/work-orders';
import { atOnce, fifty } from '../../setup/at-once';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import type { Context } from '~/domains/context';
import { escalateOverdue } from '~/domains/workorders/escalate-clocks.server';
import { stepWorkOrder } from '~/domains/workorders/work-on-order.server';

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
