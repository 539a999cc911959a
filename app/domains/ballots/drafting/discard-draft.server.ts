import type { Context } from '../../context';
import { forgetDone } from '../../do-once.server';
import { DomainError } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';

/** Throws away what was written of a ballot; who discards twice finds it gone. */
export async function discardDraft(ctx: Context, draftId: string): Promise<void> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { personId } = ctx.actor;
  await inTransaction(ctx, async (ctx) => {
    await ctx.prisma.ballotDraft.deleteMany({ where: { id: draftId, createdBy: personId } });
    await forgetDone(ctx, draftId);
  });
}
