import type { Context } from '../context';
import { inTransaction } from '../in-transaction.server';
import { successorOf } from '../organisations/index.server';

const notOver = ['convened', 'in-session', 'in-approval'];

/**
 * Of an organisation that was merged into another: its meetings are the other's to lead, its place at the table is the
 * other's, who keeps its own where it has one, and so is what it is to do by decisions that are not published. What
 * stands in published minutes stays: who does that, `withHeirs` tells. Bears repetition.
 */
export async function followMerged(ctx: Context, organisationId: string): Promise<void> {
  const successor = await successorOf(ctx, organisationId);
  if (!successor) return;
  const meeting = { state: { in: notOver } };
  await inTransaction(ctx, async (ctx) => {
    await ctx.prisma.meeting.updateMany({
      where: { organisationId },
      data: { organisationId: successor.id },
    });
    await ctx.prisma.meetingDecision.updateMany({
      where: { responsibleKind: 'organisation', responsibleId: organisationId, meeting },
      data: { responsibleId: successor.id },
    });
    const seats = await ctx.prisma.meetingSeat.findMany({
      where: { organisationId, meeting: { state: { not: 'cancelled' } } },
      select: { id: true, meetingId: true, presentAt: true, meeting: { select: { state: true } } },
    });
    for (const { id, meetingId, presentAt, meeting } of seats) {
      const own = { meetingId, organisationId: successor.id };
      if ((await ctx.prisma.meetingSeat.count({ where: own })) === 0)
        await ctx.prisma.meetingSeat.update({ where: { id }, data: { organisationId: successor.id } });
      else if (!presentAt && notOver.includes(meeting.state))
        await ctx.prisma.meetingSeat.delete({ where: { id } });
    }
  });
  ctx.invalidatePages(['meetings']);
}
