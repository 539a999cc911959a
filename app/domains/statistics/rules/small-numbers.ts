import { HiddenFlow } from './hidden-flow';
import type { Arc } from './hidden-flow';

/** Fewer than these are not told: who they are might be known. */
export const fewestShown = 5;

/** An area with what is counted in it and below it; the one above it, or null at the top. */
export interface CountedRow {
  id: string;
  above: string | null;
  total: number;
}

/** Each row's total by one other dimension, as months or categories; what is not named is nothing. */
export type Columns = ReadonlyMap<string, ReadonlyMap<string, number>>;

export interface CountsToHide {
  rows: readonly CountedRow[];
  tables: Readonly<Record<string, Columns>>;
}

/** What is hidden, as it comes from a thread: rows whose totals are, and by table the cells. */
export interface HiddenNumbers {
  totals: ReadonlySet<string>;
  cells: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface Hidden {
  /** Whether a row's total is hidden. */
  total(row: string): boolean;
  /** Whether what one of the tables says of a row and a column is hidden. */
  cell(table: string, row: string, column: string): boolean;
}

/** The name of what lies in an area and in none below it. */
export const restOf = (area: string) => `${area}.`;
const whole = '';

interface Tree {
  rows: CountedRow[];
  /** Ids of rows with others below. */
  inner: ReadonlySet<string>;
}

/** The rows under one top, with a row for what is in none of those below; rows of nothing are shown as they are. */
function treeOf(given: readonly CountedRow[]): Tree {
  const rows = given.filter(({ total }) => total > 0);
  const known = new Set(rows.map(({ id }) => id));
  const under = rows.map(({ id, above, total }) => ({
    ...{ id, total },
    above: above !== null && known.has(above) ? above : whole,
  }));
  const below = new Map<string, number>();
  for (const { above, total } of under) below.set(above, (below.get(above) ?? 0) + total);
  const rests = under.flatMap(({ id, total }) => {
    const rest = total - (below.get(id) ?? total);
    return rest > 0 ? [{ id: restOf(id), above: id, total: rest }] : [];
  });
  const top = { id: whole, above: null, total: below.get(whole) ?? 0 };
  return { rows: [top, ...under, ...rests], inner: new Set(below.keys()) };
}

class Nodes {
  readonly #known = new Map<string, number>();

  at(name: string): number {
    const known = this.#known.get(name) ?? this.#known.size;
    this.#known.set(name, known);
    return known;
  }

  get count(): number {
    return this.#known.size;
  }
}

/** Hides until each hidden number may have as many other values as few are; what cannot be reached is answered. */
function hideUntilSafe(flow: HiddenFlow): number[] {
  const waiting = flow.arcs.flatMap(({ isHidden }, at) => (isHidden ? [at] : []));
  const exposed: number[] = [];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    if (flow.width(at, fewestShown) >= fewestShown) continue;
    waiting.push(...flow.protect(at, fewestShown));
    if (flow.width(at, fewestShown) < fewestShown) exposed.push(at);
  }
  return exposed;
}

const isSmall = (value: number) => value > 0 && value < fewestShown;
const end = 'end';

/** The ids of the rows whose totals are hidden. */
function hiddenTotals({ rows, inner }: Tree): Set<string> {
  const nodes = new Nodes();
  const arcs = rows.map(({ id, above, total }): Arc => ({
    from: nodes.at(above === null ? end : `sum ${above}`),
    to: nodes.at(inner.has(id) ? `sum ${id}` : end),
    ...{ value: total, isHidden: isSmall(total), mayHide: true },
  }));
  hideUntilSafe(new HiddenFlow(arcs, nodes.count));
  return new Set(rows.filter((_, at) => arcs[at]?.isHidden).map(({ id }) => id));
}

type Table = Map<string, Map<string, number>>;

/** A table with rows for the top and for what is in none of those below. */
function completed({ rows }: Tree, given: Columns): Table {
  const table: Table = new Map(rows.map(({ id }) => [id, new Map(given.get(id) ?? [])]));
  const add = (row: string, column: string, by: number) => {
    const cells = table.get(row);
    cells?.set(column, (cells.get(column) ?? 0) + by);
  };
  for (const { id, above } of rows) {
    const isRest = above !== null && id === restOf(above);
    if (isRest) for (const [column, count] of table.get(above) ?? []) add(id, column, count);
  }
  for (const { id, above } of rows) {
    if (above === null || id === restOf(above)) continue;
    for (const [column, count] of given.get(id) ?? []) {
      if (above === whole) add(whole, column, count);
      else add(restOf(above), column, -count);
    }
  }
  return table;
}

interface Cell {
  row: string;
  column: string;
}

/** The cells of one table that are hidden, where these totals are. */
function hiddenCells(tree: Tree, given: Columns, totals: ReadonlySet<string>): Set<string> {
  const table = completed(tree, given);
  const columns = [...new Set([...table.values()].flatMap((cells) => [...cells.keys()]))];
  const nodes = new Nodes();
  const arcs: Arc[] = [];
  const cells: (Cell | null)[] = [];
  for (const { id, above, total } of tree.rows) {
    const isInner = tree.inner.has(id);
    const own = (column: string) => nodes.at(isInner ? `${id} ${column}` : `row ${id}`);
    const over = (column: string) => nodes.at(above === null ? end : `${above} ${column}`);
    const isHidden = totals.has(id);
    arcs.push({ from: over('total'), to: own('total'), value: total, isHidden, mayHide: false });
    cells.push(null);
    for (const column of columns) {
      const value = table.get(id)?.get(column) ?? 0;
      arcs.push({
        ...{ from: own(column), to: over(column), value, mayHide: true },
        isHidden: isHidden || isSmall(value),
      });
      cells.push({ row: id, column });
    }
  }
  const exposed = hideUntilSafe(new HiddenFlow(arcs, nodes.count));
  const all = exposed.length > 0;
  return new Set(cells.flatMap((cell, at) => (cell && (all || arcs[at]?.isHidden) ? [keyOf(cell)] : [])));
}

const keyOf = ({ row, column }: Cell) => `${row} ${column}`;

/**
 * What of counts of areas, and of the same counts by other dimensions, is not told: every number of fewer than five, and as
 * many more as it takes so that each of these may, for all that is told, have five other values. Whoever adds up rows,
 * columns, and areas under areas, of all tables together, finds out none of them. Nought is told.
 *
 * A row whose total is hidden is hidden in every table, whatever its cells: so the tables need only be looked at one by
 * one. Any change of hidden totals that the others allow can be made in each of them, and what is hidden in one beside
 * that leaves the totals as they are.
 */
export function reckonHidden({ rows, tables }: CountsToHide): HiddenNumbers {
  const tree = treeOf(rows);
  const totals = hiddenTotals(tree);
  const cells = new Map(
    Object.entries(tables).map(([name, columns]) => [name, hiddenCells(tree, columns, totals)]),
  );
  return { totals, cells };
}

export const hiddenBy = ({ totals, cells }: HiddenNumbers): Hidden => ({
  total: (row) => totals.has(row),
  cell: (table, row, column) => cells.get(table)?.has(keyOf({ row, column })) ?? false,
});
