import type { Attempted, AttemptLimits } from './attempted';

export interface CounterLimits extends AttemptLimits {
  /** So many keys are remembered; beyond them those whose window began first are forgotten. */
  mostKeys: number;
  /** Milliseconds of a clock that never goes back. */
  now: () => number;
}

interface Window {
  endsAt: number;
  count: number;
}

/** Counts attempts in the memory of this process. */
export class AttemptCounter implements Attempted {
  /** In the order in which the windows began, which is the order in which they end. */
  readonly #windows = new Map<string, Window>();
  readonly #limits: CounterLimits;

  constructor(limits: CounterLimits) {
    this.#limits = limits;
  }

  get size(): number {
    return this.#windows.size;
  }

  wait(key: string): number {
    const window = this.#open(key);
    return window && window.count >= this.#limits.most ? window.endsAt - this.#limits.now() : 0;
  }

  take(key: string): number {
    const wait = this.wait(key);
    if (wait === 0) this.count(key);
    return wait;
  }

  count(key: string): void {
    const window = this.#open(key);
    if (window) window.count += 1;
    else this.#begin(key);
  }

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
