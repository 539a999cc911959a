import { pageCatchUp } from './catch-up.server';
import { allEvents } from '~/domains/registry.server';
import type { PageCache } from '~/platform/cache/page-cache.server';
import { noOthers } from '~/platform/changes/changes';
import type { Changes } from '~/platform/changes/changes';
import type { Configuration } from '~/platform/configuration.server';
import type { Database } from '~/platform/db/database.server';

/** A process that ended between its commit and its telling is found out by the events that it wrote. */
const lookMilliseconds = 1000;

/** Runs `act` again and again with a rest between; a fault is no end. Answers how to end it. */
function again(act: () => Promise<void>): () => void {
  let isUnderWay = false;
  const timer = setInterval(() => {
    if (isUnderWay) return;
    isUnderWay = true;
    act()
      .catch(() => undefined)
      .finally(() => (isUnderWay = false));
  }, lookMilliseconds);
  timer.unref();
  return () => clearInterval(timer);
}

/** Tells other processes which pages a change of this one made stale, and drops those that changes of others did. */
export async function openChanges(
  { databaseDirectUrl }: Configuration,
  { database, pages }: { database: Database; pages: PageCache },
): Promise<Changes> {
  if (database.engine === 'sqlite') return noOthers;
  const { ToldChanges } = await import('~/platform/changes/told-changes.server');
  const changes = new ToldChanges({
    url: databaseDirectUrl,
    drop: (topics) => pages.invalidate(topics),
    dropAll: () => pages.invalidateAll(),
    now: () => performance.now(),
  });
  const now = () => Date.now();
  const stopLooking = again(pageCatchUp({ database, pages, definitions: allEvents, now }));
  // From the first request on what is kept can be answered.
  await changes.confirm();
  return {
    tell: (topics) => changes.tell(topics),
    told: () => changes.told(),
    confirm: () => changes.confirm(),
    close: async () => {
      stopLooking();
      await changes.close();
    },
  };
}
