import type { Context } from '../context';
import { inTransaction } from '../in-transaction.server';
import { successorOf } from '../organisations/index.server';

const notOver = ['convened', 'in-session', 'in-approval'];

/**
 * Of an organisation that was merged into another: the meetings that are not over are the other's to convene, and its
 * place at the table is the other's, who keeps its own where it has one. Published minutes stay. Bears repetition.
 */
export async function followMerged(ctx: Context, organisationId: string): Promise<void> {
  const successor = await successorOf(ctx, organisationId);
  if (!successor) return;
  const meeting = { state: { in: notOver } };
  await inTransaction(ctx, async (ctx) => {
    await ctx.prisma.meeting.updateMany({
      where: { organisationId, ...meeting },
      data: { organisationId: successor.id },
    });
    const seats = await ctx.prisma.meetingSeat.findMany({
      where: { organisationId, meeting },
      select: { id: true, meetingId: true, presentAt: true },
    });
    for (const { id, meetingId, presentAt } of seats) {
      const own = { meetingId, organisationId: successor.id };
      if ((await ctx.prisma.meetingSeat.count({ where: own })) === 0)
        await ctx.prisma.meetingSeat.update({ where: { id }, data: { organisationId: successor.id } });
      else if (!presentAt) await ctx.prisma.meetingSeat.delete({ where: { id } });
    }
  });
}
