import type { Transaction } from './database.server';

/**
 * Holds a row until the transaction ends, so that others who lock it first look at what this one left.
 * SQLite has one writer at a time: there is nothing to hold.
 */
export async function lockRow(tx: Transaction, table: 'Agreement' | 'Conversation' | 'Shift', id: string): Promise<void> {
  if (tx.engine === 'sqlite') return;
  await tx.sql.all(`SELECT "id" FROM "${table}" WHERE "id" = ? FOR UPDATE`, [id]);
}
