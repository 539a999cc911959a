import type { ClientRateLimitInfo, Options, Store } from 'express-rate-limit';
import type { SharedWindows } from './shared-windows.server';

/** So many hits are told at once: each process may let through as many less one of which the others do not know. */
const lump = 10;
const mostKeys = 20_000;

interface Hits {
  /** Of all processes, as far as known. */
  shared: number;
  untold: number;
  endsAt: number;
  /** While the database is told: nobody else of the key is counted by what was known before. */
  telling: Promise<void> | null;
}

/**
 * Counts requests of all processes together, for a limit that stops floods: a process tells the database of ten at once,
 * so that what people do in the ordinary way writes nothing.
 */
export class SharedHits implements Store {
  readonly localKeys = false;
  readonly #hits = new Map<string, Hits>();
  #windowMilliseconds = 60_000;

  constructor(
    private readonly windows: SharedWindows,
    private readonly name: string,
  ) {}

  init({ windowMs }: Options): void {
    this.#windowMilliseconds = windowMs;
  }

  async increment(key: string): Promise<ClientRateLimitInfo> {
    let hits = this.#open(key);
    while (hits.telling) {
      await hits.telling;
      hits = this.#open(key);
    }
    hits.untold += 1;
    if (hits.untold >= lump) {
      hits.telling = this.#tell(key, hits);
      await hits.telling;
    }
    return { totalHits: hits.shared + hits.untold, resetTime: new Date(hits.endsAt) };
  }

  decrement(key: string): void {
    const hits = this.#hits.get(key);
    if (hits && hits.untold > 0) hits.untold -= 1;
  }

  resetKey(key: string): void {
    this.#hits.delete(key);
  }

  async #tell(key: string, hits: Hits): Promise<void> {
    const told = hits.untold;
    hits.untold = 0;
    // Until it is known what the others had, it is counted with what was known before.
    hits.shared += told;
    const limits = { most: 1e9, windowMilliseconds: this.#windowMilliseconds };
    const window = await this.windows.add(`${this.name}\n${key}`, told, limits).catch(() => null);
    hits.telling = null;
    if (!window) return;
    hits.shared = Math.max(hits.shared, window.count);
    hits.endsAt = Date.now() + window.endsIn;
  }

  #open(key: string): Hits {
    const now = Date.now();
    const open = this.#hits.get(key);
    if (open && open.endsAt > now) return open;
    this.#hits.delete(key);
    for (const [oldest, { endsAt }] of this.#hits) {
      if (endsAt > now && this.#hits.size < mostKeys) break;
      this.#hits.delete(oldest);
    }
    const begun = { shared: 0, untold: 0, endsAt: now + this.#windowMilliseconds, telling: null };
    this.#hits.set(key, begun);
    return begun;
  }
}
