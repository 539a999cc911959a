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
/** Sequence numbers are taken before the commit: one that is missing may come for as long as a transaction lasts. */
const patienceMilliseconds = 15_000;
const headStart = 100;
const mostGaps = 500;

/** How far the events have been read: up to the head, but for the gaps, each with when it was found. */
class ReadingMark {
  head: number | null = null;
  readonly #gaps = new Map<number, number>();

  get gaps(): number[] {
    return [...this.#gaps.keys()];
  }

  pass(sequence: number, now: number): void {
    const head = this.head ?? 0;
    this.#gaps.delete(sequence);
    for (let gap = Math.max(head + 1, sequence - mostGaps); gap < sequence; gap += 1)
      this.#gaps.set(gap, now);
    this.head = Math.max(head, sequence);
  }

  /** Gives up numbers that were rolled back. */
  giveUp(before: number): void {
    for (const [gap, since] of this.#gaps) {
      if (since < before || this.#gaps.size > mostGaps) this.#gaps.delete(gap);
    }
  }
}

async function lastSequence(database: Database): Promise<number> {
  const [row] = await database.sql.all<{ last: number | null }>(
    'SELECT MAX("sequence") AS "last" FROM "Event"',
  );
  return row?.last ?? 0;
}

function readEvents(database: Database, head: number, gaps: number[]): Promise<EventRow[]> {
  const late = gaps.length > 0 ? ` OR "sequence" IN (${gaps.map(() => '?').join(', ')})` : '';
  return database.sql.all<EventRow>(
    `SELECT "sequence", "type" FROM "Event" WHERE "sequence" > ?${late} ORDER BY "sequence" LIMIT ${batch}`,
    [head, ...gaps],
  );
}

/**
 * Drops the pages that events of other processes have made stale. Called before each answer from the cache,
 * so that a change is seen at once whichever process made it. One process on SQLite drops its own pages at
 * the commit and has nothing to catch up with.
 */
export function pageCatchUp({ database, pages, definitions, now }: CatchUpPorts): () => Promise<void> {
  if (database.engine === 'sqlite') return () => Promise.resolve();
  const mark = new ReadingMark();
  return async () => {
    mark.head ??= Math.max(0, (await lastSequence(database)) - headStart);
    let rows: EventRow[];
    do {
      rows = await readEvents(database, mark.head, mark.gaps);
      for (const row of rows) mark.pass(row.sequence, now());
      pages.invalidate([...new Set(rows.flatMap((row) => definitions[row.type]?.topics ?? []))]);
    } while (rows.length === batch);
    mark.giveUp(now() - patienceMilliseconds);
  };
}
