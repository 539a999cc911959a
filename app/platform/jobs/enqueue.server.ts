import type { Transaction } from '../db/database.server';
import { newId } from '../ids';

export interface NewJob {
  kind: string;
  payload: unknown;
  runAt: Date;
  /** A job with a key that is known already is not written again. */
  idempotencyKey: string;
}

/** Writes work for the worker in the transaction that causes it. */
export async function enqueue(tx: Transaction, job: NewJob): Promise<void> {
  await tx.sql.run(
    `INSERT INTO "OutboxJob" ("id", "kind", "payload", "idempotencyKey", "state", "attempts", "runAt", "createdAt")
     VALUES (?, ?, ?, ?, 'waiting', 0, ?, ?) ON CONFLICT ("idempotencyKey") DO NOTHING`,
    [newId(job.runAt), job.kind, JSON.stringify(job.payload), job.idempotencyKey, job.runAt, job.runAt],
  );
}
