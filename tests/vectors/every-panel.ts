import type { Council, Quota } from '~/domains/councils/rules/council';
import { withProgram } from '~/lib/linear-programs/load-solver';
import type { Solver } from '~/lib/linear-programs/load-solver';

/** All sets of `seats` people of whom no two share a household, by their places. */
export function everySet({ people, seats }: Council): number[][] {
  const sets: number[][] = [];
  const extend = (chosen: number[], from: number): void => {
    if (chosen.length === seats) sets.push(chosen);
    else
      for (let at = from; at < people.length; at += 1) {
        const { household } = people[at] ?? { household: null };
        const taken = household !== null && chosen.some((one) => people[one]?.household === household);
        if (!taken) extend([...chosen, at], at + 1);
      }
  };
  extend([], 0);
  return sets;
}

/** How many of the set have the quota's value. */
export function membersWith({ people, features }: Council, set: readonly number[], quota: Quota): number {
  const feature = features.indexOf(quota.feature);
  return set.filter((at) => people[at]?.values[feature] === quota.value).length;
}

/** Seats by which the set breaks the quotas, together. */
export function seatsBroken(council: Council, set: readonly number[]): number {
  return council.quotas.reduce((sum, quota) => {
    const members = membersWith(council, set, quota);
    return sum + Math.max(0, quota.min - members, members - quota.max);
  }, 0);
}

/**
 * LEXIMIN over a list of panels, by its definition and person by person: the level that all can have is found, and
 * whoever cannot be raised above it alone is fixed there. Slow, and of no use beyond some hundred panels.
 */
export function leximinOver(solver: Solver, panels: readonly number[][], people: number): number[] {
  const fixed = new Array<number | null>(people).fill(null);
  /** The highest that the people of `raised` can have at once, where the others keep what they have. */
  const highest = (raised: readonly number[], level: number) =>
    withProgram(
      solver,
      {
        sense: 'maximise',
        whole: false,
        columns: [...panels.map(() => ({ lower: 0, upper: 1, cost: 0 })), { lower: 0, upper: 1, cost: 1 }],
        rows: [
          { lower: 1, upper: 1, terms: panels.map((_, at) => [at, 1] as const) },
          ...fixed.map((chance, person) => ({
            lower: raised.includes(person) ? 0 : (chance ?? level) - 1e-10,
            upper: Number.POSITIVE_INFINITY,
            terms: [
              ...panels.flatMap((panel, at) => (panel.includes(person) ? [[at, 1] as const] : [])),
              ...(raised.includes(person) ? [[panels.length, -1] as const] : []),
            ],
          })),
        ],
      },
      (program) => program.solve()?.objective ?? Number.NaN,
    );
  while (fixed.includes(null)) {
    const open = [...fixed.keys()].filter((person) => fixed[person] === null);
    const level = highest(open, 0);
    const stuck = open.filter((person) => highest([person], level) < level + 1e-7);
    for (const person of stuck) fixed[person] = level;
    if (stuck.length === 0) throw new Error('nobody is stuck');
  }
  return fixed.map((chance) => chance ?? 0);
}

export interface BoundGiven {
  feature: string;
  value: string;
  bound: 'min' | 'max';
  quota: number;
}

/** All minimal sets of bounds that no set of people meets, found by trying every subset. */
export function everyConflict(council: Council, sets: readonly number[][]): BoundGiven[][] {
  const bounds = council.quotas.flatMap(({ feature, value, min, max }): BoundGiven[] => [
    { feature, value, bound: 'min', quota: min },
    { feature, value, bound: 'max', quota: max },
  ]);
  // By set of people: which bounds it meets. A subset of bounds is a conflict where nobody meets all of it.
  const met = new Set(
    sets.map((set) =>
      bounds.reduce((bits, { feature, value, bound, quota }, at) => {
        const members = membersWith(council, set, { feature, value, min: 0, max: 0 });
        return (bound === 'min' ? members >= quota : members <= quota) ? bits | (1 << at) : bits;
      }, 0),
    ),
  );
  const minimal: number[] = [];
  const bySize = Array.from({ length: 1 << bounds.length }, (_, bits) => bits).sort(
    (one, other) => ones(one) - ones(other),
  );
  for (const bits of bySize) {
    if (minimal.some((smaller) => (smaller & bits) === smaller)) continue;
    if (![...met].some((held) => (held & bits) === bits)) minimal.push(bits);
  }
  return minimal.map((bits) => bounds.filter((_, at) => bits & (1 << at)));
}

function ones(bits: number): number {
  let count = 0;
  for (let rest = bits; rest > 0; rest &= rest - 1) count += 1;
  return count;
}
