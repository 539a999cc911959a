import type { TransactionContext } from '../context';
import { categoryTrails } from '../categories/index.server';
import { appendEvent } from '../ledger/index.server';
import { responsibilityEvents } from './events';
import { within } from '~/platform/db/lists/area-scope';

/** Closes the open gaps that a new entry covers: in its area and below, of its category or group, at its level. */
export async function closeGaps(
  ctx: TransactionContext,
  entry: { areaId: string; category: string; level: string; entryId: string },
): Promise<void> {
  const open = await ctx.prisma.responsibilityGap.findMany({
    where: {
      areaId: within(entry.areaId),
      closedAt: null,
      ...(entry.level === '' ? {} : { level: entry.level }),
    },
  });
  const trailOf = await categoryTrails(ctx);
  for (const gap of open.filter((one) => trailOf(one.category).includes(entry.category))) {
    const closed = await ctx.prisma.responsibilityGap.updateMany({
      where: { id: gap.id, closedAt: null },
      data: { openKey: null, closedAt: ctx.clock.now(), entryId: entry.entryId },
    });
    if (closed.count === 0) continue;
    await appendEvent(ctx, responsibilityEvents, {
      type: 'responsibility.gap-closed',
      subjectKind: 'responsibility',
      subjectId: entry.entryId,
      areaId: gap.areaId,
      publicData: { title: gap.title, category: gap.category },
    });
  }
}
