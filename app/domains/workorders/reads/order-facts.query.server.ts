import type { ReadContext } from '../../context';
import { mayReadOrder } from '../policy';
import { countCallBack } from '../rules/call-back';
import { orderFactColumns, orderFacts, publicOrders } from '../visibility';
import { textIn } from '~/i18n/catalogue';
import { events } from '~/i18n/events';
import type { Transaction } from '~/platform/db/database.server';

const closed = ['solved', 'rated', 'archived'];

/**
 * What statistics count of each order, as it stands. Orders that are gone are left out, and so are those that were
 * merged into another: they are counted with it, once.
 */
export async function factsOfOrders(tx: Transaction, ids: readonly string[]) {
  const where = { in: [...ids] };
  const orders = await tx.prisma.workOrder.findMany({
    where: { id: where, mergedIntoId: null },
    select: {
      id: true,
      areaId: true,
      category: true,
      departmentId: true,
      state: true,
      createdAt: true,
      acceptedAt: true,
      doneAt: true,
      deadlineAt: true,
      returnedCount: true,
      reopenedCount: true,
    },
  });
  const callBacks = await tx.prisma.callBack.findMany({
    where: { workOrderId: where },
    select: { workOrderId: true, round: true, solved: true, contacted: true, rating: true },
  });
  const clocks = await tx.prisma.workOrderClock.findMany({
    where: { workOrderId: where },
    orderBy: { round: 'asc' },
    select: { workOrderId: true, kind: true, dueAt: true, endedAt: true },
  });
  const escalated = await tx.prisma.workOrderEscalation.findMany({
    where: { workOrderId: where, kind: 'overdue', clock: 'resolution' },
    select: { workOrderId: true },
  });
  const passed = clocks.filter(
    (clock) => clock.kind === 'resolution' && clock.endedAt && clock.endedAt > clock.dueAt,
  );
  const late = new Set([...escalated, ...passed].map((row) => row.workOrderId));
  const respondBy = new Map(
    clocks.filter((clock) => clock.kind === 'response').map((clock) => [clock.workOrderId, clock.dueAt]),
  );
  const askedOf = new Map<string, typeof callBacks>();
  for (const row of callBacks) {
    const before = askedOf.get(row.workOrderId);
    if (before) before.push(row);
    else askedOf.set(row.workOrderId, [row]);
  }
  return orders.map(({ state, departmentId, ...order }) => {
    const asked = askedOf.get(order.id) ?? [];
    const round = Math.max(0, ...asked.map((row) => row.round));
    const answers = asked.filter((row) => row.round === round);
    const verdict = closed.includes(state) ? countCallBack(answers, true).verdict : null;
    return {
      ...order,
      // A returned order is with nobody until it is dispatched again.
      departmentId: state === 'returned' ? null : departmentId,
      respondBy: respondBy.get(order.id) ?? null,
      refused: state === 'not-accepted',
      wasOverdue: late.has(order.id),
      verdict: verdict === 'waiting' ? null : verdict,
      answers: answers.map(({ solved, contacted, rating }) => ({ solved, contacted, rating })),
    };
  });
}

/**
 * Number, title, place and state of orders, for lists of other subjects. An order that the actor may not read stands
 * there without number and title, since it is counted all the same: `readable` is false.
 */
export async function orderCards(ctx: ReadContext, ids: readonly string[]) {
  const rows = await ctx.database.read.workOrder.findMany({
    where: { id: { in: [...ids] } },
    select: {
      ...orderFactColumns(ctx),
      id: true,
      number: true,
      externalNumber: true,
      title: true,
      state: true,
      urgency: true,
    },
  });
  return rows.map((row) => {
    const { id, areaId, departmentId, state, urgency, number, externalNumber, title } = row;
    const card = { id, areaId, departmentId, state, urgency };
    return mayReadOrder(ctx.actor, orderFacts(ctx, row)).allowed
      ? { ...card, number, externalNumber, title, readable: true }
      : { ...card, number: '', externalNumber: null, title: notPublic(ctx), readable: false };
  });
}

/** Which of these orders everyone may read. */
export async function openOrders(ctx: ReadContext, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await ctx.database.read.workOrder.findMany({
    where: { id: { in: [...ids] }, AND: publicOrders(ctx) },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

const notPublic = (ctx: ReadContext) => textIn(ctx.locale, events)('not-public');

const namedColumns = { id: true, areaId: true, departmentId: true, title: true, number: true } as const;

/** The order with this number, its own or its official one. */
export async function orderByNumber(tx: Transaction, number: string) {
  return tx.prisma.workOrder.findFirst({
    where: { OR: [{ number }, { externalNumber: number }] },
    select: namedColumns,
  });
}

export async function orderById(tx: Transaction, id: string) {
  return tx.prisma.workOrder.findUnique({ where: { id }, select: namedColumns });
}

/** Ids of orders after the given one, oldest first: for walking through all of them. */
export async function orderIdsAfter(tx: Transaction, after: string, most: number): Promise<string[]> {
  const rows = await tx.prisma.workOrder.findMany({
    where: { id: { gt: after } },
    orderBy: { id: 'asc' },
    take: most,
    select: { id: true },
  });
  return rows.map((row) => row.id);
}
