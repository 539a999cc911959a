import type { Context } from '../context';
import { inTransaction } from '../in-transaction.server';
import { isInService } from '../organisations/index.server';
import { closeGaps } from './close-gaps.server';

const together = 500;

/** A department that works again covers what the lists name it for. Asked after each event on an organisation; bears repetition. */
export async function coverAgain(ctx: Context, departmentId: string): Promise<void> {
  if (!(await isInService(ctx.database.read, departmentId))) return;
  await inTransaction(ctx, async (ctx) => {
    const entries = await ctx.prisma.responsibilityEntry.findMany({
      where: { departmentId, currentKey: { not: null } },
      take: together,
      orderBy: { id: 'asc' },
      select: { id: true, areaId: true, category: true, level: true },
    });
    for (const { id: entryId, ...place } of entries) await closeGaps(ctx, { ...place, entryId });
  });
}
