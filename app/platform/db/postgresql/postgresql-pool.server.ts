import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { faultOf } from '../database-fault';
import { shortenLists } from '../lists/long-lists';
import { splitInsert } from '../lists/many-rows';
import { SteadyClient } from './steady-client.server';

/**
 * What holds for the time of one transaction, said with its beginning: a pooler that lends connections for single
 * transactions refuses settings of the connection. Whoever waits longer for a row is told to try again; one that
 * neither goes on nor ends (a process that was stopped in the middle) lets others have what it held.
 */
const limits = { lock_timeout: '5s', idle_in_transaction_session_timeout: '15s' };
const settings = Object.entries(limits).map(([name, value]) => `SET LOCAL ${name} = '${value}'`);
const begin = ['BEGIN', ...settings].join('; ');

type Query = pg.QueryConfig & { text: string; values?: unknown[] };

const isQuery = (config: unknown): config is Query =>
  typeof config === 'object' && config !== null && 'text' in config && typeof config.text === 'string';

/** A statement as it is sent: with its limits where it begins a transaction, and of any number of values. */
function asSent(query: Query): Query[] {
  if (query.text === 'BEGIN') return [{ ...query, text: begin }];
  const { text, values = [] } = query;
  return splitInsert(shortenLists('postgresql', { text, values })).map((part) => ({
    ...query,
    text: part.text,
    values: [...part.values],
  }));
}

/** One after the other, as `pg` will ask for: what is said at once (`Promise.all` in a transaction) waits here. */
class OrderlyClient extends SteadyClient {
  #last: Promise<unknown> = Promise.resolve();

  // The many signatures of the driver's own method.
  override query = ((config: unknown, ...rest: unknown[]) => {
    const ask = super.query.bind(this) as unknown as (...args: unknown[]) => Promise<pg.QueryResult>;
    if (!isQuery(config)) return ask(config, ...rest);
    const parts = asSent(config);
    const [only] = parts;
    if (rest.some((value) => typeof value === 'function')) return ask(only, ...rest);
    const next = this.#last.then(() => inTurn(parts, ask));
    this.#last = next.catch(() => undefined);
    return next;
  }) as pg.Client['query'];
}

async function inTurn(
  parts: readonly Query[],
  ask: (query: Query) => Promise<pg.QueryResult>,
): Promise<pg.QueryResult | undefined> {
  let all: pg.QueryResult | undefined;
  for (const part of parts) {
    const result = await ask(part);
    if (!all) all = result;
    else {
      all.rows.push(...(result.rows as unknown[]));
      all.rowCount = (all.rowCount ?? 0) + (result.rowCount ?? 0);
    }
  }
  return all;
}

type Connected = (error: Error | undefined, client: pg.PoolClient | undefined, done: () => void) => void;

const patience = { milliseconds: 2000, first: 50, longest: 300 };
const modestMilliseconds = 5000;

/**
 * A pool that gets over a server that takes no further connection: for some seconds it makes do with those it has,
 * and where it has none it asks again before anybody is told.
 */
class PatientPool extends pg.Pool {
  readonly #most: number;

  constructor(config: pg.PoolConfig) {
    super(config);
    this.#most = this.options.max;
  }

  override connect = ((callback?: Connected) => {
    const connecting = this.#connect();
    if (!callback) return connecting;
    connecting.then(
      (client) => callback(undefined, client, client.release as () => void),
      (error: unknown) => callback(error as Error, undefined, () => undefined),
    );
  }) as pg.Pool['connect'];

  async #connect(): Promise<pg.PoolClient> {
    const until = performance.now() + patience.milliseconds;
    for (let rest = patience.first; ; rest = Math.min(rest * 2, patience.longest)) {
      try {
        return await super.connect();
      } catch (error) {
        if (faultOf(error) !== 'away' || performance.now() > until) throw error;
        this.#beModest();
        await pause(rest * (0.5 + Math.random()));
      }
    }
  }

  /** With connections of its own, it waits for one of them instead of asking for another. */
  #beModest(): void {
    if (this.totalCount === 0 || this.options.max < this.#most) return;
    this.options.max = this.totalCount;
    setTimeout(() => (this.options.max = this.#most), modestMilliseconds).unref();
  }
}

export interface PoolOptions {
  url: string;
  max: number;
  min: number;
  /** Milliseconds that a caller waits for a connection. */
  wait: number;
  /** Milliseconds after which a statement is given up, with its connection. */
  statement?: number;
}

/** A pool of connections for one use, apart from those for others: who waits here holds up nobody there. */
export function openPool({ url, max, min, wait, statement }: PoolOptions): pg.Pool {
  const pool = new PatientPool({
    connectionString: url,
    Client: OrderlyClient,
    max,
    min,
    connectionTimeoutMillis: wait,
    keepAlive: true,
    ...(statement === undefined ? {} : { query_timeout: statement }),
  });
  // A connection that breaks while it is idle is dropped; the next one to ask gets a new one.
  pool.on('error', () => undefined);
  return pool;
}
