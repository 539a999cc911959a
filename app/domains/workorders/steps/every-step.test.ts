import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFeedback } from '../../../../tests/factories/feedback';
import { act, answer, makeOffices, makeOrder, stateOf } from '../../../../tests/factories/work-orders';
import type { PlainStep } from '../../../../tests/factories/work-orders';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { settleCallBacks } from './call-back.server';
import { resumeSuspended } from './decide-request.server';
import { workOrderRows, workOrderStates } from '../lifecycle';
import type { WorkOrderEvent, WorkOrderState } from '../lifecycle';
import { linkToWorkOrder } from '../links/link-matter.server';
import { mergeOrders } from './merge-orders.server';
import { splitOrder } from './split-order.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
});
afterAll(() => test.dispose());

const reason = '不属于本部门职责';
const later = () => new Date(test.clock.now().getTime() + 3_600_000);
const day = 24 * 3_600_000;

/** Each step of a person, complete, and who takes it. */
const steps: Partial<Record<WorkOrderEvent, () => [string, PlainStep]>> = {
  refuse: () => ['moderator', { act: 'refuse', ground: 'in-court', words: reason }],
  dispatch: () => ['moderator', { act: 'dispatch', departmentId: 'water' }],
  assign: () => ['moderator', { act: 'assign', departmentId: 'water', reason }],
  reassign: () => ['moderator', { act: 'reassign', departmentId: 'roads', reason }],
  accept: () => ['water-clerk', { act: 'accept' }],
  'ask-return': () => ['water-clerk', { act: 'ask-return', reason }],
  'grant-return': () => ['moderator', { act: 'grant-return', words: '' }],
  'refuse-return': () => ['moderator', { act: 'refuse-return', words: reason }],
  transfer: () => ['water-clerk', { act: 'transfer', departmentId: 'roads', reason }],
  'transfer-up': () => ['water-clerk', { act: 'transfer-up', reason }],
  'add-helper': () => ['water-clerk', { act: 'add-helper', departmentId: 'parks', task: '清理树枝' }],
  'helper-report': () => ['parks-clerk', { act: 'helper-report', words: '树枝已清理' }],
  'ask-extension': () => ['water-clerk', { act: 'ask-extension', reason, days: 3 }],
  'grant-extension': () => ['moderator', { act: 'grant-extension', words: '' }],
  'refuse-extension': () => ['moderator', { act: 'refuse-extension', words: reason }],
  'ask-suspension': () => ['water-clerk', { act: 'ask-suspension', reason, days: 2 }],
  'grant-suspension': () => ['moderator', { act: 'grant-suspension', words: '' }],
  'refuse-suspension': () => ['moderator', { act: 'refuse-suspension', words: reason }],
  resume: () => ['water-clerk', { act: 'resume' }],
  'pass-up': () => ['moderator', { act: 'pass-up', reason, tried: '已两次上门协调' }],
  delegate: () => ['mayor', { act: 'delegate', areaId: '421002001001001', means: '拨付专项经费五千元' }],
  whistle: () => [
    'moderator',
    { act: 'whistle', departmentIds: ['parks'], place: '东门', meetsAt: later(), purpose: '现场会商' },
  ],
  'report-in': () => ['parks-clerk', { act: 'report-in', words: '已到' }],
  'close-whistle': () => ['moderator', { act: 'close-whistle', words: '当场定下方案' }],
  supervise: () => ['moderator', { act: 'supervise', ground: 'wide-harm', words: '' }],
  finish: () => [
    'water-clerk',
    { act: 'finish', report: '施工已改到白天，现场复核无误。', measures: '约谈' },
  ],
  archive: () => ['moderator', { act: 'archive' }],
};

/** Merging and splitting are forms of their own beside the steps. */
const others = {
  merge: async (id: string, who: string) => {
    const { number } = await stateOf(test, await makeOrder(test));
    return mergeOrders(await test.asPerson(who), {
      id,
      version: (await stateOf(test, id)).version,
      number,
      reason,
    });
  },
  split: async (id: string, who: string) => {
    const [first] = await test.database.read.workOrderLink.findMany({ where: { workOrderId: id } });
    const matters = [`feedback:${first?.subjectId}`];
    const { version } = await stateOf(test, id);
    const words = { title: '另一件事', description: '另一件事', category: 'other', reason };
    return splitOrder(await test.asPerson(who), { id, version, matters, ...words });
  },
};
const isOther = (event: string): event is keyof typeof others => event in others;

async function take(id: string, event: WorkOrderEvent): Promise<void> {
  if (isOther(event)) {
    await others[event](id, 'moderator');
    return;
  }
  const step = steps[event]?.();
  if (!step) throw new Error(`No person takes ${event}`);
  await act(test, step[0], { id, ...step[1] });
}

/** The steps that lead a fresh order, dispatched to nobody, into a state. */
const ways: Record<WorkOrderState, WorkOrderEvent[]> = {
  registered: [],
  'not-accepted': ['refuse'],
  dispatched: ['dispatch'],
  'return-asked': ['dispatch', 'ask-return'],
  returned: ['dispatch', 'ask-return', 'grant-return'],
  accepted: ['dispatch', 'accept'],
  suspended: ['dispatch', 'accept', 'ask-suspension', 'grant-suspension'],
  done: ['dispatch', 'accept', 'finish'],
  solved: ['dispatch', 'accept', 'finish'],
  rated: ['dispatch', 'accept', 'finish'],
  archived: ['dispatch', 'accept', 'finish'],
};

async function reach(state: WorkOrderState): Promise<string> {
  const id = await makeOrder(test, { departmentId: '' });
  for (const event of ways[state]) await take(id, event);
  if (state === 'solved') await beSilent();
  if (state === 'rated' || state === 'archived') await answer(test, id, true);
  if (state === 'archived') await take(id, 'archive');
  expect((await stateOf(test, id)).state).toBe(state);
  return id;
}

/** Seven days later nobody has said anything. */
async function beSilent(): Promise<void> {
  const now = test.clock.now();
  test.clock.set(new Date(now.getTime() + 8 * day));
  await settleCallBacks(test.as('system'));
  test.clock.set(now);
}

/** What must have happened before a step beside the state; taken where the state allows it. */
async function prepare(id: string, event: WorkOrderEvent, state: WorkOrderState): Promise<void> {
  const asked = /^(?:grant|refuse)-(extension|suspension)$/.exec(event)?.[1];
  if (asked) await take(id, `ask-${asked as 'extension' | 'suspension'}`);
  if (event === 'transfer-up')
    await test.database.transaction((tx) =>
      tx.prisma.workOrder.update({ where: { id }, data: { returnedCount: 2 } }),
    );
  if (event === 'split') await hangAnother(id);
  if (event === 'helper-report' && state === 'suspended') {
    await take(id, 'resume');
    await take(id, 'add-helper');
    await take(id, 'ask-suspension');
    await take(id, 'grant-suspension');
  } else if (event === 'helper-report') await take(id, 'add-helper');
  if (event === 'report-in' || event === 'close-whistle') await blowBefore(id);
}

/** An order with one matter cannot be split. */
async function hangAnother(workOrderId: string): Promise<void> {
  const number = (await stateOf(test, workOrderId)).number;
  const subject = { kind: 'feedback' as const, id: await makeFeedback(test, 'asker') };
  await linkToWorkOrder(await test.asPerson('moderator'), subject, number);
}

/** A whistle blown in an earlier state is open still in the states in which none is blown. */
async function blowBefore(id: string): Promise<void> {
  const { state } = await stateOf(test, id);
  await test.database.transaction(async (tx) => {
    const whistle = { id: `w${id}`.slice(0, 26), workOrderId: id, areaId: '421002001001', place: '东门' };
    await tx.prisma.whistle.create({
      data: {
        ...whistle,
        meetsAt: later(),
        purpose: '会商',
        blownBy: 'moderator',
        blownAt: test.clock.now(),
      },
    });
    await tx.prisma.whistleCall.create({ data: { whistleId: whistle.id, departmentId: 'parks' } });
  });
  expect(workOrderStates).toContain(state);
}

const paths = workOrderRows
  .filter((row) => steps[row.event] ?? isOther(row.event))
  .flatMap((row) =>
    row.from.map((from) => ({ event: row.event, from, to: row.to === 'same' ? from : row.to })),
  );

/** Rows that no person takes by a step: answering the call-back takes them, which the next test does. */
const byCallBack = ['confirm', 'reopen', 'archive-unsolved', 'rate'];

it('leaves no row of the table out', () => {
  const reached = new Set<string>([...paths.map(({ event }) => event), ...byCallBack]);
  expect(workOrderRows.map(({ event }) => event).filter((event) => !reached.has(event))).toEqual([]);
});

describe('every path of the table', () => {
  it.each(paths)('$event leads from $from to $to', async ({ event, from, to }) => {
    const id = await reach(from);
    await prepare(id, event, from);
    const before = await test.database.read.event.count({ where: { subjectId: id } });
    await take(id, event);
    expect((await stateOf(test, id)).state).toBe(to);
    expect(await test.database.read.event.count({ where: { subjectId: id } })).toBeGreaterThan(before);
  });

  it('leads from done to solved, rated, back or to the archive, as those who asked say', async () => {
    const rated = await reach('done');
    await answer(test, rated, true);
    expect((await stateOf(test, rated)).state).toBe('rated');
    const silent = await reach('done');
    await beSilent();
    expect((await stateOf(test, silent)).state).toBe('solved');
    const again = await reach('done');
    await answer(test, again, false);
    expect(await stateOf(test, again)).toMatchObject({
      state: 'dispatched',
      reopenedCount: 1,
      supervisionFor: 'should-be-solved',
    });
    await take(again, 'accept');
    await take(again, 'finish');
    await answer(test, again, false);
    expect((await stateOf(test, again)).state).toBe('archived');
  });

  it('resumes by itself when the time of standing still is over', async () => {
    const id = await reach('suspended');
    const now = test.clock.now();
    test.clock.set(new Date(now.getTime() + 6 * day));
    await resumeSuspended(test.as('system'));
    test.clock.set(now);
    expect(await stateOf(test, id)).toMatchObject({ state: 'accepted', suspendedAt: null });
  });
});

describe('every path that the table has not', () => {
  it.each([...workOrderStates])('is refused from %s', async (state) => {
    const id = await reach(state);
    const before = await stateOf(test, id);
    const outside = [...Object.keys(steps), ...Object.keys(others)].filter(
      (event) => !workOrderRows.some((row) => row.event === event && row.from.includes(state)),
    ) as WorkOrderEvent[];
    for (const event of outside)
      await expect(take(id, event), event).rejects.toMatchObject({ code: 'wrong-state' });
    expect(await stateOf(test, id)).toEqual(before);
  });

  it('is refused to whoever is not the party', async () => {
    for (const { event, from } of paths) {
      if (['helper-report', 'report-in'].includes(event)) continue;
      const [, step] = steps[event]?.() ?? [];
      if (from !== workOrderRows.find((row) => row.event === event)?.from[0]) continue;
      const id = await reach(from);
      await prepare(id, event, from);
      for (const stranger of ['asker', 'roads-clerk']) {
        const tried = isOther(event)
          ? others[event](id, stranger)
          : step && act(test, stranger, { id, ...step });
        await expect(tried, event).rejects.toMatchObject({ code: 'forbidden' });
      }
    }
  });
});
