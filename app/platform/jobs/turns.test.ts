import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ClockWatch } from './clock-watch';
import { RecurringJobs } from './recurring.server';
import { sharedTurns } from './turns.server';
import { systemClock } from '../clock';
import { openLog } from '../log.server';
import { testDatabase } from '../../../tests/setup/database';
import type { TestDatabase } from '../../../tests/setup/database';
import { onPostgresql } from '../../../tests/setup/needs';

describe('what recurs in several processes', onPostgresql, () => {
  let test: TestDatabase;
  beforeEach(async () => {
    test = await testDatabase();
  });
  afterEach(() => test.dispose());
  const owners = ['a', 'b', 'c', 'd'];
  const turnsOf = () => owners.map((owner) => sharedTurns(test.database, owner));
  const change = (text: string) => test.database.transaction((tx) => tx.sql.run(text));
  const taken = async (everySeconds = 60) => {
    const all = await Promise.all(turnsOf().map((turns) => turns.take('close', everySeconds)));
    return all.filter(Boolean).length;
  };

  it('is begun by one of them, however many ask at once, and again only when its time has come', async () => {
    expect(await taken()).toBe(1);
    expect(await taken()).toBe(0);
    await Promise.all(turnsOf().map((turns) => turns.end('close')));
    expect(await taken()).toBe(0);
    await change(`UPDATE "RecurringTurn" SET "startedAt" = "startedAt" - interval '61 seconds'`);
    expect(await taken()).toBe(1);
  });

  it('is not begun while one is at it, until nothing was heard of that one for a minute', async () => {
    const [first, second] = [sharedTurns(test.database, 'first'), sharedTurns(test.database, 'second')];
    expect(await first.take('close', 1)).toBe(true);
    await change(`UPDATE "RecurringTurn" SET "startedAt" = "startedAt" - interval '10 seconds'`);
    expect(await second.take('close', 1)).toBe(false);
    await change(`UPDATE "RecurringTurn" SET "leasedUntil" = "leasedUntil" - interval '59 seconds'`);
    await first.renew();
    await change(`UPDATE "RecurringTurn" SET "leasedUntil" = "leasedUntil" - interval '50 seconds'`);
    expect(await second.take('close', 1)).toBe(false);
    await change(`UPDATE "RecurringTurn" SET "leasedUntil" = "leasedUntil" - interval '11 seconds'`);
    expect(await second.take('close', 1)).toBe(true);
    // The first comes back to life: what it ends is no longer its own.
    await first.end('close');
    expect(await first.take('close', 1)).toBe(false);
  });

  it('goes on where a clock that was ahead wrote when it was begun', async () => {
    expect(await taken(1)).toBe(1);
    await change(
      `UPDATE "RecurringTurn" SET "startedAt" = "startedAt" + interval '1 year', "leasedUntil" = "leasedUntil" + interval '1 year'`,
    );
    expect(await taken(1)).toBe(1);
  });

  it('runs once in all workers together, and in those that are left when one has stopped', async () => {
    const runs: string[] = [];
    let time = 0;
    const workers = owners.map((owner) => {
      const turns = sharedTurns(test.database, owner);
      const job = { everySeconds: 60, run: async () => void runs.push(owner) };
      const jobs = new RecurringJobs({
        jobs: { one: job, other: job },
        watch: new ClockWatch(systemClock, null),
        monotonic: () => time,
        isConfirmed: () => Promise.resolve(true),
        turns,
        log: openLog('silent'),
      });
      return { owner, jobs };
    });
    const turn = async (others = workers) => {
      await Promise.all(others.map(({ jobs }) => jobs.turn()));
      await Promise.all(others.map(({ jobs }) => jobs.ended()));
    };
    await turn();
    await turn();
    expect(runs).toHaveLength(2);
    time += 61_000;
    await change(`UPDATE "RecurringTurn" SET "startedAt" = "startedAt" - interval '61 seconds'`);
    const left = workers.filter(({ owner }) => owner !== runs[0]);
    await turn(left);
    expect(runs).toHaveLength(4);
    expect(runs.slice(2)).not.toContain(runs[0]);
  });
});
