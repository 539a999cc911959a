import type { Context } from './context';
import { keyedHash } from '~/platform/crypto/keyed-hash.server';
import { openSealed, seal } from '~/platform/crypto/seal.server';
import type { Transaction } from '~/platform/db/database.server';

/** For so long the same form by the same person is the same act: a second tap, or sending again because no answer came. */
export const sameFormMinutes = 5;

const oldest = (ctx: Context) => new Date(ctx.clock.now().getTime() - sameFormMinutes * 60_000);

async function keyOf(ctx: Context, name: string): Promise<string | null> {
  const { actor } = ctx;
  const form = (await ctx.formDigest?.()) ?? null;
  if (form === null || actor.kind !== 'person') return null;
  const by = [actor.personId, actor.actingFor?.organisationId ?? null];
  return keyedHash(ctx.configuration.dataKey, JSON.stringify(['done', name, by, form]));
}

/** Takes the key, or answers what the act that has it made. Whoever takes it meanwhile waits for this transaction. */
async function taken(tx: Transaction, ctx: Context, key: string): Promise<string | null> {
  const now = ctx.clock.now();
  await tx.prisma.doneAct.deleteMany({
    where: { key, OR: [{ doneAt: { lt: oldest(ctx) } }, { doneAt: { gt: now } }] },
  });
  const added = await tx.sql.run(
    'INSERT INTO "DoneAct" ("key", "result", "doneAt") VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    [key, '', now],
  );
  if (added > 0) return null;
  return (await tx.prisma.doneAct.findUnique({ where: { key } }))?.result ?? null;
}

/**
 * Runs what makes something in one transaction, and once: where the same form of the same person did so some minutes
 * ago, nothing is done and the first one's answer is given. The mark is written in the transaction of the act: of
 * many at once one is done, on both engines, and an act that fails leaves no mark. What no form asks for is done always.
 */
export async function doOnce<Result extends string>(
  ctx: Context,
  name: string,
  make: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const key = await keyOf(ctx, name);
  if (key === null) return ctx.database.transaction(make);
  return ctx.database.transaction(async (tx) => {
    const before = await taken(tx, ctx, key);
    if (before !== null) return before as Result;
    const result = await make(tx);
    await tx.prisma.doneAct.update({ where: { key }, data: { result } });
    return result;
  });
}

export interface ShownOnce {
  id: string;
  /** A key or secret that is shown to who made it, and kept nowhere in a readable form. */
  secret: string;
}

/** Between an id and what is sealed: neither holds a blank. */
const between = ' ';

/**
 * As `doOnce`, for what comes with a secret: while the mark stands the secret lies sealed in it, so that who sent the
 * form twice is shown the one secret that holds, whichever answer they see.
 */
export async function doOnceWithSecret(
  ctx: Context,
  name: string,
  make: (tx: Transaction) => Promise<ShownOnce>,
): Promise<ShownOnce> {
  const { dataKey } = ctx.configuration;
  const done = await doOnce(ctx, name, async (tx) => {
    const { id, secret } = await make(tx);
    return `${id}${between}${seal(dataKey, secret)}`;
  });
  const [id = '', sealed = ''] = done.split(between);
  return { id, secret: openSealed(dataKey, sealed) };
}

/** What was made is taken back: the same form makes it anew. */
export async function forgetDone(tx: Transaction, result: string): Promise<void> {
  await tx.prisma.doneAct.deleteMany({
    where: { OR: [{ result }, { result: { startsWith: `${result}${between}` } }] },
  });
}

/** Forgets what was done longer ago. */
export async function forgetDoneActs(ctx: Context): Promise<void> {
  await ctx.database.transaction((tx) =>
    tx.prisma.doneAct.deleteMany({ where: { doneAt: { lt: oldest(ctx) } } }),
  );
}
