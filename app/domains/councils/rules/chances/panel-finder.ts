import { isPanel, restrictionsOn } from '../kinds-of-people';
import type { Composition, KindsOfPeople, Restriction } from '../council';
import type { Range } from '~/lib/linear-programs/program';
import type { Program } from '~/lib/linear-programs/program';
import type { Solver } from '~/lib/linear-programs/load-solver';

/** Narrower bounds that a panel has to keep to. */
export interface Narrower {
  kinds: readonly Range[];
  /** In the order of `restrictionsOn`. */
  restrictions: readonly Range[];
}

/** Finds panels, by their compositions. Call `dispose` in the end. */
export interface PanelFinder {
  /** The panel whose members are worth most together, exactly; null where there is no panel. */
  best: (worth: readonly number[]) => Composition | null;
  /** A panel within narrower bounds whose members are worth much, quickly; null where there is none. */
  good: (worth: readonly number[], within: Narrower) => Composition | null;
  dispose: () => void;
}

export function panelFinder(solver: Solver, people: KindsOfPeople): PanelFinder {
  const restrictions = restrictionsOn(people);
  const own = {
    kinds: people.kinds.map(({ most }) => ({ lower: 0, upper: most })),
    restrictions: restrictions.map(({ lower, upper }) => ({ lower, upper })),
  };
  const program = (whole: boolean, gap: number) =>
    solver({ sense: 'maximise', whole, gap, ...programOf(restrictions, own) });
  const [fractional, exact, quick] = [program(false, 0), program(true, 0), program(true, 0.1)];
  const solve = (whole: Program, worth: readonly number[], within: Narrower) => {
    const among = [fractional, whole];
    for (const each of among) {
      each.setCosts(worth);
      each.setColumnRanges(within.kinds);
      each.setRowRanges(within.restrictions);
      const solution = each.solve();
      if (!solution) return null;
      const composition = Array.from(solution.values, (count) => Math.round(count));
      if (isWhole(solution.values) && isPanel(composition, people)) return composition;
    }
    throw new Error('the solver’s whole answer is no panel');
  };
  return {
    best: (worth) => solve(exact, worth, own),
    good: (worth, within) => solve(quick, worth, within),
    dispose: () => [fractional, exact, quick].forEach((each) => each.dispose()),
  };
}

function programOf(restrictions: readonly Restriction[], { kinds }: Narrower) {
  return {
    columns: kinds.map((range) => ({ ...range, cost: 0 })),
    rows: restrictions.map(({ kinds: counted, lower, upper }) => ({
      lower,
      upper,
      terms: counted.map((kind) => [kind, 1] as const),
    })),
  };
}

const isWhole = (values: Float64Array) => values.every((value) => Math.abs(value - Math.round(value)) < 1e-6);
