import type { Attempted, AttemptLimits, CounterMaker } from './attempted';
import { keyedHash } from '../crypto/keyed-hash.server';
import type { Database } from '../db/database.server';

/** The clock of the database, which all processes share; instants are kept in UTC. */
const now = `(clock_timestamp() AT TIME ZONE 'UTC')`;
const endsIn = `GREATEST(0, EXTRACT(EPOCH FROM "endsAt" - ${now}) * 1000)::float8 AS "endsIn"`;

/** In one statement, so that those who come at once are counted one after the other. */
const add = `INSERT INTO "AttemptWindow" AS w ("key", "count", "endsAt")
  VALUES (?, ?, ${now} + make_interval(secs => ?::float8))
  ON CONFLICT ("key") DO UPDATE SET
    "count" = CASE WHEN w."endsAt" <= ${now} THEN excluded."count" ELSE w."count" + excluded."count" END,
    "endsAt" = CASE WHEN w."endsAt" <= ${now} THEN excluded."endsAt" ELSE w."endsAt" END
  WHERE w."endsAt" <= ${now} OR w."count" < ?
  RETURNING "count", ${endsIn}`;
const look = `SELECT "count", ${endsIn} FROM "AttemptWindow" WHERE "key" = ? AND "endsAt" > ${now}`;
const takeBack = `UPDATE "AttemptWindow" SET "count" = "count" - 1 WHERE "key" = ? AND "count" > 0 AND "endsAt" > ${now}`;

export interface SharedWindow {
  count: number;
  /** Milliseconds. */
  endsIn: number;
}

/** Windows of attempts in PostgreSQL, which all processes count in. Whom a key is about cannot be read from it. */
export class SharedWindows {
  readonly #database: Database;
  readonly #secret: string;

  constructor(database: Database, secret: string) {
    this.#database = database;
    this.#secret = secret;
  }

  /** Adds to the window, begun now where none is open, unless it holds so many already: then null. */
  async add(
    key: string,
    by: number,
    { most, windowMilliseconds }: AttemptLimits,
  ): Promise<SharedWindow | null> {
    const values = [this.#hash(key), by, windowMilliseconds / 1000, most];
    const [row] = await this.#database.transaction((tx) => tx.sql.all<SharedWindow>(add, values));
    return row ?? null;
  }

  /** The window that is open, or null. */
  async look(key: string): Promise<SharedWindow | null> {
    const [row] = await this.#database.sql.all<SharedWindow>(look, [this.#hash(key)]);
    return row ?? null;
  }

  async takeBack(key: string): Promise<void> {
    await this.#database.transaction((tx) => tx.sql.run(takeBack, [this.#hash(key)]));
  }

  #hash(key: string): string {
    return keyedHash(this.#secret, `attempts\n${key}`);
  }
}

/** Forgets the windows that are over. */
export function forgetWindows(database: Database): Promise<number> {
  return database.transaction((tx) => tx.sql.run(`DELETE FROM "AttemptWindow" WHERE "endsAt" <= ${now}`));
}

/** Counters that all processes share. */
export function sharedCounters(windows: SharedWindows): CounterMaker {
  return (name, limits): Attempted => {
    const wait = async (key: string) => {
      const window = await windows.look(`${name}\n${key}`);
      return window && window.count >= limits.most ? window.endsIn : 0;
    };
    return {
      wait,
      // One that ended between the two statements leaves a moment to wait.
      take: async (key) =>
        (await windows.add(`${name}\n${key}`, 1, limits)) ? 0 : Math.max(1, await wait(key)),
      giveBack: (key) => windows.takeBack(`${name}\n${key}`),
    };
  };
}
