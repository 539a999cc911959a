import { setTimeout as pause } from 'node:timers/promises';
import type { Database, Transaction } from '../database.server';

/** Longer than another process rests between two tries for the lock (see `groupCommit`). */
export const restMilliseconds = 50;

export interface Steps<Row, Result, Within> {
  rows: readonly Row[];
  /** Rows of one transaction: so many that others who write hardly notice. */
  size: number;
  work: (within: Within, rows: readonly Row[]) => Promise<Result>;
}

/** What opens the transactions: a database, or what hands on more than its handle inside each. */
export interface OpensTransactions<Within> {
  engine: Database['engine'];
  transaction<Result>(work: (within: Within) => Promise<Result>): Promise<Result>;
}

/**
 * Works through many rows in transactions of a few, one after the other, with a rest between in which others get
 * their turn: a portal that runs beside waits for one step at most. What was done stays when a later step fails, so
 * the work has to be one that can be run again. Answers the result of each step.
 */
export async function inSteps<Row, Result, Within = Transaction>(
  database: OpensTransactions<Within>,
  { rows, size, work }: Steps<Row, Result, Within>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < rows.length; at += size) {
    if (at > 0 && database.engine === 'sqlite') await pause(restMilliseconds);
    results.push(await database.transaction((within) => work(within, rows.slice(at, at + size))));
  }
  return results;
}
