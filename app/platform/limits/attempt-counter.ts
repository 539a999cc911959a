export interface AttemptLimits {
  /** So many attempts of one key in one window. */
  most: number;
  windowMilliseconds: number;
  /** So many keys are remembered; beyond them those whose window began first are forgotten. */
  mostKeys: number;
  /** Milliseconds of a clock that never goes back. */
  now: () => number;
}

interface Window {
  endsAt: number;
  count: number;
}

/** Counts attempts by key in windows that begin with the first attempt and are never made longer by further ones. */
export class AttemptCounter {
  /** In the order in which the windows began, which is the order in which they end. */
  readonly #windows = new Map<string, Window>();
  readonly #limits: AttemptLimits;

  constructor(limits: AttemptLimits) {
    this.#limits = limits;
  }

  get size(): number {
    return this.#windows.size;
  }

  /** Milliseconds until the key may try again; 0 where it may now. */
  wait(key: string): number {
    const window = this.#open(key);
    return window && window.count >= this.#limits.most ? window.endsAt - this.#limits.now() : 0;
  }

  count(key: string): void {
    const window = this.#open(key);
    if (window) window.count += 1;
    else this.#begin(key);
  }

  /** Takes one attempt back that turned out to be none of those that are limited. */
  giveBack(key: string): void {
    const window = this.#open(key);
    if (!window) return;
    window.count -= 1;
    if (window.count <= 0) this.#windows.delete(key);
  }

  #open(key: string): Window | undefined {
    const window = this.#windows.get(key);
    return window && window.endsAt > this.#limits.now() ? window : undefined;
  }

  #begin(key: string): void {
    const { mostKeys, now, windowMilliseconds } = this.#limits;
    this.#windows.delete(key);
    for (const [oldest, { endsAt }] of this.#windows) {
      if (endsAt > now() && this.#windows.size < mostKeys) break;
      this.#windows.delete(oldest);
    }
    this.#windows.set(key, { endsAt: now() + windowMilliseconds, count: 1 });
  }
}
