import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { enqueue } from './enqueue.server';
import { PermanentFailure, retryDelaySeconds } from './job-rows.server';
import { confirmClock } from './known-time.server';
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

describe('a clock that jumps', () => {
  const minute = 60_000;
  const wallAtStart = Date.parse('2026-11-24T08:00:00Z');
  /** Both halves of a clock: `passes` moves them together, `jumps` only the one on the wall. */
  function pair() {
    let [wall, elapsed] = [wallAtStart, 0];
    return {
      now: () => new Date(wall),
      monotonic: () => elapsed,
      passes: (milliseconds: number) => {
        wall += milliseconds;
        elapsed += milliseconds;
      },
      jumps: (milliseconds: number) => void (wall += milliseconds),
    };
  }
  const jumpy = (clock: ReturnType<typeof pair>) => {
    const ran = { closing: 0, other: 0 };
    const recurring = {
      closing: { everySeconds: 3, isIrreversible: true, run: async () => void (ran.closing += 1) },
      other: { everySeconds: 3, run: async () => void (ran.other += 1) },
    };
    const worker = startWorker({ ...ports({}), clock, recurring });
    /** Lets time pass in steps until something has run once more, or says that it has not. */
    const runs = async (name: 'closing' | 'other') => {
      const before = ran[name];
      for (let step = 0; step < 40 && ran[name] === before; step += 1) {
        clock.passes(4000);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return ran[name] > before;
    };
    return { worker, ran, runs };
  };

  it('goes on with what recurs after the clock went back', async () => {
    const clock = pair();
    const { worker, runs } = jumpy(clock);
    expect(await runs('closing')).toBe(true);
    clock.jumps(-60 * minute);
    expect(await runs('closing')).toBe(true);
    expect(await runs('other')).toBe(true);
    expect(worker.waitsBecause?.()).toBeNull();
    await worker.stop();
  }, 30_000);

  it('closes nothing while it is ahead, says why, and closes again when it has gone back', async () => {
    const clock = pair();
    const { worker, ran, runs } = jumpy(clock);
    expect(await runs('closing')).toBe(true);
    clock.jumps(30 * 24 * 60 * minute);
    expect(await runs('other')).toBe(true);
    const before = ran.closing;
    expect(await runs('other')).toBe(true);
    expect(ran.closing).toBe(before);
    expect(worker.waitsBecause?.()).toContain('clock: ahead by 2592000 s');
    clock.jumps(-30 * 24 * 60 * minute);
    expect(await runs('closing')).toBe(true);
    expect(worker.waitsBecause?.()).toBeNull();
    await worker.stop();
  }, 30_000);

  it('is believed when somebody confirms it', async () => {
    const clock = pair();
    const { worker, ran, runs } = jumpy(clock);
    expect(await runs('closing')).toBe(true);
    clock.jumps(2 * 60 * minute);
    expect(await runs('other')).toBe(true);
    const before = ran.closing;
    await confirmClock(test.database, clock.now());
    expect(await runs('closing')).toBe(true);
    expect(ran.closing).toBeGreaterThan(before);
    await worker.stop();
  }, 30_000);

  it('does not run twice what it holds, nor wait for what was written in the future', async () => {
    let end = () => {};
    const ended = new Promise<void>((resolve) => (end = resolve));
    let runs = 0;
    await add('held');
    const greet = async () => {
      runs += 1;
      await ended;
    };
    const first = runDueJobs(ports({ greet }));
    await vi.waitFor(() => expect(runs).toBe(1));
    clock.advance(60 * minute);
    const second = runDueJobs(ports({ greet }));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(runs).toBe(1);
    end();
    await Promise.all([first, second]);
    await add('future', new Date(clock.now().getTime() + 30 * 24 * 60 * minute));
    await runDueJobs(ports({ greet }));
    expect(runs).toBe(2);
  });
});

it('does all others while every lane of one group hangs, and gives up at once what is refused for good', async () => {
  for (let index = 0; index < 30; index += 1)
    await test.database.transaction((tx) =>
      enqueue(tx, { kind: 'mail', payload: {}, runAt: clock.now(), idempotencyKey: `mail:${index}` }),
    );
  for (let index = 0; index < 10; index += 1) await add(`notice:${index}`);
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  let told = 0;
  const handlers = {
    greet: async () => void (told += 1),
    mail: async () => {
      await ended;
      throw new PermanentFailure('550 no such mailbox');
    },
  };
  const groups = [{ kinds: ['mail'], lanes: 4, limitMilliseconds: 60_000 }];
  const running = runDueJobs({ ...ports(handlers), groups });
  await vi.waitFor(() => expect(told).toBe(10), { timeout: 10_000 });
  end();
  await running;
  const mails = await test.database.read.outboxJob.groupBy({
    by: ['state', 'attempts'],
    where: { kind: 'mail' },
    _count: true,
  });
  expect(mails).toEqual([{ state: 'dead', attempts: 1, _count: 30 }]);
});
