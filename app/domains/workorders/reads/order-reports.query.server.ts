import type { ReadContext } from '../../context';
import { picturesOfMany } from '../../files/index.server';

/** What pictures of a report hang on, beside the order's id: those of a later round under a kind of their own. */
export const pictureKind = (when: 'before' | 'after', round: number): string =>
  round === 1 ? `work-order-${when}` : `work-order-${when}-${round}`;

/** An order is reopened once, so there are two rounds at most. */
const rounds = [1, 2];

export interface OrderReport {
  workOrderId: string;
  /** 1, and 2 after the order was reopened. */
  round: number;
  report: string;
  reportHtml: string;
  measures: string | null;
  organisationId: string | null;
  /** The instant of the event `work-order.done` of this round. */
  reportedAt: Date;
  pictures: Record<'before' | 'after', Awaited<ReturnType<typeof picturesOfMany>>[string]>;
}

/** Orders of one statement: SQLite takes 999 values. */
const together = 500;

/** The reports of each order, the first round first, with their pictures. Who may read the order is asked before. */
export async function reportsOfOrders(
  ctx: ReadContext,
  workOrderIds: readonly string[],
): Promise<Record<string, OrderReport[]>> {
  const ids = [...new Set(workOrderIds)];
  const byOrder: Record<string, OrderReport[]> = {};
  for (let at = 0; at < ids.length; at += together)
    Object.assign(byOrder, await reportsOfSome(ctx, ids.slice(at, at + together)));
  return byOrder;
}

async function reportsOfSome(
  ctx: ReadContext,
  ids: readonly string[],
): Promise<Record<string, OrderReport[]>> {
  const kinds = rounds.flatMap((round) => [pictureKind('before', round), pictureKind('after', round)]);
  const [rows, pictures] = await Promise.all([
    ctx.database.read.workOrderReport.findMany({
      where: { workOrderId: { in: [...ids] } },
      orderBy: [{ workOrderId: 'asc' }, { round: 'asc' }],
      omit: { reportedBy: true },
    }),
    picturesOfMany(ctx, kinds, ids),
  ]);
  const byOrder: Record<string, OrderReport[]> = {};
  for (const row of rows) {
    const of = (when: 'before' | 'after') =>
      pictures[`${pictureKind(when, row.round)}:${row.workOrderId}`] ?? [];
    (byOrder[row.workOrderId] ??= []).push({
      ...row,
      pictures: { before: of('before'), after: of('after') },
    });
  }
  return byOrder;
}
