import type { Context } from '../context';
import { eachByItself } from '../each-by-itself';
import { inTransaction } from '../in-transaction.server';

/** A form that was taken has attached its files long before. */
const unattachedMinutes = 60;
const atOnce = 200;

/**
 * Removes the files that hang on nothing: of forms that were refused, or sent twice. What another upload with the same
 * bytes uses stays, and so does what a subject made and keeps by the same hash. Answers how many uploads were removed.
 */
export async function removeUnattached(ctx: Context): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - unattachedMinutes * 60_000);
  const unattached = { createdAt: { lt: before }, attachments: { none: {} } };
  const rows = await ctx.database.read.storedFile.findMany({
    where: unattached,
    orderBy: { id: 'asc' },
    take: atOnce,
    select: { id: true, contentHash: true },
  });
  await eachByItself(rows, async ({ id, contentHash }) => {
    const isLast = await inTransaction(ctx, async (ctx) => {
      const removed = await ctx.prisma.storedFile.deleteMany({ where: { id, ...unattached } });
      if (removed.count === 0) return false;
      if ((await ctx.prisma.storedFile.count({ where: { contentHash } })) > 0) return false;
      return !(await ctx.subjects.keepFile(ctx, contentHash));
    });
    if (isLast) await ctx.files.remove(contentHash, before);
    await ctx.giveWay();
  });
  return rows.length;
}
