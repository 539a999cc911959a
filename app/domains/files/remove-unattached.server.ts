import type { Context, TransactionContext } from '../context';
import { eachByItself } from '../each-by-itself';
import { inTransaction } from '../in-transaction.server';

/** Whoever writes for long sends the form with its pictures at the end. */
const unattachedHours = 24;
/** What nobody can send any more, and how long ago the bytes of a file were put of which there is a row by now. */
const letGoHours = 1;
const atOnce = 200;

/** Whether no other row has this file, and no subject keeps it. */
async function isLast(ctx: TransactionContext, contentHash: string): Promise<boolean> {
  if ((await ctx.prisma.storedFile.count({ where: { contentHash } })) > 0) return false;
  if ((await ctx.prisma.pictureSize.count({ where: { contentHash } })) > 0) return false;
  return !(await ctx.subjects.keepFile(ctx, contentHash));
}

/** What hangs on nothing and is not waited for: too old, or let go by whoever uploaded it. */
const unattached = (now: Date) => {
  const before = (hours: number) => ({ lt: new Date(now.getTime() - hours * 3600_000) });
  const old = { createdAt: before(unattachedHours) };
  const letGo = { uploadedBy: null, createdAt: before(letGoHours) };
  return { attachments: { none: {} }, OR: [old, letGo] };
};

/** Removes one file that hangs on nothing, with all its sizes; what others use of its bytes stays. */
async function removeFile(ctx: Context, id: string, now: Date): Promise<void> {
  const free = await inTransaction(ctx, async (ctx) => {
    const where = { id, ...unattached(now) };
    const file = await ctx.prisma.storedFile.findFirst({
      where,
      select: { contentHash: true, sizes: { select: { contentHash: true } } },
    });
    const removed = await ctx.prisma.storedFile.deleteMany({ where });
    if (!file || removed.count === 0) return [];
    const hashes = new Set([file, ...file.sizes].map(({ contentHash }) => contentHash));
    const last = [];
    for (const hash of hashes) if (await isLast(ctx, hash)) last.push(hash);
    return last;
  });
  const unusedSince = new Date(now.getTime() - letGoHours * 3600_000);
  for (const hash of free) await ctx.files.remove(hash, unusedSince);
}

/**
 * Removes the files that hang on nothing: of forms that were refused, or sent twice, or never. What another upload with
 * the same bytes uses stays, and so does what a subject made and keeps by the same hash. Answers how many uploads were
 * removed.
 */
export async function removeUnattached(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  const rows = await ctx.database.read.storedFile.findMany({
    where: unattached(now),
    orderBy: { id: 'asc' },
    take: atOnce,
    select: { id: true },
  });
  await eachByItself(rows, async ({ id }) => {
    await removeFile(ctx, id, now);
    await ctx.giveWay();
  });
  return rows.length;
}
