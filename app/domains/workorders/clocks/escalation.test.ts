import { inTransaction } from '../../in-transaction.server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { act, answer, makeOffices, makeOrder, stateOf } from '../../../../tests/factories/work-orders';
import { makePerson } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { escalateClock, escalateOverdue } from './escalate-clocks.server';
import { rereadDeadlines } from './reread-deadlines.server';
import { saveHolidayYear, saveLimitRule, saveSuperior } from './set-deadlines.server';
import { workOrderPage } from '../reads/work-order.query.server';

let test: TestContext;
let order: string;
const shanghai = (text: string) => new Date(`${text}:00+08:00`);

beforeEach(async () => {
  test = await testContext();
  await makeOffices(test);
  await makePerson(test, 'chief', { role: 'administrator', areaId: '4210' });
  test.clock.set(shanghai('2026-11-23T09:00'));
  order = await makeOrder(test);
});
afterEach(() => test.dispose());

const escalate = async (at: string) => {
  test.clock.set(shanghai(at));
  await escalateOverdue(test.as('system'));
};
const steps = async () =>
  (await test.database.read.workOrderEscalation.findMany({ orderBy: { id: 'asc' } })).map(
    ({ clock, kind, areaId }) => [clock, kind, areaId],
  );
const told = (type: string) => test.database.read.event.count({ where: { type, subjectId: order } });

it('reminds, tells the superior and goes up to the city, each once', async () => {
  await act(test, 'water-clerk', { id: order, act: 'accept' });
  const chief = await test.asPerson('chief');
  const superior = {
    areaId: '421002001001',
    organisationId: 'water',
    email: 'asker@example.org',
    title: '局长',
  };
  await saveSuperior(chief, superior);
  await escalate('2026-11-26T12:00');
  expect(await steps()).toEqual([]);
  await escalate('2026-11-27T09:00');
  expect(await steps()).toEqual([['resolution', 'reminder', '421002001001']]);
  await escalate('2026-11-27T17:31');
  await escalate('2026-11-27T17:32');
  expect((await steps()).slice(1)).toEqual([['resolution', 'overdue', '421002001001']]);
  expect(await stateOf(test, order)).toMatchObject({ supervisionFor: 'overdue' });
  await escalate('2026-12-03T18:00');
  expect((await steps()).slice(2)).toEqual([
    ['resolution', 'escalated', '421002001'],
    ['resolution', 'escalated', '421002'],
    ['resolution', 'escalated', '4210'],
  ]);
  expect([await told('work-order.due-soon'), await told('work-order.overdue')]).toEqual([1, 1]);
  const rows = await test.database.read.workOrderEscalation.findMany({ orderBy: { id: 'asc' } });
  expect(rows.map((row) => row.personId)).toEqual([null, 'asker', null, null, null]);
  const waiting = await test.database.read.queueItem.count({ where: { kind: 'overdue', subjectId: order } });
  expect(waiting).toBe(1);
});

it('loses none and doubles none when the process is killed in the middle', async () => {
  test.clock.set(shanghai('2026-12-03T18:00'));
  const system = test.as('system');
  const clocks = await test.database.read.workOrderClock.findMany({ where: { endedAt: null } });
  for (const { id } of clocks) {
    const killed = inTransaction(system, async (ctx) => {
      await escalateClock(ctx, id);
      throw new Error('killed');
    });
    await expect(killed).rejects.toThrow('killed');
  }
  expect(await steps()).toEqual([]);
  await Promise.all([escalateOverdue(system), escalateOverdue(system), escalateOverdue(system)]);
  const keys = (await test.database.read.workOrderEscalation.findMany()).map((row) => row.key);
  expect(keys.length).toBe(10);
  expect(new Set(keys).size).toBe(10);
  expect(await told('work-order.escalated')).toBe(6);
  expect(await told('work-order.overdue')).toBe(2);
});

it('reads a step that was noted by another as done, even if nobody noted when the next is due', async () => {
  test.clock.set(shanghai('2026-11-27T17:31'));
  const system = test.as('system');
  await escalateOverdue(system);
  const before = await steps();
  await test.database.transaction((tx) =>
    tx.prisma.workOrderClock.updateMany({ where: {}, data: { nextStepAt: test.clock.now() } }),
  );
  await escalateOverdue(system);
  expect(await steps()).toEqual(before);
});

it('watches an order that lies with nobody, and ends that with the dispatch', async () => {
  const lost = await makeOrder(test, { departmentId: '', title: '无人认领的窨井盖' });
  await escalate('2026-11-23T17:31');
  const kinds = async () =>
    (
      await test.database.read.workOrderEscalation.findMany({
        where: { workOrderId: lost },
        orderBy: { id: 'asc' },
      })
    ).map((row) => [row.clock, row.kind]);
  expect(await kinds()).toEqual([
    ['dispatch', 'reminder'],
    ['dispatch', 'overdue'],
  ]);
  await act(test, 'moderator', { id: lost, act: 'dispatch', departmentId: 'parks' });
  await escalate('2026-11-24T09:05');
  expect((await kinds()).length).toBe(2);
});

it('stands still while suspended, and goes on later by as much', async () => {
  await act(test, 'water-clerk', { id: order, act: 'accept' });
  await act(test, 'water-clerk', { id: order, act: 'ask-suspension', reason: '等待材料到货', days: 10 });
  await act(test, 'moderator', { id: order, act: 'grant-suspension', words: '' });
  await escalate('2026-12-04T09:00');
  expect(await steps()).toEqual([]);
  await act(test, 'water-clerk', { id: order, act: 'resume' });
  // Nine working days of standing still on top of five.
  expect((await stateOf(test, order)).deadlineAt?.getTime()).toBe(
    shanghai('2026-12-10T17:29').getTime() + 58_000,
  );
});

it('gives more time when a coordinator grants it', async () => {
  await act(test, 'water-clerk', { id: order, act: 'accept' });
  await act(test, 'water-clerk', { id: order, act: 'ask-extension', reason: '施工遇到雨天', days: 2 });
  await act(test, 'moderator', { id: order, act: 'grant-extension', words: '' });
  expect((await stateOf(test, order)).deadlineAt).toEqual(shanghai('2026-12-01T17:30'));
});

it('moves running deadlines when a year of holidays is entered, and names a bad line', async () => {
  const chief = await test.asPerson('chief');
  const late = await makeOrder(test, { category: 'safety', title: '跨年的修缮工程' });
  test.clock.set(shanghai('2026-12-29T09:00'));
  await act(test, 'moderator', { id: late, act: 'reassign', departmentId: 'parks', reason: '职责调整' });
  expect((await stateOf(test, late)).deadlineAt?.toISOString().slice(0, 10)).toBe('2027-01-05');
  const year = { year: 2027, source: '本市通知', checked: true };
  const bad = saveHolidayYear(chief, { ...year, days: '2027-01-01 休 元旦\nxx' });
  await expect(bad).rejects.toMatchObject({ field: 'days', params: { line: 2 } });
  expect(await saveHolidayYear(chief, { ...year, days: '2027-01-01..2027-01-03 休 元旦' })).toBe(1);
  expect((await stateOf(test, late)).deadlineAt?.toISOString().slice(0, 10)).toBe('2027-01-06');
  expect((await rereadDeadlines(chief)).moved).toBe(0);
  await expect(
    saveHolidayYear(await test.asPerson('moderator'), { ...year, days: '' }),
  ).rejects.toMatchObject({
    reason: 'work-orders.administrators-only',
  });
});

it('takes the limit of the category and shows its source', async () => {
  const times = { responseTime: 'natural', resolutionTime: 'working' } as const;
  const limit = { category: 'safety', level: '', urgency: '', source: '本区安全条例第3条' } as const;
  await saveLimitRule(await test.asPerson('chief'), {
    ...limit,
    ...times,
    responseHours: 1,
    resolutionDays: 2,
  });
  const id = await makeOrder(test, { category: 'safety' });
  const clocks = await test.database.read.workOrderClock.findMany({
    where: { workOrderId: id, endedAt: null },
    orderBy: { kind: 'desc' },
  });
  expect(clocks.map(({ kind, amount, unit, source }) => [kind, amount, unit, source])).toEqual([
    ['response', 1, 'natural-hours', limit.source],
    ['resolution', 2, 'working-days', limit.source],
  ]);
  const response = clocks.find(({ kind }) => kind === 'response');
  expect(response?.dueAt.getTime()).toBe((response?.startedAt.getTime() ?? 0) + 3_600_000);
  expect((await workOrderPage(test.as('visitor'), id)).clocks).toMatchObject([
    { kind: 'resolution', unit: 'working-days' },
    { kind: 'response', unit: 'natural-hours', missingYears: [] },
  ]);
});

it('lets one of two win who act at once, and tells the other what changed', async () => {
  const { version } = await stateOf(test, order);
  await act(test, 'water-clerk', { id: order, act: 'accept' });
  const late = import('../steps/work-on-order.server').then(async ({ stepWorkOrder }) =>
    stepWorkOrder(await test.asPerson('moderator'), order, {
      act: 'reassign',
      version,
      departmentId: 'roads',
      deadline: undefined,
      reason: '职责调整',
    }),
  );
  await expect(late).rejects.toMatchObject({
    code: 'conflict',
    reason: 'work-orders.changed-meanwhile',
    params: { who: 'water-clerk', what: expect.stringContaining('已接单') as string },
  });
});

it('sends the third handing over to the level above, and keeps who leads until another has accepted', async () => {
  const reason = '不属于本部门职责';
  await act(test, 'water-clerk', { id: order, act: 'ask-return', reason });
  await act(test, 'moderator', { id: order, act: 'grant-return', words: '' });
  expect(await stateOf(test, order)).toMatchObject({ leadId: 'water', departmentId: null });
  await act(test, 'moderator', { id: order, act: 'dispatch', departmentId: 'roads' });
  expect(await stateOf(test, order)).toMatchObject({ leadId: 'water', departmentId: 'roads' });
  await act(test, 'roads-clerk', { id: order, act: 'accept' });
  expect(await stateOf(test, order)).toMatchObject({ leadId: 'roads' });
  await act(test, 'roads-clerk', { id: order, act: 'transfer', departmentId: 'parks', reason });
  await act(test, 'parks-clerk', { id: order, act: 'ask-return', reason });
  await act(test, 'moderator', { id: order, act: 'grant-return', words: '' });
  expect(await stateOf(test, order)).toMatchObject({
    handlingAreaId: '421002001',
    level: 'street',
    returnedCount: 2,
  });
});

it('keeps the lead from reporting until helpers have, or their time is over', async () => {
  await act(test, 'water-clerk', { id: order, act: 'accept' });
  await act(test, 'water-clerk', { id: order, act: 'add-helper', departmentId: 'parks', task: '清理树枝' });
  const report = { id: order, act: 'finish', report: '已经全部办好，现场复核无误。' } as const;
  await expect(act(test, 'water-clerk', report)).rejects.toMatchObject({
    reason: 'work-orders.helpers-missing',
  });
  await act(test, 'parks-clerk', { id: order, act: 'helper-report', words: '树枝已清理' });
  await act(test, 'water-clerk', report);
  await answer(test, order, true);
  expect(await stateOf(test, order)).toMatchObject({ state: 'rated' });
});
