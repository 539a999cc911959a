import type { Context } from './context';
import { eachByItself } from './each-by-itself';
import { tableOf } from './held-rows.server';
import { inTransaction } from './in-transaction.server';

const day = 24 * 3600_000;
/** In one transaction: others wait no longer than for that many rows. */
const atOnce = 500;

interface Over {
  model: string;
  /** What a row of it is known by. */
  key: 'id' | 'personId';
  where: Record<string, unknown>;
}

/** Removes some of the rows; answers how many it found. */
function removeSome(ctx: Context, { model, key, where }: Over): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const table = tableOf(ctx.prisma, model);
    const rows = await table.findMany({ where, select: { [key]: true }, take: atOnce });
    const keys = (rows as Record<string, unknown>[]).map((row) => row[key]);
    if (keys.length > 0) await table.deleteMany({ where: { ...where, [key]: { in: keys } } });
    return keys.length;
  });
}

async function removeAll(ctx: Context, over: Over): Promise<number> {
  for (let removed = 0; ;) {
    const some = await removeSome(ctx, over);
    removed += some;
    if (some < atOnce) return removed;
    await ctx.giveWay();
  }
}

/** Removes what is held on persons for longer than its term. Answers how many rows; the clock must be believed. */
export async function enforceTerms(ctx: Context): Promise<number> {
  let removed = 0;
  await eachByItself(Object.entries(ctx.subjects.heldTerms), async ([model, term]) => {
    if (term.kept !== 'days') return;
    const before = new Date(ctx.clock.now().getTime() - term.days * day);
    const where = { ...term.where, [term.after]: { lt: before } };
    removed += await removeAll(ctx, { model, key: term.key, where });
  });
  return removed;
}
