import type { Context, TransactionContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { reasonOfMerger, successorOf } from '../organisations/index.server';
import { recordChange } from './record-change.server';
import { yearIn } from '~/lib/time/days';

/**
 * Of a department that was merged into another: what it is to reach this year or later is the other's to reach, and where
 * that has a target of its own for the same, the double's is withdrawn. Years that are over stay as they were. Both are
 * on record with the reason of the merger. Asked after each event on an organisation; bears repetition.
 */
export async function followMerged(ctx: Context, departmentId: string): Promise<void> {
  const successor = await successorOf(ctx, departmentId);
  if (!successor) return;
  const merger = { id: successor.id, reason: await reasonOfMerger(ctx, departmentId) };
  const year = { gte: yearIn(ctx.clock.now(), ctx.configuration.timeZone) };
  await inTransaction(ctx, async (ctx) => {
    const targets = await ctx.prisma.target.findMany({
      where: { departmentId, year },
      orderBy: { id: 'asc' },
      omit: { createdBy: true },
    });
    for (const target of targets) await followOne(ctx, target, merger);
  });
}

interface Held {
  id: string;
  year: number;
  areaId: string;
  measure: string;
  departmentId: string;
  value: number;
  source: string;
  office: string;
  version: number;
  withdrawnAt: Date | null;
}

async function followOne(
  ctx: TransactionContext,
  held: Held,
  { id: departmentId, reason }: { id: string; reason: string },
): Promise<void> {
  const { id, year, areaId, measure, value, source, office, withdrawnAt } = held;
  const version = held.version + 1;
  const where = { id, version: held.version };
  const own = await ctx.prisma.target.count({ where: { year, areaId, measure, departmentId } });
  if (own === 0) {
    const data = { departmentId, version };
    if ((await ctx.prisma.target.updateMany({ where, data })).count === 0) return;
    const became = withdrawnAt ? ('withdrawn' as const) : { value, source, office };
    const target = { ...held, departmentId };
    return recordChange(ctx, { target, version, type: 'target.changed', became, reason });
  }
  if (withdrawnAt) return;
  const data = { withdrawnAt: ctx.clock.now(), version };
  if ((await ctx.prisma.target.updateMany({ where, data })).count === 0) return;
  await recordChange(ctx, { target: held, version, type: 'target.withdrawn', became: 'withdrawn', reason });
}
