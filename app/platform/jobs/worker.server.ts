import {
  anythingDue,
  claimJobs,
  markDone,
  markFailed,
  mostAttempts,
  renewLeases,
  returnLeases,
} from './job-rows.server';
import type { ClaimedJob } from './job-rows.server';
import type { Clock } from '../clock';
import type { Database } from '../db/database.server';
import type { Log } from '../log.server';
import { inLanes } from '~/lib/in-lanes';

export type JobHandler = (payload: unknown) => Promise<void>;

export interface RecurringJob {
  everySeconds: number;
  run: () => Promise<unknown>;
}

export interface WorkerPorts {
  database: Database;
  clock: Clock;
  log: Log;
  /** Names this worker on the jobs that it holds. */
  owner: string;
  handlers: Record<string, JobHandler>;
  recurring: Record<string, RecurringJob>;
}

const restMilliseconds = 500;
const renewMilliseconds = 20_000;
const longestJobMilliseconds = 10 * 60_000;
const patienceAtStopMilliseconds = 10_000;

function inTime<Result>(work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The job took too long')), longestJobMilliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

async function perform(ports: WorkerPorts, job: ClaimedJob): Promise<void> {
  const { owner, clock, database, log } = ports;
  try {
    const handler = ports.handlers[job.kind];
    if (!handler) throw new Error(`No handler for jobs of kind ${job.kind}`);
    await inTime(handler(JSON.parse(job.payload)));
    await database.transaction((tx) => markDone(tx, job, { owner, now: clock.now() }));
  } catch (thrown) {
    const error = String(thrown);
    log.error(
      { job: job.kind, attempts: job.attempts, dead: job.attempts >= mostAttempts, error },
      'job failed',
    );
    const failure = { owner, now: clock.now(), error, spread: Math.random() };
    await database.transaction((tx) => markFailed(tx, job, failure));
  }
}

/** Jobs at a time: those that wait for a mail server hold up no others, and their commits share one sync. */
const lanes = 4;

/**
 * Does every job that is due, a few at a time, until none is left or `goOn` says no.
 * Answers how many were tried.
 */
export async function runDueJobs(ports: WorkerPorts, goOn: () => boolean = () => true): Promise<number> {
  let tried = 0;
  while (goOn() && (await anythingDue(ports.database, ports.clock.now()))) {
    const claim = { owner: ports.owner, now: ports.clock.now() };
    const jobs = await ports.database.transaction((tx) => claimJobs(tx, claim));
    if (jobs.length === 0) break;
    await inLanes(lanes, jobs, async (job) => {
      if (!goOn()) return;
      tried += 1;
      await perform(ports, job);
    });
  }
  return tried;
}

async function runRecurring(
  ports: WorkerPorts,
  dueAt: Map<string, number>,
  goOn: () => boolean,
): Promise<void> {
  for (const [name, job] of Object.entries(ports.recurring)) {
    if (!goOn() || (dueAt.get(name) ?? 0) > Date.now()) continue;
    dueAt.set(name, Date.now() + job.everySeconds * 1000);
    await job
      .run()
      .catch((error: unknown) =>
        ports.log.error({ job: name, error: String(error) }, 'recurring job failed'),
      );
  }
}

/** Repeats `turn` with a rest between until `goOn` says no; a fault is logged and not the end. */
async function repeat(log: Log, goOn: () => boolean, turn: () => Promise<unknown>): Promise<void> {
  while (goOn()) {
    await turn().catch((error: unknown) => log.error({ error: String(error) }, 'worker failed'));
    if (goOn()) await new Promise((resolve) => setTimeout(resolve, restMilliseconds));
  }
}

export interface Worker {
  /** False when the worker has stood still for longer than any job may take. */
  alive(): boolean;
  /** Stops after the job at hand, waiting for it a while, and gives back what it holds. */
  stop(): Promise<void>;
}

/** Turns until it is stopped. What recurs has a turn of its own: a long queue of mail closes no ballot late. */
export function startWorker(ports: WorkerPorts): Worker {
  let stopping = false;
  const lastTurn = { jobs: Date.now(), recurring: Date.now() };
  const goOn = (part: keyof typeof lastTurn) => () => {
    lastTurn[part] = Date.now();
    return !stopping;
  };
  const dueAt = new Map<string, number>();
  const turning = Promise.all([
    repeat(ports.log, goOn('jobs'), () => runDueJobs(ports, goOn('jobs'))),
    repeat(ports.log, goOn('recurring'), () => runRecurring(ports, dueAt, goOn('recurring'))),
  ]);
  const renewing = setInterval(() => {
    ports.database
      .transaction((tx) => renewLeases(tx, { owner: ports.owner, now: ports.clock.now() }))
      .catch((error: unknown) => ports.log.error({ error: String(error) }, 'leases were not renewed'));
  }, renewMilliseconds);
  return {
    alive: () => Date.now() - Math.min(lastTurn.jobs, lastTurn.recurring) < longestJobMilliseconds + 60_000,
    stop: async () => {
      stopping = true;
      clearInterval(renewing);
      await Promise.race([
        turning,
        new Promise((resolve) => setTimeout(resolve, patienceAtStopMilliseconds).unref()),
      ]);
      await ports.database.transaction((tx) => returnLeases(tx, ports.owner));
    },
  };
}
