/** A whole-valued function base + slope·t of the increments t ≥ 0. */
export interface Affine {
  base: bigint;
  slope: bigint;
}

export const nothing: Affine = { base: 0n, slope: 0n };

/** one·times − other·otherTimes. */
export function difference(one: Affine, times: bigint, other: Affine, otherTimes: bigint): Affine {
  return {
    base: one.base * times - other.base * otherTimes,
    slope: one.slope * times - other.slope * otherTimes,
  };
}

/** The sign just after t = 0: below, equal to or above 0 (equal only for the function that is always 0). */
export function signAhead({ base, slope }: Affine): number {
  const decisive = base === 0n ? slope : base;
  return decisive < 0n ? -1 : decisive > 0n ? 1 : 0;
}

/** The largest whole t up to which everything that was asked stays as it is at t = 0. */
export class Horizon {
  /** Null: for ever. */
  until: bigint | null = null;

  /** Needs value ≥ 0, and value ≥ 0 at t = 0. */
  whileNotNegative({ base, slope }: Affine): void {
    if (slope < 0n) this.#end(base / -slope);
  }

  /** Needs value > 0, and value > 0 at t = 0. */
  whilePositive({ base, slope }: Affine): void {
    if (slope < 0n) this.#end((base - 1n) / -slope);
  }

  /** Whether value > 0 as far as the horizon reaches now. */
  holdsPositive({ base, slope }: Affine): boolean {
    if (base <= 0n || this.until === null) return base > 0n && slope >= 0n;
    return base + slope * this.until > 0n;
  }

  /** Needs value = 0, and value = 0 at t = 0. */
  whileZero({ slope }: Affine): void {
    if (slope !== 0n) this.#end(0n);
  }

  #end(last: bigint): void {
    if (this.until === null || last < this.until) this.until = last;
  }
}
