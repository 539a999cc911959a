import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Changes } from './changes';
import { ListeningConnection } from './listening-connection.server';

export interface ToldChangesPorts {
  url: string;
  /** Drops what is kept under these topics. */
  drop(topics: readonly string[]): void;
  /** Drops all that is kept: something was told that was not heard. */
  dropAll(): void;
  /** Milliseconds of a clock that never goes back. */
  now: () => number;
}

const channel = 'gongzhi_changes';
/** Longest that a change waits to be told, and that kept pages are answered while the database is out of reach. */
const bounds = { telling: 2000, outOfReach: 5000 };
const heartbeat = 1000;
/** PostgreSQL takes at most 8,000 bytes at once. */
const mostBytes = 7000;
const mostTopics = 5000;
const everything = '*';
const restAfterFault = 100;

const payloadSchema = z.tuple([z.string()], z.string());

/** Messages of who tells and topics, each short enough. */
function payloadsOf(from: string, topics: readonly string[]): string[] {
  const payloads: string[][] = [];
  let bytes = mostBytes;
  for (const topic of topics.length > mostTopics ? [everything] : topics) {
    const size = Buffer.byteLength(JSON.stringify(topic)) + 1;
    if (bytes + size > mostBytes) {
      payloads.push([]);
      bytes = from.length + 4;
    }
    payloads.at(-1)?.push(topic);
    bytes += size;
  }
  return payloads.map((part) => JSON.stringify([from, ...part]));
}

/** A number of callers who are all served by one round, which begins after each of them asked. */
interface Round {
  done: Promise<void>;
}

/**
 * Changes over LISTEN/NOTIFY. They are told after the commit and in one message for all that came together: told within
 * the transaction, each commit would wait for the sync of the one before (see docs/decisions/0046).
 */
export class ToldChanges implements Changes {
  readonly #me = randomUUID();
  readonly #ports: ToldChangesPorts;
  readonly #connection: ListeningConnection;
  readonly #waiting = new Set<string>();
  #telling: Round | null = null;
  #toTell: Round | null = null;
  #asking: Promise<boolean> | null = null;
  #toAsk: Promise<boolean> | null = null;
  #confirmedAt = -Infinity;
  #isClosed = false;
  readonly #beat: NodeJS.Timeout;

  constructor(ports: ToldChangesPorts) {
    this.#ports = ports;
    this.#connection = new ListeningConnection({
      url: ports.url,
      channel,
      heard: (payload) => this.#hear(payload),
      connected: () => ports.dropAll(),
    });
    // A connection that was cut off silently is noticed though nobody asks.
    this.#beat = setInterval(() => void this.confirm(), heartbeat).unref();
  }

  tell(topics: readonly string[]): void {
    if (topics.length === 0 || this.#isClosed) return;
    for (const topic of topics) this.#waiting.add(topic);
    this.#toTell ??= { done: this.#tellNext(this.#telling) };
  }

  async told(): Promise<void> {
    const round = this.#toTell ?? this.#telling;
    if (round) await Promise.race([round.done, pause(bounds.telling, undefined, { ref: false })]);
  }

  confirm(): Promise<boolean> {
    // Whoever comes while a question is under way waits for the next: that one begins after they came.
    this.#toAsk ??= this.#askNext(this.#asking);
    return this.#toAsk;
  }

  async close(): Promise<void> {
    clearInterval(this.#beat);
    await this.told();
    this.#isClosed = true;
    await this.#connection.close();
  }

  async #askNext(before: Promise<boolean> | null): Promise<boolean> {
    await before;
    this.#asking = this.#toAsk;
    this.#toAsk = null;
    const { now } = this.#ports;
    if (await this.#connection.isConnected()) {
      const asked = now();
      const answered = await this.#connection.ask({ text: '' }).then(
        () => true,
        () => false,
      );
      if (answered) this.#confirmedAt = asked;
      // Lost just now: the next attempt to connect, which drops everything, tells whether the database is there.
      return answered;
    }
    return now() - this.#confirmedAt < bounds.outOfReach;
  }

  async #tellNext(before: Round | null): Promise<void> {
    // What is told in one turn goes together.
    await (before?.done ?? Promise.resolve());
    const round = (this.#telling = this.#toTell);
    this.#toTell = null;
    const topics = [...this.#waiting];
    this.#waiting.clear();
    const text = `SELECT pg_notify('${channel}', "payload") FROM unnest($1::text[]) AS "payload"`;
    const query = { text, values: [payloadsOf(this.#me, topics)] };
    while (!this.#isClosed && !(await this.#tryToTell(query)))
      await pause(restAfterFault, undefined, { ref: false });
    if (this.#telling === round) this.#telling = null;
  }

  async #tryToTell(query: { text: string; values: unknown[] }): Promise<boolean> {
    return (
      (await this.#connection.isConnected()) &&
      this.#connection.ask(query).then(
        () => true,
        () => false,
      )
    );
  }

  #hear(payload: string): void {
    const { drop, dropAll } = this.#ports;
    const [from, ...topics] = read(payload);
    if (from === this.#me) return;
    if (topics.length === 0 || topics.includes(everything)) dropAll();
    else drop(topics);
  }
}

/** Nothing where it is not understood, as what another version tells: then all may be stale. */
function read(payload: string): string[] {
  try {
    return payloadSchema.parse(JSON.parse(payload));
  } catch {
    return [];
  }
}
