import { z } from 'zod';
import type { Context } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { successorOf } from '../../organisations/index.server';

const subjectIn = z.object({ subjectId: z.string() });

/**
 * Of a department that was merged into another: the systems that tell of its orders tell of the other's, who has them now.
 * Asked after each event on an organisation; bears repetition.
 */
export async function followMerged(ctx: Context, payload: unknown): Promise<void> {
  const { subjectId: departmentId } = subjectIn.parse(payload);
  const successor = await successorOf(ctx, departmentId);
  if (!successor) return;
  await inTransaction(ctx, (ctx) =>
    ctx.prisma.inboundSource.updateMany({ where: { departmentId }, data: { departmentId: successor.id } }),
  );
}
