import type { Transaction } from './database.server';

/**
 * Runs a part of a transaction that may be refused: where it throws, what it wrote is undone, the error goes on to
 * the caller, and the transaction can be gone on with, on PostgreSQL too. One part at a time.
 */
export async function withSavepoint<Result>(tx: Transaction, part: () => Promise<Result>): Promise<Result> {
  await tx.sql.run('SAVEPOINT part');
  try {
    const result = await part();
    await tx.sql.run('RELEASE SAVEPOINT part');
    return result;
  } catch (error) {
    await tx.sql.run('ROLLBACK TO SAVEPOINT part');
    await tx.sql.run('RELEASE SAVEPOINT part');
    throw error;
  }
}
