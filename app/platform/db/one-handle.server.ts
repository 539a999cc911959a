import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database } from './database.server';

/** A transaction that some work holds; what the work left behind to run later holds nothing any more. */
interface Held {
  database: Database;
  open: boolean;
}

const held = new AsyncLocalStorage<Held>();

/**
 * The same database, which throws where something that runs inside a transaction reads on another connection or begins
 * another transaction. On PostgreSQL that takes two connections of the pool for one work: as many works at once as the
 * pool has connections then wait for each other until they time out. On SQLite the inner transaction never gets its
 * turn. For development and tests; in production nothing is asked.
 */
export function insistOnOneHandle(database: Database): Database {
  const refuseInside = (what: string) => {
    const holding = held.getStore();
    if (holding?.open && holding.database === database)
      throw new Error(`Inside a transaction there is only the transaction: ${what} takes another connection`);
  };
  return {
    engine: database.engine,
    read: new Proxy(database.read, {
      get(client, name) {
        refuseInside(`database.read.${String(name)}`);
        return Reflect.get(client, name) as unknown;
      },
    }),
    sql: {
      all: async (text, values) => {
        refuseInside('database.sql');
        return database.sql.all(text, values);
      },
    },
    transaction: async (work) => {
      refuseInside('database.transaction');
      return database.transaction(async (tx) => {
        const holding: Held = { database, open: true };
        try {
          return await held.run(holding, () => work(tx));
        } finally {
          holding.open = false;
        }
      });
    },
    close: () => database.close(),
  };
}
