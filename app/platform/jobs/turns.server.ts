import type { Database } from '../db/database.server';

/** Whose turn it is with what recurs. */
export interface Turns {
  /**
   * True where the turn is this process's: nobody else is at it, and it has not begun within about the time between two
   * turns. It is kept until `end`, for a minute after the process was last heard of.
   */
  take(name: string, everySeconds: number): Promise<boolean>;
  end(name: string): Promise<void>;
  /** Keeps the turns that are not ended. */
  renew(): Promise<void>;
  /** Ends all turns of this process. */
  endAll(): Promise<void>;
}

/** Where one process does everything, each turn is its own. */
export const ownTurns: Turns = {
  take: () => Promise.resolve(true),
  end: () => Promise.resolve(),
  renew: () => Promise.resolve(),
  endAll: () => Promise.resolve(),
};

const leaseSeconds = 60;
/** Two processes never ask in the same moment: one that comes a little early has the turn all the same. */
const early = 0.9;

/** The clock of the database, which all processes share; instants are kept in UTC. */
const now = `(clock_timestamp() AT TIME ZONE 'UTC')`;
const later = (seconds: string) => `${now} + make_interval(secs => ${seconds})`;
/** Nobody is at it: it was ended, its lease has run out, or a clock that was ahead gave the lease. */
const isFree = `(t."leasedUntil" IS NULL OR t."leasedUntil" < ${now} OR t."leasedUntil" > ${later(String(5 * leaseSeconds))})`;
const isDue = `(t."startedAt" <= ${later('-?::float8')} OR t."startedAt" > ${now})`;

const take = `INSERT INTO "RecurringTurn" AS t ("name", "owner", "startedAt", "leasedUntil")
  VALUES (?, ?, ${now}, ${later(String(leaseSeconds))})
  ON CONFLICT ("name") DO UPDATE SET "owner" = excluded."owner", "startedAt" = excluded."startedAt", "leasedUntil" = excluded."leasedUntil"
  WHERE ${isFree} AND ${isDue}`;
const renew = `UPDATE "RecurringTurn" SET "leasedUntil" = ${later(String(leaseSeconds))}
  WHERE "owner" = ? AND "leasedUntil" IS NOT NULL`;
const end = `UPDATE "RecurringTurn" SET "leasedUntil" = NULL WHERE "owner" = ?`;

/** Turns that several processes on one PostgreSQL share: each is taken by exactly one of them. */
export function sharedTurns(database: Database, owner: string): Turns {
  const write = (text: string, values: readonly (string | number)[]) =>
    database.transaction((tx) => tx.sql.run(text, values));
  return {
    take: async (name, everySeconds) => (await write(take, [name, owner, everySeconds * early])) > 0,
    end: async (name) => void (await write(`${end} AND "name" = ?`, [owner, name])),
    renew: async () => void (await write(renew, [owner])),
    endAll: async () => void (await write(end, [owner])),
  };
}
