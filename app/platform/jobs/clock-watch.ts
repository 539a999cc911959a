import type { Clock } from '../clock';

const minute = 60_000;
const day = 24 * 60 * minute;
/** Steps of the clock that are left alone: servers of time put it right by less. */
export const toleratedMilliseconds = minute;
/** Slewing, by which a clock is put right without a step, goes slower than this. */
const slewing = 0.01;

/** How long a clock that jumped ahead must go evenly before it is believed: ten minutes, an hour after a day or more. */
export function graceMilliseconds(jump: number): number {
  return jump >= day ? 60 * minute : 10 * minute;
}

export interface Held {
  /** How far the clock went ahead of the time that had passed. */
  aheadMilliseconds: number;
  /** How long it must still go evenly. */
  remainingMilliseconds: number;
}

/**
 * Compares the clock on the wall with one that only goes forward. After a jump ahead it says `held` until the clock has
 * gone evenly for the grace period, has gone back, or somebody confirms it: what cannot be undone waits so long. A jump
 * back holds nothing up: what is due is only later. A clock without a monotonic half is believed.
 */
export class ClockWatch {
  private readonly monotonic: () => number;
  private trusted: number;
  private suspect: { offset: number; since: number } | null = null;
  private seen: number;

  constructor(
    private readonly clock: Clock,
    /** The newest instant that the database knows; a day or more before now the clock is not believed at once. */
    newest: Date | null = null,
  ) {
    const wall = () => clock.now().getTime();
    this.monotonic = clock.monotonic ? () => clock.monotonic?.() ?? 0 : wall;
    this.seen = this.monotonic();
    const offset = this.offset();
    const stoodStill = clock.monotonic && newest && wall() - newest.getTime() >= day;
    this.trusted = stoodStill ? newest.getTime() - this.seen : offset;
    if (stoodStill) this.suspect = { offset, since: this.seen };
  }

  private offset(): number {
    return this.clock.now().getTime() - this.monotonic();
  }

  /** Looks at both clocks: null where the one on the wall is believed. */
  look(): Held | null {
    const now = this.monotonic();
    const offset = this.offset();
    const ahead = offset - this.trusted;
    const slewed = (now - this.seen) * slewing;
    this.seen = now;
    if (ahead <= toleratedMilliseconds) {
      if (ahead < -toleratedMilliseconds) this.trusted = offset;
      else this.trusted += Math.max(-slewed, Math.min(slewed, ahead));
      this.suspect = null;
      return null;
    }
    if (!this.suspect || Math.abs(offset - this.suspect.offset) > toleratedMilliseconds)
      this.suspect = { offset, since: now };
    const remaining = this.suspect.since + graceMilliseconds(ahead) - now;
    if (remaining > 0) return { aheadMilliseconds: ahead, remainingMilliseconds: remaining };
    this.believe();
    return null;
  }

  /** Somebody has looked at the clock and says that it is right. */
  believe(): void {
    this.trusted = this.offset();
    this.suspect = null;
  }
}
