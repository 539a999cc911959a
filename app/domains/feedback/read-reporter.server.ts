import type { Context } from '../context';
import { DomainError, ensure } from '../domain-error';
import { displayNames, tellOfReading } from '../identity/index.server';
import { inTransaction } from '../in-transaction.server';
import { mayReadReporter } from './policy';
import { feedbackFactColumns, feedbackFacts } from './visibility';

/** Who reported misconduct, for a stated purpose: the reading is on record, and who reported is told of it. */
export async function readReporter(
  ctx: Context,
  feedbackId: string,
  { reason }: { reason: string },
): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    const row = await ctx.prisma.feedback.findUnique({
      where: { id: feedbackId },
      select: feedbackFactColumns,
    });
    if (!row) throw new DomainError('not-found');
    ensure(mayReadReporter(ctx.actor, feedbackFacts(row)));
    const { authorId, areaId } = row;
    await tellOfReading(ctx, { personId: authorId, areaId, readId: feedbackId, reason });
    return (await displayNames(ctx, [row.authorId]))[row.authorId] ?? '';
  });
}
