import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFeedback } from '../../factories/feedback';
import { makePerson } from '../../factories/proposals';
import {
  act,
  makeFinished,
  makeOffices,
  makeOrder,
  makeOrderOf,
  stateOf,
  stepNow,
} from '../../factories/work-orders';
import { atOnce, fifty } from '../../setup/at-once';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import type { Context } from '~/domains/context';
import { deactivateOrganisation } from '~/domains/organisations/deactivate-organisation.server';
import { dispatchQueueItems } from '~/domains/insights/dispatch-queue-items.server';
import { answerCallBack, settleCallBacks } from '~/domains/workorders/steps/call-back.server';
import { linkToThisOrder } from '~/domains/workorders/links/link-matter.server';
import { mergeOrders } from '~/domains/workorders/steps/merge-orders.server';
import { registerWorkOrder } from '~/domains/workorders/registering/register-work-order.server';
import type { WorkOrderStep } from '~/domains/workorders/schema';
import { splitOrder } from '~/domains/workorders/steps/split-order.server';
import { stepWorkOrder } from '~/domains/workorders/steps/work-on-order.server';

let test: TestContext;
let moderator: Context;
beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
  await makePerson(test, 'neighbour');
  moderator = await test.asPerson('moderator');
});
afterAll(() => test.dispose());

const undispatched = { departmentId: '' };
const reason = '同一处路灯';
const isOpen = { state: { in: ['registered', 'dispatched', 'accepted'] } };

/** So many orders, each about a matter of its own. */
function makeOrders(count: number, change = {}): Promise<string[]> {
  return Promise.all(
    fifty
      .concat(50)
      .slice(0, count)
      .map(() => makeOrder(test, change)),
  );
}

const stepOf = (id: string, step: Omit<WorkOrderStep, 'version'>) => stepNow(test, id, step);
const orderOf = (people: readonly string[]) => makeOrderOf(test, people);
const finished = (people: readonly string[]) => makeFinished(test, people);

describe('what waits for moderators', () => {
  it('becomes one order, however often it is made one at once', async () => {
    const subjectId = await makeFeedback(test, 'asker');
    const { id } = await test.database.read.queueItem.findFirstOrThrow({ where: { subjectId } });
    const { ok } = await atOnce(fifty, () => dispatchQueueItems(moderator, [id], 'water'));
    expect(ok.some(({ done }) => done === 1)).toBe(true);
    expect(await test.database.read.workOrderLink.count({ where: { subjectId } })).toBe(1);
  });
});

describe('orders', () => {
  it('registered at once have numbers without a gap or double, and none is refused', async () => {
    const matters = await Promise.all(fifty.map(() => makeFeedback(test, 'asker')));
    const { ok, refused } = await atOnce(matters, (subjectId) =>
      registerWorkOrder(moderator, {
        subjectKind: 'feedback',
        subjectId,
        title: '东门外夜间施工扰民',
        description: '请协调施工时间。',
        category: 'environment',
        departmentId: 'water',
        externalNumber: '',
        deadline: undefined,
        urgency: 'normal',
      }),
    );
    expect(refused).toEqual({});
    const rows = await test.database.read.workOrder.findMany({ where: { id: { in: ok } } });
    const serials = rows.map((row) => Number(row.number.slice(10))).sort((a, b) => a - b);
    expect(serials).toEqual(fifty.map((at) => at + (serials[0] ?? 0)));
    expect(new Set(rows.map((row) => row.number.slice(0, 10)))).toEqual(new Set(['GZ20261124']));
  });

  it('of one matter are one order: the others are told that it hangs there or has moved on', async () => {
    const subjectId = await makeFeedback(test, 'asker');
    const { ok } = await atOnce(fifty.slice(0, 10), () =>
      registerWorkOrder(moderator, {
        subjectKind: 'feedback',
        subjectId,
        title: '东门外夜间施工扰民',
        description: '请协调施工时间。',
        category: 'environment',
        departmentId: '',
        externalNumber: 'SZ-7',
        deadline: undefined,
        urgency: 'normal',
      }),
    );
    expect(ok).toHaveLength(1);
  });

  it('are dispatched, each by itself', async () => {
    const ids = await makeOrders(50, undispatched);
    const steps = await Promise.all(
      ids.map((id) => stepOf(id, { act: 'dispatch', departmentId: 'water' } as never)),
    );
    const { ok, refused } = await atOnce(fifty, (at) =>
      stepWorkOrder(moderator, ids[at] ?? '', steps[at] as WorkOrderStep),
    );
    expect([ok.length, refused]).toEqual([50, {}]);
    const running = await test.database.read.workOrderClock.groupBy({
      by: ['kind'],
      where: { endedAt: null, workOrderId: { in: ids } },
      _count: true,
    });
    expect(running.map(({ kind, _count }) => [kind, _count]).sort()).toEqual([
      ['resolution', 50],
      ['response', 50],
    ]);
  });

  it('one and the same is dispatched once, accepted once, finished once; the others hear who was first', async () => {
    const [id = ''] = await makeOrders(1, undispatched);
    const clerk = await test.asPerson('water-clerk');
    const steps = [
      [moderator, { act: 'dispatch', departmentId: 'water' }],
      [clerk, { act: 'accept' }],
      [clerk, { act: 'finish', report: '路灯已经全部修好，夜间复核过。' }],
    ] as const;
    for (const [who, given] of steps) {
      const step = await stepOf(id, given as never);
      const { ok, refused } = await atOnce(fifty, () => stepWorkOrder(who, id, step));
      expect([given.act, ok.length, refused]).toEqual([
        given.act,
        1,
        { 'work-orders.changed-meanwhile': 49 },
      ]);
    }
    expect(await test.database.read.workOrderReport.count({ where: { workOrderId: id } })).toBe(1);
    expect(await test.database.read.callBack.count({ where: { workOrderId: id } })).toBe(1);
  });

  it('a department that is taken out of service has no order afterwards', async () => {
    const ids = await makeOrders(20, undispatched);
    const steps = await Promise.all(
      ids.map((id) => stepOf(id, { act: 'dispatch', departmentId: 'parks' } as never)),
    );
    const outcome = await atOnce(fifty.slice(0, 20), (at) =>
      at === 9
        ? deactivateOrganisation(moderator, 'parks', '机构改革后撤销')
        : stepWorkOrder(moderator, ids[at] ?? '', steps[at] as WorkOrderStep),
    );
    const parks = await test.database.read.organisation.findUniqueOrThrow({ where: { id: 'parks' } });
    const lying = await test.database.read.workOrder.count({ where: { departmentId: 'parks' } });
    expect(parks.state === 'inactive' ? lying : 0).toBe(0);
    expect(outcome.ok.length + Object.values(outcome.refused).reduce((sum, one) => sum + one, 0)).toBe(20);
  });

  it('split: different ones all, the same one once', async () => {
    const ids = await Promise.all(fifty.slice(0, 12).map(() => orderOf(['neighbour'])));
    const input = async (id: string) => {
      const [link] = await test.database.read.workOrderLink.findMany({ where: { workOrderId: id } });
      const { version } = await stateOf(test, id);
      const words = { title: '西门积水', description: '雨后积水', category: 'facilities', reason };
      return { id, version, ...words, matters: [`feedback:${link?.subjectId}`] };
    };
    const [same = '', ...different] = ids;
    const inputs = await Promise.all(different.map(input));
    expect((await atOnce(inputs, (one) => splitOrder(moderator, one))).refused).toEqual({});
    const once = await input(same);
    const { ok, refused } = await atOnce(fifty, () => splitOrder(moderator, once));
    expect([ok.length, refused]).toEqual([1, { 'work-orders.changed-meanwhile': 49 }]);
    const numbers = (await test.database.read.workOrder.findMany()).map((row) => row.number);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

describe('merging', () => {
  it('in a chain leaves no matter on an order that has ended', async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      const [a = '', b = '', c = ''] = await makeOrders(3);
      const rows = await Promise.all([a, b, c].map((id) => stateOf(test, id)));
      const merge = (from: number, into: number) =>
        mergeOrders(moderator, {
          id: rows[from]?.id ?? '',
          version: rows[from]?.version ?? 0,
          number: rows[into]?.number ?? '',
          reason,
        });
      const { ok } = await atOnce(
        [
          [0, 1],
          [1, 2],
          [2, 0],
        ] as const,
        ([from, into]) => merge(from, into),
      );
      expect(ok.length).toBeGreaterThan(0);
      const links = await test.database.read.workOrderLink.findMany({
        where: { workOrderId: { in: [a, b, c] } },
        include: { workOrder: { select: { state: true } } },
      });
      expect(links.map((link) => link.workOrder.state)).toEqual(['dispatched', 'dispatched', 'dispatched']);
    }
  });

  it('of fifty into one keeps every matter, and asks everybody', async () => {
    const ids = await makeOrders(51);
    const [into = '', ...from] = await Promise.all(ids.map((id) => stateOf(test, id)));
    if (into === '') throw new Error('No order was made');
    const { refused } = await atOnce(from, ({ id, version }) =>
      mergeOrders(moderator, { id, version, number: into.number, reason }),
    );
    expect(refused).toEqual({});
    expect(await test.database.read.workOrderLink.count({ where: { workOrderId: into.id } })).toBe(51);
  });

  it('and linking to the order that goes: the matter hangs on the one that stays, or the link is refused', async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      const [goes, stays] = await Promise.all((await makeOrders(2)).map((id) => stateOf(test, id)));
      const matter = await makeFeedback(test, 'asker');
      await atOnce([0, 1], async (at) =>
        at === 0
          ? mergeOrders(moderator, {
              id: goes?.id ?? '',
              version: goes?.version ?? 0,
              number: stays?.number ?? '',
              reason,
            })
          : linkToThisOrder(moderator, { id: goes?.id ?? '', subject: { kind: 'feedback', id: matter } }),
      );
      const ended = await test.database.read.workOrderLink.count({
        where: { subjectId: matter, workOrder: { NOT: isOpen } },
      });
      expect(ended).toBe(0);
    }
  });

  it('one matter fifty times to an order: it hangs there once', async () => {
    const id = await makeOrder(test);
    const matter = await makeFeedback(test, 'asker');
    const subject = { kind: 'feedback' as const, id: matter };
    const { ok, refused } = await atOnce(fifty, () => linkToThisOrder(moderator, { id, subject }));
    expect([ok.length, refused]).toEqual([1, { 'work-orders.linked-already': 49 }]);
  });
});

describe('the call-back', () => {
  it('keeps the answers of fifty who answer at once, and ends with them', async () => {
    const people = fifty.slice(1).map((at) => `person-${at}`);
    for (const person of people) await makePerson(test, person);
    const id = await finished(people);
    const contexts = await Promise.all(['asker', ...people].map((person) => test.asPerson(person)));
    const words = '谢谢，修好了。';
    const { ok, refused } = await atOnce(contexts, (ctx) =>
      answerCallBack(ctx, id, { solved: true, rating: 5, words }),
    );
    expect([ok.length, refused]).toEqual([50, {}]);
    expect(await test.database.read.callBack.count({ where: { workOrderId: id, words } })).toBe(50);
    expect((await stateOf(test, id)).state).toBe('rated');
  });

  it('of two who both deny reopens once, and loses neither', async () => {
    const contexts = [await test.asPerson('asker'), await test.asPerson('neighbour')];
    for (let turn = 0; turn < 3; turn += 1) {
      const id = await finished(['neighbour']);
      const { refused } = await atOnce(contexts, (ctx) =>
        answerCallBack(ctx, id, { solved: false, rating: 1, words: '还是不亮' }),
      );
      expect(refused).toEqual({});
      expect(await stateOf(test, id)).toMatchObject({ reopenedCount: 1, state: 'dispatched' });
      expect(await test.database.read.callBack.count({ where: { workOrderId: id, solved: false } })).toBe(2);
    }
  });

  it('of one person fifty times is answered once', async () => {
    const id = await finished([]);
    const asker = await test.asPerson('asker');
    const { ok, refused } = await atOnce(fifty, () =>
      answerCallBack(asker, id, { solved: true, rating: 4, words: '' }),
    );
    expect([ok.length, refused]).toEqual([1, { 'work-orders.not-asked': 49 }]);
  });

  it('is settled by two timers at once, each order once and without an error', async () => {
    const ids = [];
    for (let turn = 0; turn < 6; turn += 1) ids.push(await finished([]));
    test.clock.set(new Date(test.clock.now().getTime() + 8 * 24 * 3600_000));
    const system = test.as('system');
    await atOnce(fifty.slice(0, 4), () => settleCallBacks(system));
    const solved = { type: 'work-order.solved', subjectId: { in: ids } };
    expect(await test.database.read.workOrder.count({ where: { state: 'solved', id: { in: ids } } })).toBe(6);
    expect(await test.database.read.event.count({ where: solved })).toBe(6);
  });
});

it('a matter of two orders that end at the same time is done with both', async () => {
  const clerk = await test.asPerson('water-clerk');
  for (let turn = 0; turn < 3; turn += 1) {
    const pair = await makeOrders(2);
    const [link] = await test.database.read.workOrderLink.findMany({ where: { workOrderId: pair[0] ?? '' } });
    const matter = link?.subjectId ?? '';
    await linkToThisOrder(moderator, { id: pair[1] ?? '', subject: { kind: 'feedback', id: matter } });
    for (const id of pair) await act(test, 'water-clerk', { id, act: 'accept' });
    const finish = { act: 'finish', report: '路灯已经全部修好，夜间复核过。' } as never;
    const steps = await Promise.all(pair.map((id) => stepOf(id, finish)));
    const { refused } = await atOnce([0, 1], (at) =>
      stepWorkOrder(clerk, pair[at] ?? '', steps[at] as WorkOrderStep),
    );
    expect(refused).toEqual({});
    expect((await test.database.read.feedback.findUniqueOrThrow({ where: { id: matter } })).state).toBe(
      'solved',
    );
  }
});
