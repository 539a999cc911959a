import type { Database, Transaction } from '../db/database.server';
import type { Clock } from '../clock';
import type { Log } from '../log.server';

export type JobHandler = (payload: unknown) => Promise<void>;

export interface RecurringJob {
  everySeconds: number;
  run: () => Promise<unknown>;
}

export interface WorkerPorts {
  database: Database;
  clock: Clock;
  log: Log;
  owner: string;
  handlers: Record<string, JobHandler>;
  recurring: Record<string, RecurringJob>;
}

const leaseSeconds = 60;
const mostAttempts = 8;
const batchSize = 20;

interface ClaimedJob {
  id: string;
  kind: string;
  payload: string;
  attempts: number;
}

/** When to try again: 5 s, 25 s, 2 min … 6 h, with a spread, so that retries do not come together. */
export function retryDelaySeconds(attempts: number, spread: number): number {
  return Math.min(5 ** attempts, 6 * 3600) * (0.8 + 0.4 * spread);
}

/** A row is claimed by one statement; on PostgreSQL rows that another worker holds are skipped. */
async function claim(tx: Transaction, owner: string, now: Date): Promise<ClaimedJob[]> {
  const lock = tx.engine === 'postgresql' ? 'FOR UPDATE SKIP LOCKED' : '';
  const until = new Date(now.getTime() + leaseSeconds * 1000);
  return tx.sql.all<ClaimedJob>(
    `UPDATE "OutboxJob" SET "state" = 'leased', "leaseOwner" = ?, "leasedUntil" = ?, "attempts" = "attempts" + 1
     WHERE "id" IN (SELECT "id" FROM "OutboxJob"
       WHERE ("state" = 'waiting' AND "runAt" <= ?) OR ("state" = 'leased' AND "leasedUntil" < ?)
       ORDER BY "runAt" LIMIT ${batchSize} ${lock})
     RETURNING "id", "kind", "payload", "attempts"`,
    [owner, until, now, now],
  );
}

async function finish(ports: WorkerPorts, job: ClaimedJob): Promise<void> {
  await ports.database.transaction((tx) =>
    tx.sql.run(
      `UPDATE "OutboxJob" SET "state" = 'done', "finishedAt" = ?, "leasedUntil" = NULL WHERE "id" = ? AND "leaseOwner" = ?`,
      [ports.clock.now(), job.id, ports.owner],
    ),
  );
}

async function fail(ports: WorkerPorts, job: ClaimedJob, error: unknown): Promise<void> {
  const now = ports.clock.now();
  const dead = job.attempts >= mostAttempts;
  const delay = retryDelaySeconds(job.attempts, Math.random());
  ports.log.error({ job: job.kind, attempts: job.attempts, dead, error: String(error) }, 'job failed');
  await ports.database.transaction((tx) =>
    tx.sql.run(
      `UPDATE "OutboxJob" SET "state" = ?, "runAt" = ?, "leasedUntil" = NULL, "leaseOwner" = NULL, "lastError" = ? WHERE "id" = ?`,
      [
        dead ? 'dead' : 'waiting',
        new Date(now.getTime() + delay * 1000),
        String(error).slice(0, 500),
        job.id,
      ],
    ),
  );
}

async function perform(ports: WorkerPorts, job: ClaimedJob): Promise<void> {
  const handler = ports.handlers[job.kind];
  try {
    if (!handler) throw new Error(`No handler for jobs of kind ${job.kind}`);
    await handler(JSON.parse(job.payload));
    await finish(ports, job);
  } catch (error) {
    await fail(ports, job, error);
  }
}

async function anythingDue(ports: WorkerPorts): Promise<boolean> {
  const now = ports.clock.now();
  const rows = await ports.database.sql.all(
    `SELECT 1 FROM "OutboxJob" WHERE ("state" = 'waiting' AND "runAt" <= ?) OR ("state" = 'leased' AND "leasedUntil" < ?) LIMIT 1`,
    [now, now],
  );
  return rows.length > 0;
}

/** Does every job that is due, until none is left. Answers how many were tried. */
export async function runDueJobs(ports: WorkerPorts): Promise<number> {
  let tried = 0;
  while (await anythingDue(ports)) {
    const jobs = await ports.database.transaction((tx) => claim(tx, ports.owner, ports.clock.now()));
    if (jobs.length === 0) break;
    for (const job of jobs) await perform(ports, job);
    tried += jobs.length;
  }
  return tried;
}

export interface Worker {
  /** False when the worker has not turned for a minute. */
  alive(): boolean;
  /** Stops after the job at hand and gives back what it holds. */
  stop(): Promise<void>;
}

const restMilliseconds = 500;

/** Turns until it is stopped: recurring work that is due, then the jobs. */
export function startWorker(ports: WorkerPorts): Worker {
  const dueAt = new Map(Object.keys(ports.recurring).map((name) => [name, 0]));
  let stopping = false;
  let lastTurn = Date.now();

  async function runRecurring(): Promise<void> {
    for (const [name, job] of Object.entries(ports.recurring)) {
      if (stopping || (dueAt.get(name) ?? 0) > Date.now()) continue;
      dueAt.set(name, Date.now() + job.everySeconds * 1000);
      await job
        .run()
        .catch((error: unknown) =>
          ports.log.error({ job: name, error: String(error) }, 'recurring job failed'),
        );
    }
  }

  async function turn(): Promise<void> {
    while (!stopping) {
      lastTurn = Date.now();
      await runRecurring();
      await runDueJobs(ports).catch((error: unknown) =>
        ports.log.error({ error: String(error) }, 'worker failed'),
      );
      await new Promise((resolve) => setTimeout(resolve, restMilliseconds));
    }
  }

  const turning = turn();
  return {
    alive: () => Date.now() - lastTurn < 60_000,
    stop: async () => {
      stopping = true;
      await turning;
      await ports.database.transaction((tx) =>
        tx.sql.run(
          `UPDATE "OutboxJob" SET "state" = 'waiting', "leaseOwner" = NULL, "leasedUntil" = NULL WHERE "state" = 'leased' AND "leaseOwner" = ?`,
          [ports.owner],
        ),
      );
    },
  };
}
