/** Where the time comes from; tests and the demo set their own. */
export interface Clock {
  now(): Date;
  /** Milliseconds since some beginning, which nobody can set: by them it is seen when the clock on the wall jumps. */
  monotonic?(): number;
}

export const systemClock: Required<Clock> = { now: () => new Date(), monotonic: () => performance.now() };

/** A clock that stands still until it is moved. */
export function fixedClock(
  start: Date,
): Clock & { set(instant: Date): void; advance(milliseconds: number): void } {
  let current = start;
  return {
    now: () => current,
    set: (instant) => {
      current = instant;
    },
    advance: (milliseconds) => {
      current = new Date(current.getTime() + milliseconds);
    },
  };
}
