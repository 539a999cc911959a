import type { EventDefinitions } from '~/domains/ledger/define-events';
import type { PageCache } from '~/platform/cache/page-cache.server';
import type { Database } from '~/platform/db/database.server';

interface EventRow {
  sequence: number;
  type: string;
}

export interface CatchUpPorts {
  database: Database;
  pages: PageCache;
  definitions: EventDefinitions;
  now: () => number;
}

const batch = 500;
/** Sequence numbers are taken before the commit: a gap may fill for as long as a transaction may last. */
const gapMilliseconds = 15_000;
const headStart = 100;

/**
 * Drops the pages that events of other processes have made stale. Called before each answer from the cache,
 * so that a change is seen at once whichever process made it. One process on SQLite drops its own pages at
 * the commit and has nothing to catch up with.
 */
export function pageCatchUp({ database, pages, definitions, now }: CatchUpPorts): () => Promise<void> {
  if (database.engine === 'sqlite') return () => Promise.resolve();
  const seen = new Map<number, number>();
  let floor: number | null = null;

  function raiseFloor(from: number): number {
    let next = from;
    for (const [sequence, at] of [...seen].sort(([a], [b]) => a - b)) {
      if (sequence > next + 1 && now() - at < gapMilliseconds) break;
      seen.delete(sequence);
      next = Math.max(next, sequence);
    }
    return next;
  }

  return async () => {
    if (floor === null) {
      const [last] = await database.sql.all<{ last: number | null }>(
        'SELECT MAX("sequence") AS "last" FROM "Event"',
      );
      floor = Math.max(0, (last?.last ?? 0) - headStart);
    }
    let rows: EventRow[];
    do {
      rows = await database.sql.all<EventRow>(
        `SELECT "sequence", "type" FROM "Event" WHERE "sequence" > ? ORDER BY "sequence" LIMIT ${batch}`,
        [floor],
      );
      const fresh = rows.filter((row) => !seen.has(row.sequence));
      for (const row of fresh) seen.set(row.sequence, now());
      pages.invalidate([...new Set(fresh.flatMap((row) => definitions[row.type]?.topics ?? []))]);
      floor = rows.length === batch ? (rows.at(-1)?.sequence ?? floor) : raiseFloor(floor);
    } while (rows.length === batch);
  };
}
