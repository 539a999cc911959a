import { ClockWatch } from './clock-watch';
import type { Held } from './clock-watch';
import {
  markDone,
  markFailed,
  mostAttempts,
  PermanentFailure,
  renewLeases,
  returnLeases,
} from './job-rows.server';
import type { ClaimedJob, Kinds } from './job-rows.server';
import { runLanes } from './lanes.server';
import type { LaneGroup } from './lanes.server';
import { isClockConfirmed, newestInstant } from './known-time.server';
import { RecurringJobs } from './recurring.server';
import type { RecurringJob } from './recurring.server';
import { ownTurns } from './turns.server';
import type { Turns } from './turns.server';
import type { Clock } from '../clock';
import type { Database } from '../db/database.server';
import type { Log } from '../log.server';

export type { RecurringJob } from './recurring.server';

export type JobHandler = (payload: unknown) => Promise<void>;

export interface WorkerPorts {
  database: Database;
  clock: Clock;
  log: Log;
  /** Names this worker on the jobs that it holds. */
  owner: string;
  handlers: Record<string, JobHandler>;
  recurring: Record<string, RecurringJob>;
  /** Whose turn it is with what recurs; all its own where none are given. */
  turns?: Turns;
  /** Kinds with lanes of their own; all others share one set. */
  groups?: readonly LaneGroup[];
}

const restMilliseconds = 500;
const renewMilliseconds = 20_000;
const longestJobMilliseconds = 10 * 60_000;
const patienceAtStopMilliseconds = 10_000;

function inTime<Result>(work: Promise<Result>, limitMilliseconds: number): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The job took too long')), limitMilliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

async function perform(ports: WorkerPorts, job: ClaimedJob, limit: number): Promise<void> {
  const { owner, clock, database, log } = ports;
  try {
    const handler = ports.handlers[job.kind];
    if (!handler) throw new Error(`No handler for jobs of kind ${job.kind}`);
    await inTime(handler(JSON.parse(job.payload)), limit);
    await database.transaction((tx) => markDone(tx, job, { owner, now: clock.now() }));
  } catch (thrown) {
    const error = String(thrown);
    const isPermanent = thrown instanceof PermanentFailure;
    const dead = isPermanent || job.attempts >= mostAttempts;
    log.error({ job: job.kind, attempts: job.attempts, dead, error }, 'job failed');
    const failure = { owner, now: clock.now(), error, isPermanent, spread: Math.random() };
    await database
      .transaction((tx) => markFailed(tx, job, failure))
      .catch((fault: unknown) => log.error({ job: job.kind, error: String(fault) }, 'job was not put off'));
  }
}

/** Jobs at a time of those that have no lanes of their own; their commits share one sync. */
const lanes = 4;

/**
 * Does every job that is due, a few at a time, until none is left or `goOn` says no. Each group has lanes of its own.
 * Answers how many were tried.
 */
export async function runDueJobs(ports: WorkerPorts, goOn: () => boolean = () => true): Promise<number> {
  const tried = await Promise.all(setsOf(ports).map((set) => runSet(ports, set, goOn)));
  return tried.reduce((sum, count) => sum + count, 0);
}

interface LaneSet {
  kinds: Kinds;
  lanes: number;
  limitMilliseconds: number;
}

function setsOf({ groups = [] }: WorkerPorts): LaneSet[] {
  const except = groups.flatMap(({ kinds }) => kinds);
  return [
    { kinds: { except }, lanes, limitMilliseconds: longestJobMilliseconds },
    ...groups.map(({ kinds, ...group }) => ({ ...group, kinds: { only: kinds } })),
  ];
}

function runSet(ports: WorkerPorts, set: LaneSet, goOn: () => boolean): Promise<number> {
  const { database, clock, owner } = ports;
  const performed = (job: ClaimedJob) => perform(ports, job, set.limitMilliseconds);
  return runLanes({ database, clock, owner, kinds: set.kinds, lanes: set.lanes, perform: performed }, goOn);
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
  /** Why what cannot be undone waits, for whoever looks after the portal; null where nothing waits. */
  waitsBecause?(): string | null;
  /** Stops after the job at hand, waiting for it a while, and gives back what it holds. */
  stop(): Promise<void>;
}

function keepLeases(ports: WorkerPorts): NodeJS.Timeout {
  return setInterval(() => {
    ports.database
      .transaction((tx) => renewLeases(tx, { owner: ports.owner, now: ports.clock.now() }))
      .then(() => ports.turns?.renew())
      .catch((error: unknown) => ports.log.error({ error: String(error) }, 'leases were not renewed'));
  }, renewMilliseconds);
}

/** Made at the first turn: the newest instant that is known is read from the database. */
async function recurringOf(ports: WorkerPorts): Promise<RecurringJobs> {
  const { clock, database, log } = ports;
  return new RecurringJobs({
    jobs: ports.recurring,
    watch: new ClockWatch(clock, await newestInstant(database)),
    monotonic: () => clock.monotonic?.() ?? performance.now(),
    isConfirmed: () => isClockConfirmed(database, clock.now()),
    turns: ports.turns ?? ownTurns,
    log,
  });
}

const inWords = ({ aheadMilliseconds, remainingMilliseconds }: Held) =>
  `clock: ahead by ${Math.round(aheadMilliseconds / 1000)} s; what cannot be undone waits for ${Math.ceil(remainingMilliseconds / 60_000)} min or \`gongzhi confirm-clock\``;

/**
 * Turns until it is stopped. What recurs has turns of its own and goes by a clock that nobody can set; what cannot be
 * undone waits while the clock on the wall is not believed.
 */
export function startWorker(ports: WorkerPorts): Worker {
  let stopping = false;
  let recurring: RecurringJobs | null = null;
  const elapsed = () => performance.now();
  const lastTurn = { jobs: elapsed(), recurring: elapsed() };
  const goOn = (part: keyof typeof lastTurn) => () => {
    lastTurn[part] = elapsed();
    return !stopping;
  };
  const turning = Promise.all([
    ...setsOf(ports).map((set) => repeat(ports.log, goOn('jobs'), () => runSet(ports, set, goOn('jobs')))),
    repeat(ports.log, goOn('recurring'), async () => {
      recurring ??= await recurringOf(ports);
      await recurring.turn();
    }),
  ]);
  const renewing = keepLeases(ports);
  return {
    alive: () => elapsed() - Math.min(lastTurn.jobs, lastTurn.recurring) < longestJobMilliseconds + 60_000,
    waitsBecause: () => {
      const held = recurring?.heldBecause();
      return held ? inWords(held) : null;
    },
    stop: async () => {
      stopping = true;
      clearInterval(renewing);
      await Promise.race([
        turning.then(() => recurring?.ended()),
        new Promise((resolve) => setTimeout(resolve, patienceAtStopMilliseconds).unref()),
      ]);
      await ports.database.transaction((tx) => returnLeases(tx, ports.owner));
      await ports.turns?.endAll();
    },
  };
}
