export interface AttemptLimits {
  /** So many attempts of one key in one window. */
  most: number;
  windowMilliseconds: number;
}

/** Counts attempts by key in windows that begin with the first attempt and are never made longer by further ones. */
export interface Attempted {
  /** Counts one attempt and answers 0 where there is room for it; else counts none and answers milliseconds to wait. */
  take(key: string): number | Promise<number>;
  /** Milliseconds until the key may try again; 0 where it may now. */
  wait(key: string): number | Promise<number>;
  /** Takes one attempt back that turned out to be none of those that are limited. */
  giveBack(key: string): void | Promise<void>;
}

/** Makes the counter of the limit of that name. */
export type CounterMaker = (name: string, limits: AttemptLimits) => Attempted;
