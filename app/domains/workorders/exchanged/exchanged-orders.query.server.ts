import type { ReadContext } from '../../context';
import { within } from '~/platform/db/lists/area-scope';

/**
 * What other systems are told of an order, or know it by. Nobody's name, mail or phone is among it. Whether it may be
 * told is asked by whoever tells: `openOrders`, `mayLeaveHouse`.
 */
export const exchangedColumns = {
  ...{ id: true, number: true, externalSystem: true, externalNumber: true, title: true, description: true },
  ...{ category: true, areaId: true, departmentId: true, state: true, version: true, report: true },
  ...{ place: true, latitude: true, longitude: true, deadlineAt: true, createdAt: true, updatedAt: true },
  ...{ doneAt: true, closedAt: true },
} as const;

const byIds = (ctx: ReadContext, ids: readonly string[]) =>
  ctx.database.read.workOrder.findMany({ where: { id: { in: [...ids] } }, select: exchangedColumns });

export type ExchangedOrder = Awaited<ReturnType<typeof byIds>>[number];

/** Of these ids the orders that there are. */
export function exchangedOrders(ctx: ReadContext, ids: readonly string[]): Promise<ExchangedOrder[]> {
  return byIds(ctx, ids);
}

export async function exchangedOrder(ctx: ReadContext, id: string): Promise<ExchangedOrder | null> {
  return (await byIds(ctx, [id]))[0] ?? null;
}

/** The orders of an area after an id, for walking through all of them. */
export function exchangedOrdersAfter(
  ctx: ReadContext,
  { areaId, after, most }: { areaId: string; after: string | undefined; most: number },
): Promise<ExchangedOrder[]> {
  return ctx.database.read.workOrder.findMany({
    where: { areaId: within(areaId), ...(after !== undefined && { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    take: most,
    select: exchangedColumns,
  });
}

/** The order that has this number here, whatever it is called elsewhere. */
export function orderOfOwnNumber(ctx: ReadContext, number: string): Promise<ExchangedOrder | null> {
  return ctx.database.read.workOrder.findUnique({ where: { number }, select: exchangedColumns });
}

/** The order that has one of these numbers in another system. */
export function orderOfSystem(
  ctx: ReadContext,
  externalSystem: string,
  numbers: readonly string[],
): Promise<ExchangedOrder | null> {
  return ctx.database.read.workOrder.findFirst({
    where: { externalSystem, externalNumber: { in: [...numbers] } },
    select: exchangedColumns,
  });
}

const mostOfOneNumber = 10;

/** The department's order in the area under the number, official or ours; the numbering of the system goes first. */
export async function orderOfDepartment(
  ctx: ReadContext,
  asked: { number: string; system: string; areaId: string; departmentId: string },
): Promise<ExchangedOrder | null> {
  const { number, system, areaId, departmentId } = asked;
  const orders = await ctx.database.read.workOrder.findMany({
    where: { OR: [{ externalNumber: number }, { number }], areaId: within(areaId), departmentId },
    take: mostOfOneNumber,
    select: exchangedColumns,
  });
  return orders.find((order) => order.externalSystem === system) ?? orders[0] ?? null;
}
