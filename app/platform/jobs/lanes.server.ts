import { anythingDue, claimJobs } from './job-rows.server';
import type { ClaimedJob, Kinds } from './job-rows.server';
import type { Clock } from '../clock';
import type { Database } from '../db/database.server';

/** Jobs that go side by side in lanes of their own, so that those which wait for another server hold up no others. */
export interface LaneGroup {
  kinds: readonly string[];
  lanes: number;
  /** How long one may take. */
  limitMilliseconds: number;
}

export interface Lanes {
  database: Database;
  clock: Clock;
  owner: string;
  kinds: Kinds;
  lanes: number;
  /** Does one job; never throws. */
  perform: (job: ClaimedJob) => Promise<void>;
}

const lookMilliseconds = 250;

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, lookMilliseconds).unref());

/**
 * Does every job of its kinds that is due until none is left or `goOn` says no; answers how many were tried. A lane that
 * is free takes the next: none waits for the others of its batch, and what comes meanwhile is taken too.
 */
export async function runLanes(given: Lanes, goOn: () => boolean): Promise<number> {
  const { database, clock, owner, kinds, lanes } = given;
  const running = new Set<Promise<void>>();
  const queue: ClaimedJob[] = [];
  let tried = 0;
  const start = (job: ClaimedJob) => {
    tried += 1;
    const done = given.perform(job).finally(() => running.delete(done));
    running.add(done);
  };
  while (goOn()) {
    if (queue.length === 0 && (await anythingDue(database, clock.now(), kinds))) {
      const claim = { owner, now: clock.now() };
      queue.push(...(await database.transaction((tx) => claimJobs(tx, claim, kinds))));
    }
    for (const job of queue.splice(0, goOn() ? lanes - running.size : 0)) start(job);
    if (running.size === 0) break;
    const full = running.size >= lanes;
    await Promise.race(full ? running : [...running, pause()]);
  }
  await Promise.all(running);
  return tried;
}
