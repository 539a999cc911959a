import { afterEach, beforeEach, expect, it } from 'vitest';
import { enqueue } from './enqueue.server';
import { retryDelaySeconds } from './job-rows.server';
import { runDueJobs, startWorker } from './worker.server';
import type { WorkerPorts } from './worker.server';
import { fixedClock } from '../clock';
import { openLog } from '../log.server';
import { testDatabase } from '../../../tests/setup/database';
import type { TestDatabase } from '../../../tests/setup/database';

let test: TestDatabase;
const clock = fixedClock(new Date('2026-11-24T08:00:00Z'));
beforeEach(async () => {
  test = await testDatabase();
  clock.set(new Date('2026-11-24T08:00:00Z'));
});
afterEach(() => test.dispose());

function ports(handlers: WorkerPorts['handlers'], owner = 'one'): WorkerPorts {
  return { database: test.database, clock, log: openLog('silent'), owner, handlers, recurring: {} };
}

const add = (key: string, runAt = clock.now()) =>
  test.database.transaction((tx) =>
    enqueue(tx, { kind: 'greet', payload: { key }, runAt, idempotencyKey: key }),
  );

it('does a job once, also when it is written twice and two workers turn', async () => {
  const seen: unknown[] = [];
  const greet = async (payload: unknown) => void seen.push(payload);
  await add('a');
  await add('a');
  await Promise.all([runDueJobs(ports({ greet })), runDueJobs(ports({ greet }, 'two'))]);
  expect(seen).toEqual([{ key: 'a' }]);
});

it('waits for its time, retries with growing delays, and gives up in the end', async () => {
  let tries = 0;
  const greet = async () => {
    tries += 1;
    throw new Error('closed');
  };
  await add('later', new Date('2026-11-24T09:00:00Z'));
  expect(await runDueJobs(ports({ greet }))).toBe(0);
  for (let hour = 9; hour < 300; hour += 8) {
    clock.set(new Date(Date.UTC(2026, 10, 24, hour)));
    await runDueJobs(ports({ greet }));
  }
  expect(tries).toBe(8);
  const job = await test.database.read.outboxJob.findFirstOrThrow();
  expect(job.state).toBe('dead');
  expect(job.lastError).toContain('closed');
  expect(retryDelaySeconds(3, 0.5)).toBe(125);
});

it('takes over what a dead worker held, once its lease has run out', async () => {
  await add('held');
  await test.database.transaction((tx) =>
    tx.prisma.outboxJob.updateMany({
      data: { state: 'leased', leaseOwner: 'gone', leasedUntil: new Date('2026-11-24T08:01:00Z') },
    }),
  );
  const seen: unknown[] = [];
  const greet = async (payload: unknown) => void seen.push(payload);
  await runDueJobs(ports({ greet }));
  expect(seen).toHaveLength(0);
  clock.set(new Date('2026-11-24T08:02:00Z'));
  await runDueJobs(ports({ greet }));
  expect(seen).toHaveLength(1);
});

it('stops after the jobs at hand, and gives back the rest as if they had not been tried', async () => {
  for (const key of ['a', 'b', 'c', 'd', 'e', 'f']) await add(key);
  let begin = () => {};
  let end = () => {};
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const ended = new Promise<void>((resolve) => (end = resolve));
  const greet = async () => {
    begin();
    await ended;
  };
  const worker = startWorker(ports({ greet }));
  await begun;
  const stopped = worker.stop();
  end();
  await stopped;
  const jobs = await test.database.read.outboxJob.findMany({ orderBy: { state: 'asc' } });
  expect(jobs.map((job) => [job.state, job.attempts, job.leaseOwner])).toEqual([
    ['done', 1, 'one'],
    ['done', 1, 'one'],
    ['done', 1, 'one'],
    ['done', 1, 'one'],
    ['waiting', 0, null],
    ['waiting', 0, null],
  ]);
});

it('goes on with what recurs while a job is slow, and after a fault', async () => {
  await add('slow');
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  let closed = () => {};
  const closing = new Promise<void>((resolve) => (closed = resolve));
  const recurring = {
    faulty: { everySeconds: 1, run: () => Promise.reject(new Error('no')) },
    close: { everySeconds: 1, run: async () => closed() },
  };
  const worker = startWorker({ ...ports({ greet: () => ended }), recurring });
  await closing;
  expect(worker.alive()).toBe(true);
  end();
  await worker.stop();
});

it('leaves alone what another worker has taken over', async () => {
  await add('a');
  const late = async () => {
    clock.set(new Date('2026-11-24T08:05:00Z'));
    await runDueJobs(ports({ greet: async () => {} }, 'two'));
    throw new Error('too late');
  };
  await runDueJobs(ports({ greet: late }));
  const job = await test.database.read.outboxJob.findFirstOrThrow();
  expect([job.state, job.leaseOwner, job.lastError]).toEqual(['done', 'two', null]);
});
