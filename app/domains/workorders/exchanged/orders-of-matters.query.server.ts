import type { ReadContext } from '../../context';
import { publicOrders } from '../visibility';
import { exchangedColumns } from './exchanged-orders.query.server';
import type { ExchangedOrder } from './exchanged-orders.query.server';

/** A matter as it hangs on orders. */
interface Hanging {
  kind: string;
  id: string;
}

/** By matter of a kind, the order that took it up last, of those that everyone may read. */
export async function publicOrdersOfMatters(
  ctx: ReadContext,
  kind: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ExchangedOrder>> {
  const links = await ctx.database.read.workOrderLink.findMany({
    where: { subjectKind: kind, subjectId: { in: [...ids] }, workOrder: { is: publicOrders(ctx) } },
    orderBy: { createdAt: 'asc' },
    select: { subjectId: true, workOrder: { select: exchangedColumns } },
  });
  return new Map(links.map(({ subjectId, workOrder }) => [subjectId, workOrder]));
}

/** The order that took the matter up last, whoever may read it; null where none did. */
export async function lastOrderOfMatter(
  ctx: ReadContext,
  { kind, id }: Hanging,
): Promise<ExchangedOrder | null> {
  const link = await ctx.database.read.workOrderLink.findFirst({
    where: { subjectKind: kind, subjectId: id },
    orderBy: { createdAt: 'desc' },
    select: { workOrder: { select: exchangedColumns } },
  });
  return link?.workOrder ?? null;
}

/** What of a kind hangs on the order, whoever may read it: at most so many. */
export async function mattersOfOrder(
  ctx: ReadContext,
  workOrderId: string,
  { kind, most }: { kind: string; most: number },
): Promise<Hanging[]> {
  const links = await ctx.database.read.workOrderLink.findMany({
    where: { workOrderId, subjectKind: kind },
    select: { subjectId: true },
    take: most,
  });
  return links.map(({ subjectId }) => ({ kind, id: subjectId }));
}
