import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { fewestShown, hiddenBy, reckonHidden, restOf } from './small-numbers';
import type { Columns, CountedRow, Hidden } from './small-numbers';
import { loadSolver, withProgram } from '~/lib/linear-programs/load-solver';
import type { Solver } from '~/lib/linear-programs/load-solver';
import type { Row, Terms } from '~/lib/linear-programs/program';

/** Areas of three levels, each leaf with what is counted in it by two dimensions that add up to the same. */
interface City {
  rows: CountedRow[];
  tables: Record<'category' | 'month', Columns>;
}

type Matter = readonly [leaf: number, category: number, month: number];

/** Parts of parts: leaf 0 to 5 lie in three areas, of which the first is cut up once more; the last is an area itself. */
const trailOfLeaf = [['1', '11', '111'], ['1', '11', '112'], ['1', '12'], ['2', '21'], ['2', '22'], ['2']];
const aboveOf = new Map<string, string | null>([
  ...([
    ['1', null],
    ['2', null],
    ['11', '1'],
    ['12', '1'],
    ['21', '2'],
    ['22', '2'],
  ] as const),
  ...([
    ['111', '11'],
    ['112', '11'],
  ] as const),
]);

function cityOf(matters: readonly Matter[]): City {
  const ids = [...aboveOf.keys()];
  const count = () => new Map(ids.map((id) => [id, new Map<string, number>()]));
  const [category, month] = [count(), count()];
  const totals = new Map<string, number>();
  const add = (cells: Map<string, number> | undefined, column: string) =>
    cells?.set(column, (cells.get(column) ?? 0) + 1);
  for (const [leaf, c, m] of matters) {
    for (const id of trailOfLeaf[leaf] ?? []) {
      totals.set(id, (totals.get(id) ?? 0) + 1);
      add(category.get(id), `c${c}`);
      add(month.get(id), `m${m}`);
    }
  }
  const rows = ids.map((id) => ({ id, above: aboveOf.get(id) ?? null, total: totals.get(id) ?? 0 }));
  return { rows, tables: { category, month } };
}

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** Everything that an attacker knows as a linear program: sums of rows, of areas, and the numbers that are shown. */
function attackOn({ rows, tables }: City, hidden: Hidden) {
  const shown = rows.filter(({ total }) => total > 0);
  const known = new Set(shown.map(({ id }) => id));
  const inner = new Set(shown.flatMap(({ above }) => (above === null ? [] : [above])));
  const truth = new Map<string, number>();
  const isHidden = new Map<string, boolean>();
  const set = (name: string, value: number, hides: boolean) => {
    truth.set(name, value);
    isHidden.set(name, hides);
  };
  const names = Object.keys(tables) as (keyof City['tables'])[];
  const columnsOf = (name: keyof City['tables']) =>
    [...new Set([...tables[name].values()].flatMap((cells) => [...cells.keys()]))].sort();
  const value = (name: keyof City['tables'], id: string, column: string) =>
    tables[name].get(id)?.get(column) ?? 0;
  const withRests = shown.flatMap(({ id }) => (inner.has(id) ? [id, restOf(id)] : [id]));
  const sums: string[][] = [];
  const childrenOf = (id: string) => [
    ...shown.filter(({ above }) => above === id).map((row) => row.id),
    restOf(id),
  ];
  const below = (id: string, of: (one: string) => number) =>
    of(id) - shown.filter(({ above }) => above === id).reduce((sum, row) => sum + of(row.id), 0);
  const numberOf = (of: (one: string) => number) => (id: string) =>
    id.endsWith('.') ? below(id.slice(0, -1), of) : of(id);
  const totalOf = numberOf((id) => rows.find((row) => row.id === id)?.total ?? 0);
  for (const id of withRests) {
    const isNothing = totalOf(id) === 0;
    set(`${id}|`, totalOf(id), !isNothing && hidden.total(id));
    for (const name of names) {
      for (const column of columnsOf(name)) {
        const at = numberOf((one) => value(name, one, column))(id);
        set(`${id}|${name}|${column}`, at, !isNothing && hidden.cell(name, id, column));
      }
      sums.push([`${id}|`, ...columnsOf(name).map((column) => `${id}|${name}|${column}`)]);
    }
  }
  for (const id of known) {
    if (!inner.has(id)) continue;
    sums.push([`${id}|`, ...childrenOf(id).map((one) => `${one}|`)]);
    for (const name of names)
      for (const column of columnsOf(name))
        sums.push([`${id}|${name}|${column}`, ...childrenOf(id).map((one) => `${one}|${name}|${column}`)]);
  }
  // The whole is told, by every column, unless it is hidden.
  const tops = shown.filter(({ above }) => above === null).map(({ id }) => id);
  const whole = (of: (id: string) => string, hides: boolean, named: string) => {
    set(
      named,
      tops.reduce((sum, id) => sum + (truth.get(of(id)) ?? 0), 0),
      hides,
    );
    sums.push([named, ...tops.map(of)]);
  };
  whole((id) => `${id}|`, hidden.total(''), 'all');
  for (const name of names)
    for (const column of columnsOf(name))
      whole((id) => `${id}|${name}|${column}`, hidden.cell(name, '', column), `all|${name}|${column}`);
  const variables = [...truth.keys()];
  const placeOf = new Map(variables.map((name, at) => [name, at]));
  const constraints: Row[] = sums.map(([total = '', ...parts]) => ({
    ...{ lower: 0, upper: 0 },
    terms: [
      [placeOf.get(total) ?? 0, -1],
      ...parts.map((part) => [placeOf.get(part) ?? 0, 1] as const),
    ] as Terms,
  }));
  return { variables, truth, isHidden, constraints };
}

/** The least and the most that a hidden number can be, for whoever knows all the rest. */
function rangeOf(attack: ReturnType<typeof attackOn>, name: string): { least: number; most: number } {
  const { variables, truth, isHidden, constraints } = attack;
  const bound = (sense: 'minimise' | 'maximise') =>
    withProgram(
      solver,
      {
        ...{ sense, whole: false, rows: constraints },
        columns: variables.map((one) => ({
          cost: one === name ? 1 : 0,
          lower: isHidden.get(one) ? 0 : (truth.get(one) ?? 0),
          upper: isHidden.get(one) ? 1000 : (truth.get(one) ?? 0),
        })),
      },
      (program) => program.solve()?.objective ?? NaN,
    );
  return { least: bound('minimise'), most: bound('maximise') };
}

const matter = fc.tuple(fc.nat(5), fc.nat(3), fc.nat(2));
/** Some places have many matters, some few: the same matter is taken several times. */
const someMatters = fc
  .array(fc.tuple(matter, fc.constantFrom(1, 1, 2, 3, 6, 20)), { maxLength: 14 })
  .map((all) => all.flatMap(([one, times]) => Array.from({ length: times }, () => one)));

describe('small numbers', () => {
  it('are not told, and what is told of all tables together leaves each five other values', () => {
    fc.assert(
      fc.property(someMatters, (matters) => {
        const city = cityOf(matters);
        const attack = attackOn(city, hiddenBy(reckonHidden(city)));
        for (const name of attack.variables) {
          const value = attack.truth.get(name) ?? 0;
          if (value > 0 && value < fewestShown) expect(attack.isHidden.get(name), name).toBe(true);
          if (!attack.isHidden.get(name)) continue;
          const { least, most } = rangeOf(attack, name);
          expect(most - least, name).toBeGreaterThanOrEqual(fewestShown);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('hide nothing where there are none', () => {
    const city = cityOf(
      [0, 1, 2, 3, 4].flatMap((leaf) => Array.from({ length: 7 }, () => [leaf, 0, 0] as const)),
    );
    const hidden = hiddenBy(reckonHidden(city));
    expect(city.rows.some(({ id }) => hidden.total(id))).toBe(false);
    expect(city.rows.some(({ id }) => hidden.cell('category', id, 'c0'))).toBe(false);
  });

  it('hide the next smallest part as well, where one alone would follow from the sum', () => {
    const of = (leaf: number, times: number) => Array.from({ length: times }, () => [leaf, 0, 0] as const);
    const city = cityOf([...of(3, 3), ...of(4, 9), ...of(5, 30)]);
    const hidden = hiddenBy(reckonHidden(city));
    expect(['21', '22', '2', restOf('2')].map((id) => hidden.total(id))).toEqual([true, true, false, false]);
  });

  it('are nobody: nought is told', () => {
    const city = cityOf(Array.from({ length: 8 }, () => [0, 0, 0] as const));
    const hidden = hiddenBy(reckonHidden(city));
    expect(hidden.total('2')).toBe(false);
    expect(hidden.cell('category', '2', 'c1')).toBe(false);
  });
});
