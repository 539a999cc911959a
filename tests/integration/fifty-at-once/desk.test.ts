import { afterAll, beforeAll, expect, it } from 'vitest';
import { callOf } from '../../factories/calls';
import { makeFeedback } from '../../factories/feedback';
import { makePerson } from '../../factories/proposals';
import { act, makeOffices, makeOrder, stateOf } from '../../factories/work-orders';
import { all, fired, fifty, oneAnd } from '../../setup/at-once';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import type { Context } from '~/domains/context';
import { takeCall } from '~/domains/workorders/intake/take-call.server';
import { bulkDispatch } from '~/domains/workorders/steps/bulk-dispatch.server';
import { resumeSuspended } from '~/domains/workorders/steps/decide-request.server';
import { linkToWorkOrder } from '~/domains/workorders/links/link-matter.server';
import { mergeQuestion } from '~/domains/workorders/steps/merge-orders.server';
import { queueTheUnqueued } from '~/domains/workorders/queue/queue-the-unqueued.server';
import { keepTemplate, templatesFor } from '~/domains/workorders/queue/response-templates.server';
import { officeHoursShown } from '~/domains/workorders/clocks/office-hours.query.server';
import { saveOfficeHours } from '~/domains/workorders/clocks/office-hours.server';
import { saveHolidayYear } from '~/domains/workorders/clocks/set-deadlines.server';

let test: TestContext;
let moderator: Context;
const day = 24 * 3600_000;
beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
  await makePerson(test, 'chief', { role: 'administrator', areaId: '4210' });
  moderator = await test.asPerson('moderator');
});
afterAll(() => test.dispose());

const read = () => test.database.read;
const system = () => test.as('system');
const told = (subjectId: string, type: string) => read().event.count({ where: { subjectId, type } });

it('orders of one list are dispatched once, whoever sends the list', async () => {
  const ids = await Promise.all(fifty.slice(0, 5).map(() => makeOrder(test, { departmentId: '' })));
  const orders = await Promise.all(ids.map((id) => stateOf(test, id)));
  const outcomes: number[] = [];
  const send = async (departmentId: string) => {
    outcomes.push((await bulkDispatch(moderator, { orders, departmentId })).done);
  };
  expect(await fired((at) => send(at % 2 ? 'water' : 'roads'), 10)).toEqual({ done: 10 });
  expect(outcomes.reduce((sum, one) => sum + one, 0)).toBe(5);
  for (const id of ids) expect(await told(id, 'work-order.dispatched')).toBe(1);
});

it('a matter is linked by a number once, and who asks about a merge changes nothing', async () => {
  const [first, second] = [await makeOrder(test), await makeOrder(test)];
  const { number, version } = await stateOf(test, second);
  const subject = { kind: 'feedback' as const, id: await makeFeedback(test, 'asker') };
  const linked = await fired(() => linkToWorkOrder(moderator, subject, number));
  expect(linked).toEqual(oneAnd('work-orders.linked-already'));
  expect(await fired(() => mergeQuestion(moderator, { id: first, number }))).toEqual(all);
  expect((await stateOf(test, first)).version).toBeLessThanOrEqual(version);
});

it('what stood still goes on once, and what stands in no queue is queued once', async () => {
  const id = await makeOrder(test);
  await act(test, 'water-clerk', { id, act: 'accept' });
  await act(test, 'water-clerk', { id, act: 'ask-suspension', reason: '等待配件到货', days: 3 });
  await act(test, 'moderator', { id, act: 'grant-suspension', words: '' });
  test.clock.advance(9 * day);
  expect(await fired(() => resumeSuspended(system()), 10)).toEqual({ done: 10 });
  expect(await told(id, 'work-order.resumed')).toBe(1);
  const before = await read().queuedOrder.count({ where: { workOrderId: id } });
  await test.database.transaction((tx) => tx.prisma.queuedOrder.deleteMany({ where: { workOrderId: id } }));
  expect(await fired(() => queueTheUnqueued(system()), 10)).toEqual({ done: 10 });
  expect(await read().queuedOrder.count({ where: { workOrderId: id } })).toBe(before);
});

it('a template has a name of its own, and is saved by each who asks', async () => {
  const template = { id: '', areaId: '421002', name: '路灯', body: '工单 {{number}} 已收到。' };
  expect(await fired(() => keepTemplate(moderator, template))).toEqual(oneAnd('workbench.name-taken'));
  const { id } = await read().responseTemplate.findFirstOrThrow();
  const [kept] = await templatesFor(moderator, ['421002']);
  expect(kept?.id).toBe(id);
  const change = (at: number) => keepTemplate(moderator, { ...template, id, body: `第 ${at} 版` });
  expect(await fired(change)).toEqual(all);
});

it('a year of holidays is entered by many, and stands there once', async () => {
  const chief = await test.asPerson('chief');
  const year = { year: 2027, source: '本市通知', checked: true };
  const save = (at: number) =>
    saveHolidayYear(chief, { ...year, days: `2027-01-01..2027-01-0${2 + (at % 5)} 休 元旦` });
  expect(await fired(save)).toEqual(all);
  expect(await read().holidayYear.count({ where: { year: 2027 } })).toBe(1);
});

it('working hours are said by many, and stand there once, as one of them has said', async () => {
  const chief = await test.asPerson('chief');
  const { revision } = await officeHoursShown(chief);
  const sayHours = (at: number) =>
    saveOfficeHours(chief, { hours: `0${1 + (at % 8)}:00-17:00`, source: '本市通知', revision });
  expect(await fired(sayHours)).toEqual(oneAnd('saved-meanwhile'));
  expect(await read().officeHours.count()).toBe(1);
});

it('calls that are taken at once each have a number of their own', async () => {
  const numbers: string[] = [];
  const taken = await fired(async (at) => {
    numbers.push((await takeCall(moderator, callOf({ title: `井盖松动 ${at}` }))).number);
  });
  expect([taken, new Set(numbers).size]).toEqual([all, numbers.length]);
});
