/**
 * What cannot be written about transactions. Nothing of this runs: the type check fails where one of the lines marked
 * `@ts-expect-error` is accepted, and the lint where one of those switched off for a line no longer needs it.
 */
import type { Context, ReadContext, TransactionContext } from '~/domains/context';
import { inTransaction } from '~/domains/in-transaction.server';
import type { Database, Reads, Transaction } from '~/platform/db/database.server';

declare const outside: Context;
declare const inside: TransactionContext;
declare function query(ctx: ReadContext): Promise<number>;
declare function useCase(ctx: Context): Promise<void>;
declare function part(ctx: TransactionContext): Promise<number>;
declare function helper(tx: Transaction): Promise<number>;

export const accepted = {
  queriesTakeBoth: [query(outside), query(inside)],
  partsTakeTheTransaction: [part(inside), helper(inside)],
  actsForAnother: part({ ...inside, actor: { kind: 'system' } }),
};

// @ts-expect-error A part of a transaction is never called with the context outside.
export const partOutside = part(outside);
// @ts-expect-error A transaction is not opened inside another.
export const nested = inTransaction(inside, part);
// @ts-expect-error Nor by a use case that opens one.
export const useCaseInside = useCase(inside);
// @ts-expect-error What only reads does not hand on what it has to what writes.
export const writesByReading = (ctx: ReadContext) => part(ctx);
// @ts-expect-error Nor does it open a transaction.
export const opensByReading = (ctx: ReadContext) => inTransaction(ctx, part);
// @ts-expect-error Outside a transaction nothing writes.
export const writesOutside = () => outside.database.read.follow.deleteMany({});
// @ts-expect-error Nor by raw SQL.
export const runsOutside = () => outside.database.sql.run('DELETE FROM "Follow"');
// @ts-expect-error A transaction leads to no database.
export const outerConnection: Database = inside.database;
// @ts-expect-error It does not leave its own.
export const probes = () => inside.database.probe();

export const closures = (ctx: Context, other: Context, reads: Reads) => {
  const { database } = ctx;
  const { read } = ctx.database;
  const holder = { ctx };
  const open = () => other;
  return [
    inTransaction(ctx, (ctx) => query(ctx)),
    // eslint-disable-next-line house/one-handle -- the context outside, by another name
    inTransaction(ctx, () => query(other)),
    // eslint-disable-next-line house/one-handle -- what it was called before
    inTransaction(ctx, (within) => Promise.all([query(within), query(ctx)])),
    // eslint-disable-next-line house/one-handle -- the database, taken out before
    inTransaction(ctx, async (ctx) => [await query(ctx), await database.read.person.count()]),
    // eslint-disable-next-line house/one-handle -- what only reads, taken out before
    inTransaction(ctx, async (ctx) => [await query(ctx), await read.person.count()]),
    // eslint-disable-next-line house/one-handle -- handed in beside
    inTransaction(ctx, async (ctx) => [await query(ctx), await reads.sql.all('SELECT 1')]),
    // eslint-disable-next-line house/one-handle -- within something else
    inTransaction(ctx, () => query(holder.ctx)),
    // eslint-disable-next-line house/one-handle -- answered by a function
    inTransaction(ctx, () => query(open())),
    // eslint-disable-next-line house/one-handle -- some functions further
    inTransaction(ctx, async (ctx) => [1, 2].map(() => [query(ctx), query(other)])),
    // eslint-disable-next-line house/one-handle -- kept under a name inside
    inTransaction(ctx, async () => ((kept) => query(kept))(other)),
    // eslint-disable-next-line house/one-handle -- opened by the context's database
    ctx.database.transaction((tx) => helper(tx)),
  ];
};

export const pair = async (ctx: TransactionContext, other: ReadContext) => {
  await part(ctx);
  // eslint-disable-next-line house/one-handle -- two handles in one signature
  await query(other);
};
// eslint-disable-next-line house/one-handle -- the bare transaction, and a context beside it
export const barePair = async (tx: Transaction, ctx: Context) => [await helper(tx), await query(ctx)];
