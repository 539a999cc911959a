import { afterAll, beforeAll, expect, it } from 'vitest';
import { act, makeOffices, makeOrder, stateOf } from '../../../../tests/factories/work-orders';
import { makePerson } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { enterResponsibility } from '../../responsibility/keep-list.server';
import { bulkDispatch } from '../steps/bulk-dispatch.server';
import { addNote, notesOf } from '../notes.server';
import { orderQueue, queueCounts, queueIn, scopeAsked } from './queue.query.server';
import { queueTheUnqueued } from './queue-the-unqueued.server';
import { filledTemplate, keepTemplate, templatesFor } from './response-templates.server';
import { workbenchOrder } from './workbench.query.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
  await makePerson(test, 'elsewhere', { role: 'moderator', areaId: '421003' });
});
afterAll(() => test.dispose());

const district = { kind: 'area', id: '421002' } as const;
const queueOf = async (id: string) =>
  (
    await test.database.read.queuedOrder.findMany({ where: { workOrderId: id }, orderBy: { scope: 'asc' } })
  ).map((row) => `${row.scope} ${row.queue}`);
const areas = (queue: string) =>
  ['4210', '421002', '421002001', '421002001001'].map((id) => `area:${id} ${queue}`);

it('follows each step of an order through the queues of its areas and its department', async () => {
  const id = await makeOrder(test, { departmentId: '' });
  expect(await queueOf(id)).toEqual(areas('dispatch'));
  await act(test, 'moderator', { id, act: 'dispatch', departmentId: 'water', deadline: undefined });
  expect(await queueOf(id)).toEqual([...areas('work'), 'department:water work']);
  await act(test, 'water-clerk', { id, act: 'accept' });
  await act(test, 'water-clerk', { id, act: 'ask-extension', reason: '等待配件到货', days: 3 });
  expect(await queueOf(id)).toEqual([...areas('review'), 'department:water review']);
  await act(test, 'moderator', {
    id,
    act: 'reassign',
    departmentId: 'roads',
    reason: '改由道路部门',
    deadline: undefined,
  });
  expect(await queueOf(id)).toEqual([...areas('work'), 'department:roads work']);
  await act(test, 'roads-clerk', { id, act: 'accept' });
  await act(test, 'roads-clerk', { id, act: 'finish', report: '已经全部修好，复核无误。' });
  expect(await queueOf(id)).toEqual([...areas('call-back'), 'department:roads call-back']);
  await test.database.transaction((tx) => tx.prisma.queuedOrder.deleteMany({ where: { workOrderId: id } }));
  expect(await queueTheUnqueued(test.as('system'))).toBe(1);
  expect(await queueOf(id)).toHaveLength(5);
});

it('shows the most urgent first, page by page without gap or double, with bounded counts', async () => {
  const made: string[] = [];
  for (let index = 0; index < 33; index += 1) {
    test.clock.set(new Date(test.clock.now().getTime() + 1000));
    const urgency = index === 30 ? 'urgent' : 'normal';
    made.push(await makeOrder(test, { departmentId: '', category: 'commerce', urgency }));
  }
  const ctx = await test.asPerson('moderator');
  const asked = { scope: district, queue: 'dispatch', category: 'commerce' } as const;
  const first = await orderQueue(ctx, asked);
  expect(first.items[0]?.id).toBe(made[30]);
  expect(first.items).toHaveLength(30);
  const second = await orderQueue(ctx, { ...asked, cursor: first.next });
  expect(second.next).toBeNull();
  const seen = [...first.items, ...second.items].map((item) => item.id);
  expect([...seen].sort()).toEqual([...made].sort());
  const dispatch = (await queueCounts(ctx, district)).find((row) => row.queue === 'dispatch');
  expect(dispatch?.total).toBe(33);
  expect(dispatch?.levels).toEqual({ community: 33 });
  expect((await orderQueue(ctx, { ...asked, level: 'street' })).items).toEqual([]);
  expect(
    (await orderQueue(ctx, { ...asked, lateAt: test.clock.now() })).items.map((item) => item.id),
  ).toEqual([made[30]]);
});

it('opens only the queues of the own areas and departments', async () => {
  const moderator = (await test.asPerson('moderator')).actor;
  expect(scopeAsked(moderator, null)).toEqual(district);
  expect(scopeAsked(moderator, '421002001')).toEqual({ kind: 'area', id: '421002001' });
  for (const asked of ['421003', '4210', 'water'])
    expect(() => scopeAsked(moderator, asked)).toThrow('workbench.staff-only');
  expect(scopeAsked((await test.asPerson('water-clerk')).actor, null)).toEqual({
    kind: 'department',
    id: 'water',
  });
  const asker = (await test.asPerson('asker')).actor;
  expect(() => scopeAsked(asker, null)).toThrow('workbench.staff-only');
});

it('opens for a clerk who holds the role of staff on the queue of the department, and shows the orders of the area', async () => {
  await test.database.transaction((tx) =>
    tx.prisma.roleHeld.create({
      data: {
        ...{ id: 'staff-of-area', personId: 'roads-clerk', role: 'staff', areaId: '421002' },
        createdAt: test.clock.now(),
      },
    }),
  );
  const ctx = await test.asPerson('roads-clerk');
  const first = scopeAsked(ctx.actor, null);
  expect([first, queueIn(ctx.actor, first, null)]).toEqual([{ kind: 'department', id: 'roads' }, 'work']);
  expect(queueIn(ctx.actor, first, 'dispatch')).toBe('work');
  expect(queueIn(ctx.actor, first, 'call-back')).toBe('call-back');
  expect(queueIn(ctx.actor, scopeAsked(ctx.actor, '421002'), null)).toBe('work');
  const { actor } = await test.asPerson('moderator');
  expect(queueIn(actor, district, null)).toBe('dispatch');
  const id = await makeOrder(test);
  expect(await workbenchOrder(ctx, { id, templateId: null, categoryName: String })).toMatchObject({
    notes: [],
  });
  await expect(
    workbenchOrder(await test.asPerson('parks-clerk'), { id, templateId: null, categoryName: String }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  await test.database.transaction((tx) => tx.prisma.roleHeld.delete({ where: { id: 'staff-of-area' } }));
});

it('dispatches several by the list, and says which stay', async () => {
  const moderator = await test.asPerson('moderator');
  await enterResponsibility(moderator, {
    areaId: '421002',
    category: 'greening',
    level: '',
    departmentId: 'parks',
    basis: '城市绿化条例',
    days: undefined,
    reason: '公布清单',
  });
  const listed = await makeOrder(test, { departmentId: '', category: 'greening' });
  const stale = await makeOrder(test, { departmentId: '', category: 'greening' });
  const unlisted = await makeOrder(test, { departmentId: '', category: 'other' });
  const outcome = await bulkDispatch(moderator, {
    orders: [
      { id: listed, version: 1 },
      { id: stale, version: 9 },
      { id: unlisted, version: 1 },
    ],
    departmentId: '',
  });
  expect(outcome.done).toBe(1);
  expect(outcome.refused.map(({ id, error }) => [id, error.reason ?? error.code])).toEqual([
    [stale, 'work-orders.changed-meanwhile'],
    [unlisted, 'responsibility.no-department'],
  ]);
  expect(await stateOf(test, listed)).toMatchObject({ state: 'dispatched', departmentId: 'parks' });
});

it('keeps notes among those who work on the order, and tells whom they mention', async () => {
  const id = await makeOrder(test);
  const moderator = await test.asPerson('moderator');
  await addNote(moderator, { workOrderId: id, body: '@water-clerk 请先联系住户', fileIds: [] });
  for (const who of ['asker', 'roads-clerk', 'elsewhere'])
    await expect(
      addNote(await test.asPerson(who), { workOrderId: id, body: '路过', fileIds: [] }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  expect((await notesOf(await test.asPerson('water-clerk'), id)).map((note) => note.author)).toEqual([
    'moderator',
  ]);
  await expect(notesOf(await test.asPerson('asker'), id)).rejects.toMatchObject({ code: 'forbidden' });
  const told = await test.database.read.event.findFirst({
    where: { subjectId: id, type: 'work-order.mentioned' },
  });
  expect(told?.isPublic).toBe(false);
  expect(JSON.parse(told?.privateData ?? '{}')).toMatchObject({ personIds: ['water-clerk'] });
});

it('takes mentions in notes as in comments: full-width signs, no mail addresses, no quotations', async () => {
  const id = await makeOrder(test);
  const moderator = await test.asPerson('moderator');
  await addNote(moderator, { workOrderId: id, body: '> @roads-clerk 说过\na@water-clerk.cn', fileIds: [] });
  const mentioned = { subjectId: id, type: 'work-order.mentioned' };
  expect(await test.database.read.event.count({ where: mentioned })).toBe(0);
  await addNote(moderator, { workOrderId: id, body: '请＠water-clerk 联系住户', fileIds: [] });
  const told = await test.database.read.event.findFirst({ where: mentioned });
  expect(JSON.parse(told?.privateData ?? '{}')).toMatchObject({ personIds: ['water-clerk'] });
});

it('fills templates for an order, and refuses what it has no value for', async () => {
  const moderator = await test.asPerson('moderator');
  const template = {
    id: '',
    areaId: '421002',
    name: '路灯',
    body: '工单 {{number}} 由{{department}}办理，{{area}}。',
  };
  await expect(keepTemplate(moderator, { ...template, body: '请拨打 {{phone}} 联系' })).rejects.toMatchObject(
    {
      reason: 'workbench.unknown-place',
    },
  );
  await keepTemplate(moderator, template);
  await expect(keepTemplate(moderator, template)).rejects.toMatchObject({ reason: 'workbench.name-taken' });
  const [kept] = await templatesFor(await test.asPerson('moderator'), ['421002001']);
  const order = await stateOf(test, await makeOrder(test));
  const given = { templateId: kept?.id ?? '', order, categoryName: '环境' };
  expect(await filledTemplate(moderator, given)).toBe(`工单 ${order.number} 由water办理，青石社区。`);
  const waiting = await stateOf(test, await makeOrder(test, { departmentId: '' }));
  await expect(filledTemplate(moderator, { ...given, order: waiting })).rejects.toMatchObject({
    reason: 'workbench.missing-value',
    params: { place: 'department' },
  });
});
