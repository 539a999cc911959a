import type { Transaction } from './database.server';

/** Tables whose rows decide about others: whoever changes what hangs on such a row holds it first. */
export type HeldTable =
  | 'Agreement'
  | 'Area'
  | 'Ballot'
  | 'BallotDraft'
  | 'CareNeed'
  | 'CareVolunteer'
  | 'Comment'
  | 'Conversation'
  | 'Council'
  | 'Feedback'
  | 'InboundSource'
  | 'Meeting'
  | 'Open311Target'
  | 'Opportunity'
  | 'Organisation'
  | 'Person'
  | 'PortalPage'
  | 'Proposal'
  | 'QueueItem'
  | 'ResponseTemplate'
  | 'Reward'
  | 'Shift'
  | 'WebhookEndpoint'
  | 'WorkOrder';

/**
 * Holds a row until the transaction ends, so that others who lock it first look at what this one left.
 * SQLite has one writer at a time: there is nothing to hold. `share` only keeps it from being changed: many may hold
 * it so at once.
 */
export async function lockRow(
  tx: Transaction,
  table: HeldTable,
  id: string,
  how: 'alone' | 'share' = 'alone',
): Promise<void> {
  if (tx.engine === 'sqlite') return;
  await tx.sql.all(`SELECT "id" FROM "${table}" WHERE "id" = ? FOR ${how === 'alone' ? 'UPDATE' : 'SHARE'}`, [
    id,
  ]);
}

/** Holds several rows of a table in the order of their ids: two who want the same ones never wait for each other. */
export async function lockRows(tx: Transaction, table: HeldTable, ids: readonly string[]): Promise<void> {
  if (tx.engine === 'sqlite') return;
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  const places = wanted.map(() => '?').join(', ');
  await tx.sql.all(`SELECT "id" FROM "${table}" WHERE "id" IN (${places}) ORDER BY "id" FOR UPDATE`, wanted);
}

/**
 * Holds a whole table against others who write it, until the transaction ends; those who read it go on. For rows that
 * are known by two unique values: PostgreSQL's `ON CONFLICT` names one of them, and refuses by the other what another
 * transaction writes at the same time; or for a row that may not be there yet.
 */
export async function lockTable(
  tx: Transaction,
  table: 'Area' | 'Category' | 'Census' | 'HolidayYear' | 'MapLine' | 'OfficeHours',
): Promise<void> {
  if (tx.engine === 'postgresql') await tx.sql.run(`LOCK TABLE "${table}" IN SHARE ROW EXCLUSIVE MODE`);
}
