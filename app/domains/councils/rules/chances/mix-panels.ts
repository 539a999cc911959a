import type { Composition, KindsOfPeople, WeightedComposition } from '../council';
import type { Cut } from './fair-without-whole-panels';
import type { PanelFinder } from './panel-finder';
import { withProgram } from '~/lib/linear-programs/load-solver';
import type { Solver } from '~/lib/linear-programs/load-solver';
import { NotSolved } from '~/lib/linear-programs/program';
import type { Program, ProgramGiven } from '~/lib/linear-programs/program';

/** Members that all kinds together may miss on average: what the tolerances of the solver add up to. */
const mostMissed = 2e-8;
/** A panel worth this much more than those at hand is new. */
const worthMore = 1e-10;
const mostRounds = 20_000;

/** Either panels whose mixture holds the expected members, or why no mixture of panels does. */
export type Mixing = { panels: WeightedComposition[] } | { cut: Cut };

/** The panels found so far, each once. */
export class KnownPanels {
  readonly compositions: Composition[] = [];
  readonly #keys = new Set<string>();

  /** False where it was known. */
  add(composition: Composition): boolean {
    const key = composition.join();
    if (this.#keys.has(key)) return false;
    this.#keys.add(key);
    this.compositions.push(composition);
    return true;
  }
}

/**
 * Mixes whole panels so that each kind has the expected members on average, by column generation: the known panels are
 * mixed so that least is missed, then the panel is found that is worth most by the prices of what is missed, until there
 * is none. Where something is missed in the end, those prices are a cut that all panels keep to and `expected` does not.
 */
export function mixPanels(
  expected: readonly number[],
  people: KindsOfPeople,
  by: { solver: Solver; finder: PanelFinder; known: KnownPanels },
): Mixing {
  const { solver, finder, known } = by;
  const kinds = people.kinds.length;
  return withProgram(solver, masterOf(expected, known), (program) => {
    for (let round = 0; round < mostRounds; round += 1) {
      const solution = program.solve();
      if (!solution) throw new NotSolved(0);
      const { objective: missed, values, duals } = solution;
      if (missed <= mostMissed) return { panels: weighted(known.compositions, values.subarray(kinds)) };
      const worth = Array.from(duals.subarray(0, kinds), (dual) => (dual > 1e-12 ? dual : 0));
      const best = finder.best(worth);
      if (!best) throw new NotSolved(0);
      const most = valueOf(best, worth);
      const cutOff = valueOf(expected, worth) - most;
      const isNew = most > -(duals[kinds] as number) + worthMore && known.add(best);
      if (!isNew && cutOff <= mostMissed)
        return { panels: weighted(known.compositions, values.subarray(kinds)) };
      if (!isNew || cutOff > Math.max(missed / 2, 1e-5)) return { cut: { worth, most } };
      addPanel(program, best, kinds);
    }
    throw new NotSolved(0);
  });
}

export function valueOf(composition: readonly number[], worth: readonly number[]): number {
  return composition.reduce((sum, count, kind) => sum + count * (worth[kind] as number), 0);
}

/** Columns: what is missed of each kind, then the weights of the panels. Rows: the kinds, then the sum of the weights. */
function masterOf(expected: readonly number[], { compositions }: KnownPanels): ProgramGiven {
  const kinds = expected.length;
  const endless = Number.POSITIVE_INFINITY;
  const terms = expected.map((_, kind): [number, number][] => [[kind, 1]]);
  compositions.forEach((composition, at) =>
    composition.forEach((count, kind) => {
      if (count > 0) terms[kind]?.push([kinds + at, count]);
    }),
  );
  return {
    sense: 'minimise',
    whole: false,
    columns: [
      ...expected.map(() => ({ cost: 1, lower: 0, upper: endless })),
      ...compositions.map(() => ({ cost: 0, lower: 0, upper: endless })),
    ],
    rows: [
      ...expected.map((count, kind) => ({ lower: count, upper: endless, terms: terms[kind] ?? [] })),
      { lower: 1, upper: 1, terms: compositions.map((_, at) => [kinds + at, 1] as const) },
    ],
  };
}

function addPanel(program: Program, composition: Composition, kinds: number): void {
  const entries = composition.flatMap((count, kind) => (count === 0 ? [] : [[kind, count] as const]));
  program.addColumn({ cost: 0, lower: 0, upper: Number.POSITIVE_INFINITY }, [...entries, [kinds, 1]]);
}

function weighted(compositions: readonly Composition[], weights: Float64Array): WeightedComposition[] {
  const used = compositions.flatMap((composition, at) => {
    const weight = weights[at] as number;
    return weight > 1e-12 ? [{ composition, weight }] : [];
  });
  const total = used.reduce((sum, { weight }) => sum + weight, 0);
  return used.map(({ composition, weight }) => ({ composition, weight: weight / total }));
}
