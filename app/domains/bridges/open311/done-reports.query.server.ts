import { z } from 'zod';
import type { Context } from '../../context';

export interface DoneReport {
  /** Null where it is not known any more. */
  report: string | null;
  /** Addresses of the pictures that show how the place looked then. */
  pictures: string[];
}

interface DoneEvent {
  id: string;
  subjectId: string;
  at: Date;
  publicData: string;
}

const atOnce = 400;
const dataSchema = z.object({ report: z.string().optional() });

/** The report that an event brought itself; a reopened order holds the words of its last round only. */
function reportOf(event: DoneEvent, isLast: boolean, orderReport: string | null): string | null {
  if (isLast) return orderReport;
  const parsed = dataSchema.safeParse(JSON.parse(event.publicData));
  return (parsed.success && parsed.data.report) || null;
}

async function some(ctx: Context, orderIds: readonly string[], into: Map<string, DoneReport>): Promise<void> {
  const { read } = ctx.database;
  const ids = [...orderIds];
  const [events, orders, attached] = await Promise.all([
    read.event.findMany({
      where: { type: 'work-order.done', subjectKind: 'work-order', subjectId: { in: ids } },
      orderBy: { sequence: 'asc' },
      select: { id: true, subjectId: true, at: true, publicData: true },
    }),
    read.workOrder.findMany({ where: { id: { in: ids } }, select: { id: true, report: true } }),
    read.attachment.findMany({
      where: { subjectKind: 'work-order-after', subjectId: { in: ids } },
      orderBy: { position: 'asc' },
      select: { fileId: true, subjectId: true, file: { select: { createdAt: true } } },
    }),
  ]);
  const reports = new Map(orders.map((order) => [order.id, order.report]));
  for (const orderId of ids) {
    const rounds = events.filter((event) => event.subjectId === orderId);
    rounds.forEach((event, index) => {
      const before = rounds[index - 1]?.at ?? new Date(0);
      const isLast = index === rounds.length - 1;
      const pictures = attached
        .filter(({ subjectId, file }) => subjectId === orderId && file.createdAt > before)
        .filter(({ file }) => isLast || file.createdAt <= event.at)
        .map(({ fileId }) => `${ctx.configuration.publicUrl}/files/${fileId}`);
      into.set(event.id, { report: reportOf(event, isLast, reports.get(orderId) ?? null), pictures });
    });
  }
}

/** By the id of each event of these orders that told of their end: the report and the pictures of that round. */
export async function doneReports(
  ctx: Context,
  orderIds: readonly string[],
): Promise<Map<string, DoneReport>> {
  const unique = [...new Set(orderIds)];
  const found = new Map<string, DoneReport>();
  for (let start = 0; start < unique.length; start += atOnce)
    await some(ctx, unique.slice(start, start + atOnce), found);
  return found;
}
