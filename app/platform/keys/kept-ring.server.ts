import { begunWith } from './begun-with.server';
import { newRing, readWraps, ringBegunWith, unwrap, wrap } from './key-ring.server';
import type { OpenedRing, WrappedRing } from './key-ring.server';
import { ConfigurationError } from '../configuration.server';
import type { Database, Transaction } from '../db/database.server';
import { keepFirst, readKept } from '../db/kept-values.server';

const ringName = 'key-ring';
const useName = 'key-ring.used.';

export const readRingText = (database: Database) => readKept(database, ringName);

/** The ring as it is kept, which nobody replaces until the transaction ends; `alone`: and nobody else holds it so. */
export async function heldRingText(tx: Transaction, how: 'share' | 'alone' = 'share'): Promise<string> {
  const lock = tx.engine === 'sqlite' ? '' : how === 'share' ? ' FOR SHARE' : ' FOR UPDATE';
  const [row] = await tx.sql.all<{ value: string }>(
    `SELECT "value" FROM "KeptValue" WHERE "name" = ?${lock}`,
    [ringName],
  );
  return row?.value ?? '';
}

/** Under which a process notes by which wrap it opens the ring, while there are several. */
export const useOf = (wrapId: string) => `${useName}${wrapId}`;

export const forgetUses = (tx: Transaction) =>
  tx.sql.run(`DELETE FROM "KeptValue" WHERE "name" LIKE '${useName}%'`);

/** Writes the ring where it is still the one that was read; answers whether it was. */
export async function replaceRing(tx: Transaction, before: string, after: WrappedRing): Promise<boolean> {
  const sql = 'UPDATE "KeptValue" SET "value" = ? WHERE "name" = ? AND "value" = ?';
  return (await tx.sql.run(sql, [JSON.stringify(after), ringName, before])) === 1;
}

export interface KeptRing extends OpenedRing {
  /** As it is kept, wrapped. */
  text: string;
  wraps: WrappedRing['wraps'];
}

/** The ring that is kept; null where DATA_KEY opens it not, or none is kept. */
export async function openKept(database: Database, dataKey: string): Promise<KeptRing | null> {
  const text = await readRingText(database);
  return text === null ? null : openText(text, dataKey);
}

export function openText(text: string, dataKey: string): KeptRing | null {
  const wrapped = readWraps(text);
  const opened = unwrap(wrapped, dataKey);
  return opened && { ...opened, text, wraps: wrapped.wraps };
}

/** Whether what the database holds opens with the key; with nothing in it any does. Only looks. */
export async function isDataKey(database: Database, dataKey: string): Promise<boolean> {
  if ((await readRingText(database)) !== null) return (await openKept(database, dataKey)) !== null;
  return (await begunWith(database, dataKey)) !== 'another';
}

async function makeRing(database: Database, dataKey: string): Promise<string | null> {
  const begun = await begunWith(database, dataKey);
  if (begun === 'another') return null;
  const ring = begun === 'nothing' ? newRing() : ringBegunWith(dataKey);
  // Of several processes that make one at once the first one's stays.
  return keepFirst(database, ringName, JSON.stringify({ wraps: [wrap(ring, dataKey)] }));
}

/**
 * The ring of the database, made where there is none yet. Throws ConfigurationError where another DATA_KEY wraps it:
 * addresses, ballots and secrets of connections could not be opened, and new ones would be sealed by a second key.
 */
export async function ensureRing(database: Database, dataKey: string): Promise<KeptRing> {
  const text = (await readRingText(database)) ?? (await makeRing(database, dataKey));
  const kept = text === null ? null : openText(text, dataKey);
  if (!kept)
    throw new ConfigurationError(
      'DATA_KEY: this database was sealed with another key. Set the one that it was sealed with last (of a restored backup: the one of its time); without it, addresses, open ballots and secrets of connections cannot be read.',
    );
  return kept;
}
