import { restrictionsOn } from '../kinds-of-people';
import type { Kind, KindsOfPeople } from '../council';
import { withProgram } from '~/lib/linear-programs/load-solver';
import type { Solver } from '~/lib/linear-programs/load-solver';
import { NotSolved } from '~/lib/linear-programs/program';
import type { Program, Row, Solution } from '~/lib/linear-programs/program';

/** What every panel keeps to: Σ worth of its members ≤ `most`. */
export interface Cut {
  worth: readonly number[];
  most: number;
}

/** A dual above this binds (those of the people of a level sum to 1). */
const clearlyPositive = 1e-8;
/** How far what a solver counts in fractions may be off. */
const rounding = 1e-9;
const endless = Number.POSITIVE_INFINITY;

/**
 * LEXIMIN over all mixtures that keep to the restrictions on average, of whole panels or not: the lowest chance is
 * raised as far as it goes, the kinds that bind it are fixed, and so on with the rest. Answers the chance of each kind.
 * Whoever is chosen by whole panels cannot do better, so these are the chances where whole panels reach them.
 *
 * A level is kept for those that follow by what binds it (whatever has a dual stays at its bound), not by its value: so
 * no rounding is handed on from level to level.
 */
export function fairWithoutWholePanels(
  solver: Solver,
  people: KindsOfPeople,
  cuts: readonly Cut[],
): number[] {
  const { kinds } = people;
  const restrictions = restrictionRows(people);
  const rows = [...restrictions, ...cuts.map(cutRow)];
  const columns = kinds.map(({ most }) => ({ lower: 0, upper: most, cost: 0 }));
  const given = {
    sense: 'maximise',
    whole: false,
    columns: [...columns, { lower: 0, upper: endless, cost: 1 }],
    rows: [...rows, ...kinds.map((kind, at) => chanceRow(kind, at, kinds.length))],
  } as const;
  return withProgram(solver, given, (program) => {
    const face = { columns, rows, kinds, exactRows: restrictions.length };
    const open = new Set(kinds.keys());
    let level = kinds.length;
    for (;;) {
      const solution = program.solve();
      if (!solution) throw new NotSolved(0);
      fixBinding(program, solution, { ...face, open, level });
      if (open.size === 0)
        return kinds.map(({ people }, at) => Math.max(0, solution.values[at] as number) / people.length);
      raiseNext(program, solution, { kinds, open, level });
      level += 1;
    }
  });
}

const restrictionRows = (people: KindsOfPeople): Row[] =>
  restrictionsOn(people).map(({ kinds, lower, upper }) => ({
    lower,
    upper,
    terms: kinds.map((kind) => [kind, 1]),
  }));

const cutRow = ({ worth, most }: Cut): Row => ({
  lower: Number.NEGATIVE_INFINITY,
  upper: most,
  terms: worth.flatMap((each, kind) => (each === 0 ? [] : [[kind, each] as const])),
});

/** Members − people · level ≥ 0. */
const chanceRow = ({ people }: Kind, at: number, level: number): Row => ({
  lower: 0,
  upper: endless,
  terms: [
    [at, 1],
    [level, -people.length],
  ],
});

interface Face {
  columns: readonly { lower: number; upper: number }[];
  /** Restrictions and cuts; the rows of the kinds come after them. */
  rows: readonly Row[];
  /** How many of the rows are in whole numbers. */
  exactRows: number;
  kinds: readonly Kind[];
  /** Kinds that are not fixed yet. */
  open: Set<number>;
  level: number;
}

/** Keeps what has a dual at its bound, and takes the kinds that bind the level out of `open`. */
function fixBinding(program: Program, { values, duals, costs }: Solution, face: Face): void {
  const { columns, rows, kinds, open, exactRows } = face;
  columns.forEach(({ lower, upper }, at) => {
    if (Math.abs(costs[at] as number) <= clearlyPositive) return;
    const bound = nearer(values[at] as number, lower, upper);
    program.setColumnRange(at, { lower: bound, upper: bound });
  });
  rows.forEach(({ terms, lower, upper }, row) => {
    if (Math.abs(duals[row] as number) <= clearlyPositive) return;
    const now = terms.reduce((sum, [column, factor]) => sum + factor * (values[column] as number), 0);
    const bound = nearer(now, lower, upper);
    program.setRowRange(row, { lower: row < exactRows ? bound : bound - rounding, upper: bound });
  });
  const shareOf = (at: number) =>
    Math.abs(duals[rows.length + at] as number) * (kinds[at] as Kind).people.length;
  const binding = [...open].filter((at) => shareOf(at) > clearlyPositive);
  if (binding.length === 0)
    binding.push([...open].reduce((one, other) => (shareOf(other) > shareOf(one) ? other : one)));
  for (const at of binding) {
    open.delete(at);
    program.setRowRange(rows.length + at, { lower: 0, upper: 0 });
  }
}

const nearer = (value: number, lower: number, upper: number) =>
  Math.abs(value - lower) <= Math.abs(value - upper) ? lower : upper;

/** The level that was reached stays; the open kinds get a level of their own, which is now raised. */
function raiseNext(
  program: Program,
  { values }: Solution,
  { kinds, open, level }: Pick<Face, 'kinds' | 'open' | 'level'>,
): void {
  const firstKind = program.rows - kinds.length;
  program.setCost(level, 0);
  program.setColumnRange(level, { lower: Math.max(0, (values[level] as number) - rounding), upper: endless });
  for (const at of open) program.setCoefficient(firstKind + at, level, 0);
  const entries = [...open].map((at) => [firstKind + at, -(kinds[at] as Kind).people.length] as const);
  program.addColumn({ cost: 1, lower: 0, upper: endless }, entries);
}
