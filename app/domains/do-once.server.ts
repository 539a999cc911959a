import type { Context, ReadContext, TransactionContext } from './context';
import { inTransaction } from './in-transaction.server';
import type { Transaction } from '~/platform/db/database.server';

/** For so long the same form by the same person is the same act: a second tap, or sending again because no answer came. */
export const sameFormMinutes = 5;

const oldest = (ctx: ReadContext) => new Date(ctx.clock.now().getTime() - sameFormMinutes * 60_000);

/** What is hashed of an act: the form, and who sent it. */
async function actText(ctx: ReadContext, name: string): Promise<string | null> {
  const { actor } = ctx;
  const form = (await ctx.formDigest?.()) ?? null;
  if (form === null || actor.kind !== 'person') return null;
  const by = [actor.personId, actor.actingFor?.organisationId ?? null];
  return JSON.stringify(['done', name, by, form]);
}

type HashesOfAct = ReturnType<ReadContext['keys']['hashes']>;

/** Takes the key, or answers what the act that has it made. Whoever takes it meanwhile waits for this transaction. */
async function taken(ctx: TransactionContext, [key, ...older]: HashesOfAct): Promise<string | null> {
  const now = ctx.clock.now();
  await ctx.prisma.doneAct.deleteMany({
    where: { key: { in: [key, ...older] }, OR: [{ doneAt: { lt: oldest(ctx) } }, { doneAt: { gt: now } }] },
  });
  if (older.length > 0) {
    const before = await ctx.prisma.doneAct.findFirst({ where: { key: { in: older } } });
    if (before) return before.result;
  }
  const added = await ctx.sql.run(
    'INSERT INTO "DoneAct" ("key", "result", "doneAt") VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    [key, '', now],
  );
  if (added > 0) return null;
  return (await ctx.prisma.doneAct.findUnique({ where: { key } }))?.result ?? null;
}

/**
 * Runs what makes something in one transaction, and once: where the same form of the same person did so some minutes
 * ago, nothing is done and the first one's answer is given. The mark is written in the transaction of the act: of
 * many at once one is done, on both engines, and an act that fails leaves no mark. What no form asks for is done always.
 */
export async function doOnce<Result extends string>(
  ctx: Context,
  name: string,
  make: (ctx: TransactionContext) => Promise<Result>,
): Promise<Result> {
  const text = await actText(ctx, name);
  if (text === null) return inTransaction(ctx, make);
  return inTransaction(ctx, async (ctx) => {
    const hashing = ctx.keys.isTurning() ? await ctx.keys.hold(ctx) : ctx.keys;
    const hashes = hashing.hashes(text);
    const before = await taken(ctx, hashes);
    if (before !== null) return before as Result;
    const result = await make(ctx);
    await ctx.prisma.doneAct.update({ where: { key: hashes[0] }, data: { result } });
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
  make: (ctx: TransactionContext) => Promise<ShownOnce>,
): Promise<ShownOnce> {
  const done = await doOnce(ctx, name, async (ctx) => {
    const { id, secret } = await make(ctx);
    return `${id}${between}${ctx.keys.seal(secret)}`;
  });
  const [id = '', sealed = ''] = done.split(between);
  return { id, secret: ctx.keys.open(sealed) };
}

/** What was made is taken back: the same form makes it anew. */
export async function forgetDone(tx: Transaction, ...ids: readonly string[]): Promise<void> {
  await tx.prisma.doneAct.deleteMany({ where: { result: { in: [...ids] } } });
}

/** As `forgetDone`, for what came with a secret. */
export async function forgetDoneWithSecret(tx: Transaction, id: string): Promise<void> {
  await tx.prisma.doneAct.deleteMany({ where: { result: { startsWith: `${id}${between}` } } });
}

/** Forgets what was done longer ago. */
export async function forgetDoneActs(ctx: Context): Promise<void> {
  await inTransaction(ctx, (ctx) =>
    ctx.prisma.doneAct.deleteMany({ where: { doneAt: { lt: oldest(ctx) } } }),
  );
}
