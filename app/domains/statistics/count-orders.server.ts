import { z } from 'zod';
import type { Context, TransactionContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { factsOfOrders } from '../workorders/index.server';
import { CellChanges, takeTurn } from './cells.server';
import type { Counted } from './cells.server';
import { measures, sameMeasures } from './rules/measures';
import { measuresOfOrder } from './rules/measures-of-order';
import { monthOf } from '~/lib/time/month';
import type { SqlValue, Transaction } from '~/platform/db/database.server';

const columns = ['workOrderId', 'month', 'areaId', 'departmentId', 'category', ...measures] as const;
const upsert = (
  rows: number,
) => `INSERT INTO "StatisticsOrder" (${columns.map((name) => `"${name}"`).join(', ')})
  VALUES ${Array.from({ length: rows }, () => `(${columns.map(() => '?').join(', ')})`).join(', ')} ON CONFLICT ("workOrderId") DO UPDATE SET
  ${columns
    .slice(1)
    .map((name) => `"${name}" = excluded."${name}"`)
    .join(', ')}`;

/** Rows of one statement: far below the number of values that either engine takes. */
const together = 100;

type CountedOrderRow = Counted & { workOrderId: string };

/** What each order adds as it stands now. */
async function countNow(ctx: TransactionContext, ids: readonly string[]): Promise<CountedOrderRow[]> {
  const orders = await factsOfOrders(ctx, ids);
  const exclusions = await ctx.prisma.statisticsExclusion.findMany({
    where: { workOrderId: { in: [...ids] }, ended: '' },
    select: { workOrderId: true },
  });
  const excluded = new Set(exclusions.map((row) => row.workOrderId));
  return orders.map((order) => ({
    workOrderId: order.id,
    month: monthOf(order.createdAt, ctx.configuration.timeZone),
    areaId: order.areaId,
    departmentId: order.departmentId ?? '',
    category: order.category,
    ...measuresOfOrder(order, excluded.has(order.id)),
  }));
}

const samePlace = (one: Counted, other: Counted) =>
  one.month === other.month &&
  one.areaId === other.areaId &&
  one.departmentId === other.departmentId &&
  one.category === other.category;

async function keepRows(tx: Transaction, rows: readonly CountedOrderRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += together) {
    const some = rows.slice(at, at + together);
    await tx.sql.run(
      upsert(some.length),
      some.flatMap((row) => columns.map((name): SqlValue => row[name])),
    );
  }
}

/**
 * Brings the sums up to date with these orders: what each added before is taken away, what it adds now is added.
 * Doing it again changes nothing, so events may arrive twice or late. Answers how many orders counted differently.
 * Without `sums` only what each order adds is kept: for a caller that adds all sums up anew.
 */
export async function countOrders(
  ctx: TransactionContext,
  ids: readonly string[],
  { sums = true }: { sums?: boolean } = {},
): Promise<number> {
  await takeTurn(ctx);
  const before = new Map(
    (await ctx.prisma.statisticsOrder.findMany({ where: { workOrderId: { in: [...ids] } } })).map((row) => [
      row.workOrderId,
      row,
    ]),
  );
  const changes = new CellChanges();
  const fresh: CountedOrderRow[] = [];
  for (const now of await countNow(ctx, ids)) {
    const old = before.get(now.workOrderId);
    before.delete(now.workOrderId);
    if (old && samePlace(old, now) && sameMeasures(old, now)) continue;
    if (old) changes.subtract(old);
    changes.add(now);
    fresh.push(now);
  }
  await keepRows(ctx, fresh);
  for (const gone of before.values()) changes.subtract(gone);
  if (before.size > 0)
    await ctx.prisma.statisticsOrder.deleteMany({ where: { workOrderId: { in: [...before.keys()] } } });
  if (sums) await changes.write(ctx);
  const changed = fresh.length + before.size;
  if (changed > 0) ctx.afterCommit(() => ctx.invalidatePages(['statistics']));
  return changed;
}

const payloadSchema = z.object({ subjectId: z.string() });

/** The handler of jobs of kind `statistics.count-order`, which every event of a work order feeds. */
export async function countOrderOfEvent(ctx: Context, payload: unknown): Promise<void> {
  const { subjectId } = payloadSchema.parse(payload);
  await inTransaction(ctx, (ctx) => countOrders(ctx, [subjectId]));
}
