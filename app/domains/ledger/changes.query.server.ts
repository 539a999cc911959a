import type { Reads } from '~/platform/db/database.server';

/** The number of the newest event; 0 where there is none. Numbers are taken before the commit: some come late. */
export async function lastSequence(database: Reads): Promise<number> {
  const [row] = await database.sql.all<{ last: number | null }>(
    'SELECT MAX("sequence") AS "last" FROM "Event"',
  );
  return Number(row?.last ?? 0);
}

/** What happened to which things behind a number, of these types: for those who keep what they have read up to date. */
export async function eventsAfter(database: Reads, types: readonly string[], sequence: number) {
  const events = await database.sql.all<{ sequence: number; subjectKind: string; subjectId: string }>(
    `SELECT "sequence", "subjectKind", "subjectId" FROM "Event"
     WHERE "type" IN (${types.map(() => '?').join(', ')}) AND "sequence" > ?`,
    [...types, sequence],
  );
  return events.map((event) => ({ ...event, sequence: Number(event.sequence) }));
}
