import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { DatabaseFault } from '../db/database-fault';

export interface ListeningPorts {
  /** Of the server itself: a pooler that lends connections for single transactions passes no notifications on. */
  url: string;
  channel: string;
  heard(payload: string): void;
  /** Connected, for the first time or again: what was told meanwhile was not heard. */
  connected(): void;
}

/** An answer that takes longer comes from a connection that is cut off: nobody waits for it. */
const longestAnswer = 1000;
const rests = { first: 50, longest: 1000 };

async function inTime<Result>(act: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DatabaseFault('away', 'No answer in time')), longestAnswer);
  });
  return Promise.race([act, late]).finally(() => clearTimeout(timer));
}

/** One connection that hears what is told on a channel, and is made again for as long as it is not closed. */
export class ListeningConnection {
  #client: pg.Client | null = null;
  #attempt: Promise<boolean>;
  #isClosed = false;
  readonly #ports: ListeningPorts;

  constructor(ports: ListeningPorts) {
    this.#ports = ports;
    this.#attempt = this.#connect();
    void this.#goOn(this.#attempt);
  }

  /** Whether it is connected; waits for an attempt that is under way. */
  async isConnected(): Promise<boolean> {
    return this.#client !== null || this.#attempt;
  }

  /**
   * Resolves when the server has answered: what was told before this call has been heard then, since a server sends what
   * a connection is to hear before it is ready for the next question. Rejects where there is no answer in time.
   */
  async ask(query: pg.QueryConfig): Promise<void> {
    const client = this.#client;
    if (!client) throw new DatabaseFault('away', 'The listening connection is lost');
    try {
      await inTime(client.query(query));
    } catch (error) {
      this.#lose(client);
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const client = this.#client;
    this.#client = null;
    await client?.end();
  }

  async #connect(): Promise<boolean> {
    const { url, channel, heard, connected } = this.#ports;
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: longestAnswer,
      keepAlive: true,
      // So it is told from others in pg_stat_activity.
      application_name: 'gongzhi listening',
    });
    client.on('error', () => this.#lose(client));
    client.on('end', () => this.#lose(client));
    client.on('notification', ({ payload = '' }) => heard(payload));
    try {
      await client.connect();
      // What is told need not be on the disk: no page outlives the server's crash.
      await inTime(client.query(`SET synchronous_commit = off; LISTEN ${channel}`));
    } catch {
      end(client);
      return false;
    }
    if (this.#isClosed) {
      end(client);
      return false;
    }
    this.#client = client;
    connected();
    return true;
  }

  #lose(client: pg.Client): void {
    end(client);
    if (this.#client !== client) return;
    this.#client = null;
    this.#attempt = this.#connect();
    void this.#goOn(this.#attempt);
  }

  async #goOn(attempt: Promise<boolean>): Promise<void> {
    let current = attempt;
    let rest = rests.first;
    while (!(await current)) {
      await pause(rest * (0.5 + Math.random()), undefined, { ref: false });
      rest = Math.min(rest * 2, rests.longest);
      if (this.#isClosed) return;
      current = this.#attempt = this.#connect();
    }
  }
}

/** Ends without waiting: a connection that does not answer would not hear of it. */
function end(client: pg.Client): void {
  client.end().catch(() => undefined);
}
