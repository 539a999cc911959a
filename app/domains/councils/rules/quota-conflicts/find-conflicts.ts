import { restrictionsOn } from '../kinds-of-people';
import type { KindsOfPeople } from '../council';
import { rangesWith } from './bounds';
import type { Bound, Bounded } from './bounds';
import type { MayGoOn } from './may-go-on';
import { withProgram } from '~/lib/linear-programs/load-solver';
import type { Solver } from '~/lib/linear-programs/load-solver';
import type { Program, ProgramGiven } from '~/lib/linear-programs/program';

export interface Conflicts {
  /** Each a minimal set of bounds that no panel meets together: without any one of them, some panel does. */
  sets: Bound[][];
  /** False where there are more than were looked for. */
  complete: boolean;
}

/** Sets of many bounds can be beyond counting: so many are told at most, and so many questions asked. */
const mostSets = 200;
const mostTurns = 2_000;

type MayHold = (bounds: readonly Bound[]) => boolean;

interface Asked {
  mayHold: MayHold;
  mayGoOn: MayGoOn;
}

/**
 * All minimal conflicts of the bounds (the seats and the households are no matter of choice), by MARCO (Liffiton,
 * Previti, Malik, Marques-Silva, Constraints 21, 2016): of the sets of bounds that are not explained yet, the largest is
 * taken; if panels meet it, what it leaves out has to be looked at, else it is shrunk to a conflict.
 */
export function findConflicts(
  solver: Solver,
  { people, bounds }: Bounded,
  mayGoOn: MayGoOn = () => true,
): Conflicts {
  const unexplained = {
    sense: 'maximise',
    whole: true,
    columns: bounds.map(() => ({ lower: 0, upper: 1, cost: 1 })),
    rows: [],
  } as const;
  return withProgram(solver, panelsOf(people, false), (fractional) =>
    withProgram(solver, panelsOf(people, true), (whole) => {
      // Where not even parts of people would do no panel does, and that is known a hundred times as fast.
      const mayHold: MayHold = (kept) =>
        [fractional, whole].every((panel) => {
          panel.setRowRanges(rangesWith(kept, people));
          return panel.solve() !== null;
        });
      return withProgram(solver, unexplained, (map) => explain(map, bounds, { mayHold, mayGoOn }));
    }),
  );
}

function panelsOf(people: KindsOfPeople, whole: boolean): ProgramGiven {
  return {
    sense: 'maximise',
    whole,
    columns: people.kinds.map(({ most }) => ({ lower: 0, upper: most, cost: 0 })),
    rows: restrictionsOn(people).map(({ kinds, lower, upper }) => ({
      lower,
      upper,
      terms: kinds.map((kind) => [kind, 1] as const),
    })),
  };
}

/** `map`: a column a bound; its solutions are the sets of bounds that are not explained yet, the largest first. */
function explain(map: Program, bounds: readonly Bound[], { mayHold, mayGoOn }: Asked): Conflicts {
  const sets: Bound[][] = [];
  for (let turn = 0; turn < mostTurns && sets.length < mostSets; turn += 1) {
    // The first set comes of the first turn: there is always one to tell.
    if (sets.length > 0 && !mayGoOn()) break;
    const chosen = map.solve();
    if (!chosen) return { sets, complete: true };
    const isIn = (at: number) => (chosen.values[at] as number) > 0.5;
    const seed = bounds.filter((_, at) => isIn(at));
    if (mayHold(seed)) {
      const out = [...bounds.keys()].filter((at) => !isIn(at));
      if (out.length === 0) return { sets, complete: true };
      map.addRow({ lower: 1, upper: Number.POSITIVE_INFINITY, terms: out.map((at) => [at, 1]) });
    } else {
      const conflict = shrunk(seed, mayHold);
      sets.push(conflict);
      if (conflict.length === 0) return { sets, complete: true };
      const terms = conflict.map((bound) => [bounds.indexOf(bound), 1] as const);
      map.addRow({ lower: Number.NEGATIVE_INFINITY, upper: conflict.length - 1, terms });
    }
  }
  return { sets, complete: false };
}

/** Leaves out, in turn, each bound without which there is still no panel. Halves are tried first. */
function shrunk(conflict: readonly Bound[], mayHold: MayHold): Bound[] {
  const needed = (rest: readonly Bound[], kept: readonly Bound[]): Bound[] => {
    if (!mayHold(kept)) return [];
    if (rest.length <= 1) return [...rest];
    const half = Math.floor(rest.length / 2);
    const [one, other] = [rest.slice(0, half), rest.slice(half)];
    const ofOther = needed(other, [...kept, ...one]);
    return [...needed(one, [...kept, ...ofOther]), ...ofOther];
  };
  const found = new Set(needed(conflict, []));
  return conflict.filter((bound) => found.has(bound));
}
