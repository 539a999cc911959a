import { restrictionsOn } from '../kinds-of-people';
import type { KindsOfPeople } from '../council';
import type { Bound, Bounded } from './bounds';
import type { MayGoOn } from './may-go-on';
import { withProgram } from '~/lib/linear-programs/load-solver';
import type { Solver } from '~/lib/linear-programs/load-solver';
import type { Program, ProgramGiven } from '~/lib/linear-programs/program';

/** By how many seats bounds give way: a min is lowered, a max is raised. */
export type Relaxation = readonly { bound: Bound; seats: number }[];

export interface Relaxations {
  /** The least sum of seats after which there is a panel. */
  seats: number;
  /** Those with this sum, at most `mostTold`. */
  all: Relaxation[];
  /** There are no others. */
  complete: boolean;
}

const mostTold = 50;

/** The smallest changes of the bounds after which there is a panel; null where no change helps. */
export function smallestRelaxations(
  solver: Solver,
  { people, bounds }: Bounded,
  mayGoOn: MayGoOn = () => true,
): Relaxations | null {
  return withProgram(solver, programOf(people, bounds), (program) => {
    const firstBound = people.kinds.length;
    const all: Relaxation[] = [];
    let seats = 0;
    let complete = false;
    while (all.length < mostTold && (all.length === 0 || mayGoOn())) {
      const solution = program.solve();
      complete = !solution;
      if (!solution) break;
      const given = bounds.map((_, at) => Math.round(solution.values[firstBound + at] as number));
      const sum = given.reduce((total, each) => total + each, 0);
      if (all.length === 0) seats = sum;
      complete = sum > seats || sum === 0;
      if (sum > seats) break;
      all.push(bounds.flatMap((bound, at) => (given[at] ? [{ bound, seats: given[at] }] : [])));
      if (sum === 0) break;
      exclude(program, given, people);
    }
    return all.length === 0 ? null : { seats, all, complete };
  });
}

/** Columns: the members of each kind, then by how much each bound gives way. */
function programOf(people: KindsOfPeople, bounds: readonly Bound[]): ProgramGiven {
  const { kinds, seats, quotas } = people;
  const endless = Number.POSITIVE_INFINITY;
  return {
    sense: 'minimise',
    whole: true,
    columns: [
      ...kinds.map(({ most }) => ({ lower: 0, upper: most, cost: 0 })),
      ...bounds.map(() => ({ lower: 0, upper: seats, cost: 1 })),
    ],
    rows: [
      ...restrictionsOn(people)
        .slice(quotas.length)
        .map(({ kinds: counted, lower, upper }) => ({
          lower,
          upper,
          terms: counted.map((kind) => [kind, 1] as const),
        })),
      ...bounds.map(({ quota, side }, at) => {
        const { kinds: counted = [], lower = 0, upper = 0 } = quotas[quota] ?? {};
        const members = counted.map((kind) => [kind, 1] as const);
        return side === 'min'
          ? { lower, upper: endless, terms: [...members, [kinds.length + at, 1] as const] }
          : { lower: -endless, upper, terms: [...members, [kinds.length + at, -1] as const] };
      }),
    ],
  };
}

/** Another solution of the same sum gives less way in some bound of this one. */
function exclude(program: Program, given: readonly number[], { kinds, seats: most }: KindsOfPeople): void {
  const chosen: number[] = [];
  given.forEach((seats, at) => {
    if (seats === 0) return;
    const column = program.columns;
    program.addWholeColumn({ lower: 0, upper: 1, cost: 0 });
    chosen.push(column);
    // With the choice: at most one less than now. Without: as much as the seats allow.
    program.addRow({
      lower: Number.NEGATIVE_INFINITY,
      upper: seats - 1 + most,
      terms: [
        [kinds.length + at, 1],
        [column, most],
      ],
    });
  });
  program.addRow({
    lower: 1,
    upper: Number.POSITIVE_INFINITY,
    terms: chosen.map((column) => [column, 1]),
  });
}
