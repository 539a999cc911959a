/** A part of those who took part and of all who live there; null: not told. */
export interface Part {
  key: string;
  people: number;
  took: number | null;
}

export type Standing = 'missing' | 'more' | 'as-expected';

export interface Represented extends Part {
  /** Of all people and of all who took part, from 0 to 1. */
  shareOfPeople: number;
  share: number | null;
  /** Between these the share lies in 95 of 100 cases (Wilson). */
  least: number | null;
  most: number | null;
  standing: Standing | null;
  /** How many it would be if it were like the people. */
  expected: number;
}

const z95 = 1.959964;

/** Between which shares `some` of `all` may lie: Wilson's interval of 95%, which holds for few as well. */
export function wilson(some: number, all: number): { least: number; most: number } {
  if (all === 0) return { least: 0, most: 1 };
  const share = some / all;
  const middle = share + z95 ** 2 / (2 * all);
  const reach = z95 * Math.sqrt((share * (1 - share)) / all + z95 ** 2 / (4 * all ** 2));
  const whole = 1 + z95 ** 2 / all;
  return { least: Math.max(0, (middle - reach) / whole), most: Math.min(1, (middle + reach) / whole) };
}

function standingOf(shareOfPeople: number, { least, most }: { least: number; most: number }): Standing {
  if (most < shareOfPeople) return 'missing';
  return least > shareOfPeople ? 'more' : 'as-expected';
}

/**
 * Who is missing: each part's share of those who took part against its share of the people. A part is missing where even
 * the upper end of the interval lies below its share of the people. `all`: of how many who took part.
 */
export function representation(parts: readonly Part[], all: number): Represented[] {
  const people = parts.reduce((sum, part) => sum + part.people, 0);
  return parts.map((part) => {
    const shareOfPeople = people === 0 ? 0 : part.people / people;
    const expected = all * shareOfPeople;
    if (part.took === null || all === 0 || people === 0)
      return { ...part, shareOfPeople, expected, share: null, least: null, most: null, standing: null };
    const interval = wilson(part.took, all);
    const standing = standingOf(shareOfPeople, interval);
    return { ...part, shareOfPeople, expected, share: part.took / all, ...interval, standing };
  });
}
