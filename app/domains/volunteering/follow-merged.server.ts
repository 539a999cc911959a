import type { Context } from '../context';
import { inTransaction } from '../in-transaction.server';
import { successorOf } from '../organisations/index.server';

/**
 * Of an organisation that was merged into another: its activities, with all who signed up, its rewards, awards and
 * certificates are the other's. What stands in a certificate stays as it was issued. Bears repetition.
 */
export async function followMerged(ctx: Context, organisationId: string): Promise<void> {
  const successor = await successorOf(ctx, organisationId);
  if (!successor) return;
  const moved = { where: { organisationId }, data: { organisationId: successor.id } };
  await inTransaction(ctx, async (ctx) => {
    await ctx.prisma.opportunity.updateMany(moved);
    await ctx.prisma.reward.updateMany(moved);
    await ctx.prisma.volunteerAward.updateMany(moved);
    await ctx.prisma.volunteerCertificate.updateMany(moved);
  });
}
