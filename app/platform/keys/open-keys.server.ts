import { randomUUID } from 'node:crypto';
import { hashingOf } from './hashing.server';
import type { Database, Transaction } from '../db/database.server';
import { writeKept } from '../db/kept-values.server';
import { ensureRing, heldRingText, openText, readRingText, useOf } from './kept-ring.server';
import type { KeptRing } from './kept-ring.server';
import { keysOf } from './portal-keys.server';
import type { PortalKeys } from './portal-keys.server';

/** How often a process reads the ring, and for how long it seals without having read it. */
export const ringTimes = { readSeconds: 5, staleSeconds: 60 };

export interface OpenedKeys {
  keys: PortalKeys;
  /** DATA_KEY opens the ring no more: this process was not started anew after a rotation, and seals nothing. */
  isReplaced(): boolean;
  /** Reads the ring anew, as happens every few seconds. */
  read(): Promise<void>;
  close(): void;
}

interface KeysPorts {
  database: Database;
  dataKey: string;
  /** Told once. */
  onReplaced: () => void;
  /** Milliseconds of a clock that never goes back. */
  now?: () => number;
}

const replaced = () => new Error('DATA_KEY was replaced: start this process anew with the one that holds');

class LiveRing {
  readonly #ports: KeysPorts;
  #kept: KeptRing;
  #readAt: number;
  #isReplaced = false;

  constructor(ports: KeysPorts, kept: KeptRing) {
    this.#ports = ports;
    this.#kept = kept;
    this.#readAt = this.#now();
  }

  #now(): number {
    return (this.#ports.now ?? (() => performance.now()))();
  }

  ring() {
    return this.#kept.ring;
  }

  isReplaced(): boolean {
    return this.#isReplaced;
  }

  /** As the ring is kept now, which nobody changes until the transaction ends. */
  async held(tx: Transaction): Promise<KeptRing['ring']> {
    const text = await heldRingText(tx);
    const kept = text === this.#kept.text ? this.#kept : openText(text, this.#ports.dataKey);
    if (!kept) throw replaced();
    return kept.ring;
  }

  /** A key that was replaced meanwhile seals nothing: after the rotation nobody could open it. */
  ensureFresh(): void {
    if (this.#isReplaced) throw replaced();
    if (this.#now() - this.#readAt > ringTimes.staleSeconds * 1000)
      throw new Error('The key ring could not be read for a minute: nothing is sealed and hashed meanwhile');
  }

  async read(): Promise<void> {
    const { database, dataKey, onReplaced } = this.#ports;
    const at = this.#now();
    const text = (await readRingText(database)) ?? '';
    if (text !== this.#kept.text) {
      const kept = text === '' ? null : openText(text, dataKey);
      if (!kept) {
        if (!this.#isReplaced) onReplaced();
        this.#isReplaced = true;
        return;
      }
      this.#kept = kept;
    }
    this.#isReplaced = false;
    this.#readAt = at;
    await this.noteUse();
  }

  /** While two DATA_KEYs open the ring, the command that drops one sees by this that it is still used. */
  async noteUse(): Promise<void> {
    const { wraps, wrapId } = this.#kept;
    if (wraps.length > 1) await writeKept(this.#ports.database, useOf(wrapId), randomUUID());
  }
}

/** Keys that write and look up nothing by a ring that may have changed meanwhile. */
function freshKeys(live: LiveRing): PortalKeys {
  const keys = keysOf(() => live.ring());
  const fresh = keysOf(() => {
    live.ensureFresh();
    return live.ring();
  });
  const { seal, hash, hashes, matches, hashLike } = fresh;
  return {
    ...{ ...keys, seal, hash, hashes, matches, hashLike },
    hold: async (tx) => {
      const ring = await live.held(tx);
      return hashingOf(() => ring);
    },
    deriving: (check) => (check === null ? fresh : keys).deriving(check),
  };
}

/**
 * The keys of the portal as they are now: each process reads the ring every few seconds, so that it knows a key before
 * that seals. Throws ConfigurationError where DATA_KEY is not that of the database.
 */
export async function openKeys(ports: KeysPorts): Promise<OpenedKeys> {
  const live = new LiveRing(ports, await ensureRing(ports.database, ports.dataKey));
  await live.noteUse();
  const read = () => live.read();
  // A database that is away is told of by what needs it.
  const timer = setInterval(() => void read().catch(() => undefined), ringTimes.readSeconds * 1000).unref();
  return {
    keys: freshKeys(live),
    read,
    isReplaced: () => live.isReplaced(),
    close: () => clearInterval(timer),
  };
}
