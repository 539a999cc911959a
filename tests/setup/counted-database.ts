import type { Database } from '~/platform/db/database.server';

/** The database, and how often it was asked for something since the last time that one wanted to know. */
export function countedDatabase(database: Database): { database: Database; asked: () => number } {
  let asked = 0;
  const counting = <Target extends object>(target: Target): Target =>
    new Proxy(target, {
      get: (of, name) => {
        const value: unknown = Reflect.get(of, name);
        if (typeof value === 'object' && value !== null) return counting(value);
        if (typeof value !== 'function') return value;
        return (...values: unknown[]) => {
          asked += 1;
          return Reflect.apply(value, of, values) as unknown;
        };
      },
    });
  const { read, sql } = database;
  return {
    database: { ...database, read: counting(read), sql: counting(sql) },
    asked: () => {
      const since = asked;
      asked = 0;
      return since;
    },
  };
}
