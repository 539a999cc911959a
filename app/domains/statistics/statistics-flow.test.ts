import { afterEach, beforeEach, expect, it } from 'vitest';
import fc from 'fast-check';
import { makeFeedback } from '../../../tests/factories/feedback';
import { communityId, makeAreas, makePerson } from '../../../tests/factories/proposals';
import { testContext } from '../../../tests/setup/context';
import type { TestContext } from '../../../tests/setup/context';
import { answerCallBack } from '../workorders/steps/call-back.server';
import { escalateOverdue, settleCallBacks } from '../workorders/index.server';
import { linkToWorkOrder } from '../workorders/links/link-matter.server';
import { registerWorkOrder } from '../workorders/registering/register-work-order.server';
import { stepWorkOrder } from '../workorders/steps/work-on-order.server';
import { allCells } from './cells.server';
import { countOrderOfEvent } from './count-orders.server';
import { countedOrders } from './counted-orders.query.server';
import { partsOfNumber } from './rules/number-names';
import { countOrderAgain, excludeOrder } from './exclude-order.server';
import { recountStatistics } from './recount-statistics.server';
import { defaultFormula } from './rules/formula';
import { statisticsOf, totalOf } from './statistics.query.server';
import type { Context } from '../context';

let test: TestContext;
const day = 86_400_000;
const everything = { from: '2000-01', to: '2100-12' };
const departments = ['roads', 'water'];

beforeEach(async () => {
  test = await testContext();
  await makeAreas(test);
  for (const id of ['author', 'neighbour', ...departments]) await makePerson(test, id);
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  await makePerson(test, 'administrator', { role: 'administrator', areaId: '4210' });
  await test.database.transaction(async (tx) => {
    for (const id of departments) {
      await tx.prisma.organisation.create({
        data: {
          id: `${id}-bureau`,
          kind: 'department',
          name: id,
          creditCode: id,
          areaId: '421002',
          about: id,
          state: 'verified',
          createdAt: test.clock.now(),
          members: { create: { personId: id, mandate: 'owner', createdAt: test.clock.now() } },
        },
      });
    }
  });
});
afterEach(() => test.dispose());

const fed = new Set<string>();

/** Does the jobs that the events fed: those not done yet, or all once more. */
async function feed(which: 'new' | 'all' = 'new'): Promise<void> {
  const jobs = await test.database.read.outboxJob.findMany({ where: { kind: 'statistics.count-order' } });
  for (const job of jobs) {
    if (which === 'new' && fed.has(job.id)) continue;
    fed.add(job.id);
    await countOrderOfEvent(test.as('system'), JSON.parse(job.payload));
  }
}

async function newOrder(category: 'safety' | 'environment' = 'environment', department = 'roads') {
  const subjectId = await makeFeedback(test, 'author', { category });
  return registerWorkOrder(await test.asPerson('moderator'), {
    subjectKind: 'feedback',
    subjectId,
    title: '东门外夜间施工扰民',
    description: '请现场核实并处理。',
    category,
    departmentId: `${department}-bureau`,
    externalNumber: '',
    deadline: new Date(test.clock.now().getTime() + 5 * day),
    urgency: 'normal',
  });
}

const order = (id: string) => test.database.read.workOrder.findUniqueOrThrow({ where: { id } });

/** Takes the step where it is allowed now; a refusal is as good a history as any. */
async function attempt(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'DomainError') throw error;
  }
}

async function staffOf(id: string): Promise<Context> {
  const { departmentId } = await order(id);
  return test.asPerson((departmentId ?? 'roads-bureau').replace('-bureau', ''));
}

type Act = (id: string) => Promise<unknown>;
const acts: Record<string, Act> = {
  accept: async (id) =>
    stepWorkOrder(await staffOf(id), id, { act: 'accept', version: (await order(id)).version }),
  askReturn: async (id) =>
    stepWorkOrder(await staffOf(id), id, {
      act: 'ask-return',
      version: (await order(id)).version,
      reason: '不属于本部门职责',
    }),
  giveBack: async (id) => {
    await acts.askReturn?.(id);
    await stepWorkOrder(await test.asPerson('moderator'), id, {
      act: 'grant-return',
      version: (await order(id)).version,
      words: '',
    });
  },
  transfer: async (id) =>
    stepWorkOrder(await staffOf(id), id, {
      act: 'transfer',
      version: (await order(id)).version,
      departmentId: 'water-bureau',
      reason: '涉及供水管网，转由水务部门办理',
    }),
  refuse: async (id) =>
    stepWorkOrder(await test.asPerson('moderator'), id, {
      act: 'refuse',
      version: (await order(id)).version,
      ground: 'out-of-remit',
      words: '不属于本区职责范围',
    }),
  dispatch: async (id) =>
    stepWorkOrder(await test.asPerson('moderator'), id, {
      act: 'dispatch',
      version: (await order(id)).version,
      departmentId: 'water-bureau',
      deadline: undefined,
    }),
  finish: async (id) =>
    stepWorkOrder(await staffOf(id), id, {
      act: 'finish',
      version: (await order(id)).version,
      report: '已经现场处理完毕并复查。',
    }),
  /** The way to the end, so that histories get there often enough. */
  advance: async (id) => {
    await attempt(() => acts.accept?.(id) ?? Promise.resolve());
    await acts.finish?.(id);
  },
  link: async (id) =>
    linkToWorkOrder(
      await test.asPerson('moderator'),
      { kind: 'feedback', id: await makeFeedback(test, 'neighbour') },
      (await order(id)).number,
    ),
  content: async (id) =>
    answerCallBack(await test.asPerson('author'), id, {
      solved: true,
      contacted: true,
      rating: 4,
      words: '',
    }),
  angry: async (id) =>
    answerCallBack(await test.asPerson('neighbour'), id, { solved: false, rating: 1, words: '' }),
  unsolved: async (id) =>
    answerCallBack(await test.asPerson('author'), id, { solved: false, rating: 2, words: '' }),
  wait: async () => test.clock.set(new Date(test.clock.now().getTime() + 8 * day)),
  watch: async () => {
    await escalateOverdue(test.as('system'));
    await settleCallBacks(test.as('system'));
  },
  exclude: async (id) =>
    excludeOrder(await test.asPerson('administrator'), {
      number: (await order(id)).number,
      reason: '与另一张工单重复',
    }),
  include: async (id) => {
    const held = await test.database.read.statisticsExclusion.findFirst({
      where: { workOrderId: id, ended: '' },
    });
    if (held)
      await countOrderAgain(await test.asPerson('administrator'), {
        exclusionId: held.id,
        reason: '经复核不重复',
      });
  },
};

/** How histories begin, so that together they reach something of everything. */
const openings = [
  ['giveBack', 'dispatch'],
  ['advance', 'unsolved', 'wait'],
  ['accept', 'wait', 'watch'],
  ['link'],
];
const step = fc.record({ act: fc.constantFrom(...Object.keys(acts)), which: fc.nat(3), now: fc.boolean() });

it('keeps what a recount gives, through random histories, each event told once, twice or late', async () => {
  const histories = fc.sample(fc.array(step, { minLength: 8, maxLength: 14 }), {
    numRuns: 4,
    seed: 20261125,
  });
  const orders = [await newOrder('safety')];
  for (const [index, history] of histories.entries()) {
    const id = await newOrder('environment', 'water');
    orders.push(id);
    for (const act of openings[index % openings.length] ?? [])
      await attempt(() => acts[act]?.(id) ?? Promise.resolve());
    for (const { act, which, now } of history) {
      const chosen = orders.at(-1 - (which % orders.length)) ?? '';
      await attempt(() => acts[act]?.(chosen) ?? Promise.resolve());
      if (now) await feed();
    }
    await feed();
    const kept = await allCells(test.database.sql);
    await feed('all');
    expect(await allCells(test.database.sql)).toEqual(kept);
    expect(await recountStatistics(test.as('system'))).toEqual({
      orders: orders.length,
      correctedOrders: 0,
      correctedSums: 0,
    });
    expect(await allCells(test.database.sql)).toEqual(kept);
  }
  const total = await totalOf(test.as('visitor'), everything);
  expect(total.orders + total.excluded).toBe(orders.length);
  // The histories reached something of everything, else they would prove little.
  for (const measure of ['responded', 'done', 'overdue', 'returned', 'answered', 'reopened'] as const)
    expect([measure, total[measure] > 0]).toEqual([measure, true]);
});

it('notices and mends numbers that were not kept', async () => {
  const id = await newOrder();
  await feed();
  await test.database.transaction(async (tx) => {
    await tx.prisma.statisticsCell.updateMany({ where: { areaId: '421002' }, data: { orders: 7 } });
    await tx.prisma.workOrder.update({ where: { id }, data: { category: 'safety' } });
  });
  const recount = await recountStatistics(test.as('system'));
  expect(recount.correctedOrders).toBe(1);
  expect(recount.correctedSums).toBeGreaterThan(0);
  expect((await totalOf(test.as('visitor'), { ...everything, category: 'safety' })).orders).toBe(1);
  expect((await recountStatistics(test.as('system'))).correctedSums).toBe(0);
});

it('forgets orders that are gone', async () => {
  const id = await newOrder();
  await feed();
  await test.database.transaction((tx) => tx.prisma.workOrder.delete({ where: { id } }));
  expect((await recountStatistics(test.as('system'))).correctedOrders).toBe(1);
  expect(await allCells(test.database.sql)).toEqual([]);
});

it('shows the same orders behind a number as the number counts, from every level above', async () => {
  const ids = [await newOrder(), await newOrder('safety'), await newOrder('safety', 'water')];
  await acts.accept?.(ids[1] ?? '');
  await feed();
  for (const areaId of ['4210', '421002', '421002001', communityId]) {
    const filter = { ...everything, areaId, category: 'safety' };
    expect(await totalOf(test.as('visitor'), filter)).toMatchObject({ orders: 2, responded: 1 });
    const parts = partsOfNumber('response.numerator', defaultFormula);
    const { items } = await countedOrders(test.as('visitor'), { filter, parts });
    expect(items.map((item) => item.id)).toEqual([ids[1]]);
  }
  expect((await totalOf(test.as('visitor'), { ...everything, areaId: '421003' })).orders).toBe(0);
  const page = await statisticsOf(test.as('visitor'), { from: '2026-01', to: '2026-11' });
  expect(page.months).toHaveLength(11);
  expect(page.areas.map((group) => [group.key, group.measures.orders])).toEqual([['421002', 3]]);
  expect(page.departments.map((group) => [group.key, group.measures.orders])).toEqual([
    ['roads-bureau', 2],
    ['water-bureau', 1],
  ]);
});

it('lets only administrators of the area take an order out, once, and says why', async () => {
  const id = await newOrder();
  const { number } = await order(id);
  const decision = { number, reason: '与另一张工单重复' };
  for (const who of ['moderator', 'roads']) {
    await expect(excludeOrder(await test.asPerson(who), decision)).rejects.toMatchObject({
      code: 'forbidden',
    });
  }
  const administrator = await test.asPerson('administrator');
  await excludeOrder(administrator, decision);
  await expect(excludeOrder(administrator, decision)).rejects.toMatchObject({ code: 'conflict' });
  await feed();
  expect(await totalOf(test.as('visitor'), everything)).toMatchObject({ orders: 0, excluded: 1 });
  const told = await test.database.read.event.findFirst({ where: { type: 'statistics.order-excluded' } });
  expect(JSON.parse(told?.publicData ?? '{}')).toMatchObject({ reason: decision.reason, number });
});
