import { setTimeout as rest } from 'node:timers/promises';
import type { Context, TransactionContext } from './context';
import type { IndexedKind } from './define-subject.server';
import { inTransaction } from './in-transaction.server';
import { restMilliseconds } from '~/platform/db/lists/in-steps';
import { readKept, writeKept } from '~/platform/db/kept-values.server';
import { lockRows } from '~/platform/db/lock-row';
import { indexedAmong, indexText } from '~/platform/db/search';

/** Raised, by a migration that empties the index, whenever texts are cut into other pieces than before. */
const filled = 'search-index-2';
const together = 50;

/** Puts the next older matters into the index where they are missing; answers the last that it looked at. */
async function fillStep(
  ctx: TransactionContext,
  { kind, before, of }: { kind: string; before: string | null; of: IndexedKind },
): Promise<string | null> {
  const ids = await of.publicIds(ctx, { before, take: together });
  if (ids.length === 0) return null;
  // What is hidden or changed meanwhile is indexed by whoever does it, before or after this step.
  await lockRows(ctx, of.table, ids);
  const known = await indexedAmong(ctx.database, kind, ids);
  const missing = ids.filter((id) => !known.has(id));
  for (const text of missing.length > 0 ? await of.publicTexts(ctx, missing) : [])
    await indexText(ctx, { kind, ...text });
  return ids.at(-1) ?? null;
}

/**
 * Indexes what anyone may read and is not in the search index yet, the newest first, beside the portal's work: after a
 * migration emptied the index. Done once, it does nothing; interrupted, it goes on. Answers whether it had to be done.
 */
export async function fillSearchIndex(
  ctx: Context,
  kinds: Iterable<readonly [string, IndexedKind]>,
): Promise<boolean> {
  if ((await readKept(ctx.database, filled)) !== null) return false;
  for (const [kind, of] of kinds) {
    let before: string | null = null;
    for (;;) {
      const from: string | null = before;
      before = await inTransaction(ctx, (ctx) => fillStep(ctx, { kind, before: from, of }));
      if (before === null) break;
      await rest(restMilliseconds);
    }
  }
  await writeKept(ctx.database, filled, ctx.clock.now().toISOString());
  return true;
}
