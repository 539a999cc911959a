import type { Database, Transaction } from '../db/database.server';
import { cutText } from '~/lib/texts/cut-text';

export const leaseSeconds = 60;
export const mostAttempts = 8;
const batchSize = 20;

export interface ClaimedJob {
  id: string;
  kind: string;
  payload: string;
  attempts: number;
}

export interface Claim {
  owner: string;
  now: Date;
}

/** Nothing is put off for longer: such a job was written by a clock that was ahead, and is due. */
const longestDelayHours = 12;

/** A lease has run out, or ends so late that a clock which was ahead must have given it. */
const due = `(("state" = 'waiting' AND ("runAt" <= ? OR "runAt" > ?))
  OR ("state" = 'leased' AND ("leasedUntil" < ? OR "leasedUntil" > ?)))`;
const dueAt = (now: Date) => {
  const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  return [now, later(longestDelayHours * 3600), now, later(5 * leaseSeconds)];
};

/** Kinds of jobs that share lanes: only these, or all but these. */
export interface Kinds {
  only?: readonly string[];
  except?: readonly string[];
}

function ofKinds({ only, except = [] }: Kinds): { sql: string; values: readonly string[] } {
  const values = only ?? except;
  if (values.length === 0) return { sql: '', values };
  return { sql: ` AND "kind" ${only ? 'IN' : 'NOT IN'} (${values.map(() => '?').join(', ')})`, values };
}

const leaseEnd = (now: Date) => new Date(now.getTime() + leaseSeconds * 1000);

/** When to try again: 5 s, 25 s, 2 min … 6 h, with a spread, so that retries do not come together. */
export function retryDelaySeconds(attempts: number, spread: number): number {
  return Math.min(5 ** attempts, 6 * 3600) * (0.8 + 0.4 * spread);
}

export async function anythingDue(database: Database, now: Date, kinds: Kinds = {}): Promise<boolean> {
  const { sql, values } = ofKinds(kinds);
  const rows = await database.sql.all(`SELECT 1 FROM "OutboxJob" WHERE ${due}${sql} LIMIT 1`, [
    ...dueAt(now),
    ...values,
  ]);
  return rows.length > 0;
}

/**
 * Leases the next jobs by one statement; on PostgreSQL rows that another worker is taking are skipped. What this worker
 * holds already is left out, whatever its clock says of the lease.
 */
export function claimJobs(tx: Transaction, { owner, now }: Claim, kinds: Kinds = {}): Promise<ClaimedJob[]> {
  const lock = tx.engine === 'postgresql' ? 'FOR UPDATE SKIP LOCKED' : '';
  const { sql, values } = ofKinds(kinds);
  return tx.sql.all<ClaimedJob>(
    `UPDATE "OutboxJob" SET "state" = 'leased', "leaseOwner" = ?, "leasedUntil" = ?, "attempts" = "attempts" + 1
     WHERE "id" IN (SELECT "id" FROM "OutboxJob" WHERE ${due}${sql}
       AND ("leaseOwner" IS NULL OR "leaseOwner" <> ? OR "state" <> 'leased')
       ORDER BY "runAt", "id" LIMIT ${batchSize} ${lock})
     RETURNING "id", "kind", "payload", "attempts"`,
    [owner, leaseEnd(now), ...dueAt(now), ...values, owner],
  );
}

/** Keeps what the worker holds from being taken over while it is alive. */
export function renewLeases(tx: Transaction, { owner, now }: Claim): Promise<number> {
  return tx.sql.run(
    `UPDATE "OutboxJob" SET "leasedUntil" = ? WHERE "state" = 'leased' AND "leaseOwner" = ?`,
    [leaseEnd(now), owner],
  );
}

/** Gives back what was leased and not done, as if it had not been tried. */
export function returnLeases(tx: Transaction, owner: string): Promise<number> {
  return tx.sql.run(
    `UPDATE "OutboxJob" SET "state" = 'waiting', "attempts" = "attempts" - 1, "leaseOwner" = NULL, "leasedUntil" = NULL
     WHERE "state" = 'leased' AND "leaseOwner" = ?`,
    [owner],
  );
}

export function markDone(tx: Transaction, job: ClaimedJob, { owner, now }: Claim): Promise<number> {
  return tx.sql.run(
    `UPDATE "OutboxJob" SET "state" = 'done', "finishedAt" = ?, "leasedUntil" = NULL, "lastError" = NULL
     WHERE "id" = ? AND "leaseOwner" = ?`,
    [now, job.id, owner],
  );
}

/** A job that will not go better another time: it is given up at once. */
export class PermanentFailure extends Error {}

export interface Failure extends Claim {
  error: string;
  isPermanent: boolean;
  spread: number;
}

/** Puts the job off, or gives it up after the last attempt; its error stays to be read. */
export function markFailed(tx: Transaction, job: ClaimedJob, failure: Failure): Promise<number> {
  const isOver = failure.isPermanent || job.attempts >= mostAttempts;
  const state = isOver ? 'dead' : 'waiting';
  const delay = retryDelaySeconds(job.attempts, failure.spread) * 1000;
  return tx.sql.run(
    `UPDATE "OutboxJob" SET "state" = ?, "runAt" = ?, "leasedUntil" = NULL, "leaseOwner" = NULL, "lastError" = ?
     WHERE "id" = ? AND "leaseOwner" = ?`,
    [state, new Date(failure.now.getTime() + delay), cutText(failure.error, 500), job.id, failure.owner],
  );
}

/** Forgets jobs that were done before the given instant; what is dead stays. */
export function forgetDoneJobs(tx: Transaction, before: Date): Promise<number> {
  return tx.sql.run(`DELETE FROM "OutboxJob" WHERE "state" = 'done' AND "finishedAt" < ?`, [before]);
}
