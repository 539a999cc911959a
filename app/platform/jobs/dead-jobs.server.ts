import type { Reads, Transaction } from '../db/database.server';

/** Jobs of one kind that were given up after their last attempt. */
export interface DeadJobs {
  kind: string;
  count: number;
  /** When the newest of them was given up, and what it said. */
  newest: Date;
  lastError: string;
}

const mostKinds = 50;

/** What was given up, by kind, the most first. */
export async function deadJobs(database: Reads): Promise<DeadJobs[]> {
  const kinds = await database.read.outboxJob.groupBy({
    by: ['kind'],
    where: { state: 'dead' },
    _count: { _all: true },
    orderBy: { _count: { kind: 'desc' } },
    take: mostKinds,
  });
  return Promise.all(
    kinds.map(async ({ kind, _count }) => {
      const newest = await database.read.outboxJob.findFirst({
        where: { state: 'dead', kind },
        orderBy: { runAt: 'desc' },
        select: { runAt: true, lastError: true },
      });
      return {
        ...{ kind, count: _count._all },
        ...{ newest: newest?.runAt ?? new Date(0), lastError: newest?.lastError ?? '' },
      };
    }),
  );
}

/** How many jobs have been due since before the instant: the worker is behind, or stands. */
export function jobsDueBefore(database: Reads, before: Date): Promise<number> {
  return database.read.outboxJob.count({ where: { state: 'waiting', runAt: { lt: before } } });
}

/** Lets the oldest dead jobs of a kind be tried anew, at most so many. Answers how many. */
export function reviveJobs(
  tx: Transaction,
  { kind, now, most }: { kind: string; now: Date; most: number },
): Promise<number> {
  return tx.sql.run(
    `UPDATE "OutboxJob" SET "state" = 'waiting', "attempts" = 0, "runAt" = ?
     WHERE "state" = 'dead' AND "id" IN
       (SELECT "id" FROM "OutboxJob" WHERE "state" = 'dead' AND "kind" = ? ORDER BY "id" LIMIT ${Math.trunc(most)})`,
    [now, kind],
  );
}
