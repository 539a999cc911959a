import type { Context } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { successorOf } from '../../organisations/index.server';

/**
 * Of a department that was merged into another: whoever escalation tells for it is told for the other, unless that has a
 * superior of its own there. Asked after each event on an organisation; bears repetition.
 */
export async function followMerged(ctx: Context, organisationId: string): Promise<void> {
  const successor = await successorOf(ctx, organisationId);
  if (!successor) return;
  await inTransaction(ctx, async (ctx) => {
    const rows = await ctx.prisma.superior.findMany({
      where: { organisationId: { in: [organisationId, successor.id] } },
      select: { id: true, areaId: true, organisationId: true },
    });
    const named = new Set(
      rows.filter((row) => row.organisationId === successor.id).map(({ areaId }) => areaId),
    );
    for (const { id, areaId } of rows.filter((row) => row.organisationId === organisationId)) {
      const where = { id, organisationId };
      if (named.has(areaId)) await ctx.prisma.superior.deleteMany({ where });
      else await ctx.prisma.superior.updateMany({ where, data: { organisationId: successor.id } });
    }
  });
}
