import type { Highs, Model } from 'highs';

export interface Range {
  lower: number;
  upper: number;
}

export interface Column extends Range {
  cost: number;
}

/** A linear expression over columns, by their places from 0. */
export type Terms = readonly (readonly [column: number, coefficient: number])[];

export interface Row extends Range {
  terms: Terms;
}

export interface ProgramGiven {
  sense: 'maximise' | 'minimise';
  /** All columns take whole numbers only. */
  whole: boolean;
  columns: readonly Column[];
  rows: readonly Row[];
  /** How far from the best a whole solution may be, as a share of it; 0 where left out. */
  gap?: number;
}

export interface Solution {
  objective: number;
  values: Float64Array;
  /** One a row; of no meaning where the program is whole. */
  duals: Float64Array;
  /** The reduced cost of each column; of no meaning where the program is whole. */
  costs: Float64Array;
}

/** The solver ended without an answer: numerical trouble, or its limit of time. */
export class NotSolved extends Error {
  constructor(status: number) {
    super(`the solver gave up with status ${status}`);
    this.name = 'NotSolved';
  }
}

const optimal = 7;
const infeasible = 8;
const iterationLimit = 14;
const unknown = 15;
/** Presolve tells these two apart only by solving anew; all programs here are bounded. */
const infeasibleOrUnbounded = 9;

const dualSimplex = 1;
const primalSimplex = 4;
const attempts = [
  { simplex_strategy: dualSimplex, primal_feasibility_tolerance: 1e-10, dual_feasibility_tolerance: 1e-10 },
  { simplex_strategy: primalSimplex },
  { primal_feasibility_tolerance: 1e-9, dual_feasibility_tolerance: 1e-9 },
] as const;

/** A linear or whole program that is kept, changed and solved again from where it stood. Call `dispose` in the end. */
export class Program {
  readonly #model: Model;
  #columns: number;
  #rows: number;
  readonly #whole: boolean;

  constructor(highs: Highs, given: ProgramGiven) {
    this.#model = highs.createModel();
    this.#columns = given.columns.length;
    this.#rows = given.rows.length;
    this.#whole = given.whole;
    this.#model.options.set({
      output_flag: false,
      mip_feasibility_tolerance: 1e-9,
      mip_rel_gap: given.gap ?? 0,
      mip_abs_gap: 1e-9,
      // Seconds; from the start of the model, so each run sets its clock back.
      time_limit: 120,
    });
    this.#model.passModel(modelData(highs, given));
  }

  /** How many there are. */
  get rows(): number {
    return this.#rows;
  }

  get columns(): number {
    return this.#columns;
  }

  /** The best solution, or null where there is none. Throws NotSolved. */
  solve(): Solution | null {
    this.#model.zeroAllClocks();
    const modelStatus = this.#run();
    if (modelStatus === infeasible || modelStatus === infeasibleOrUnbounded) return null;
    if (modelStatus !== optimal) throw new NotSolved(modelStatus);
    const { colValue, colDual, rowDual } = this.#model.getSolution();
    return {
      objective: this.#model.getObjectiveValue(),
      values: colValue,
      duals: rowDual,
      costs: colDual,
    };
  }

  /**
   * From where the last solution stood; the simplex method may turn in circles there, so after many steps it begins
   * anew, in the other way, and at last with a little more tolerance.
   */
  #run(): number {
    const { options } = this.#model;
    let status: number = iterationLimit;
    for (const attempt of this.#whole ? [{}] : attempts) {
      options.set({ ...attempts[0], ...attempt });
      if (attempt !== attempts[0]) this.#model.clearSolver();
      options.set({ simplex_iteration_limit: 5_000 + 20 * (this.#columns + this.#rows) });
      status = this.#model.run().modelStatus;
      if (status !== iterationLimit && status !== unknown) break;
    }
    return status;
  }

  setCosts(costs: readonly number[] | Float64Array): void {
    this.#model.changeColsCost(first(this.#columns), costs);
  }

  setCost(column: number, cost: number): void {
    this.#model.changeColCost(column, cost);
  }

  setColumnRange(column: number, { lower, upper }: Range): void {
    this.#model.changeColBounds(column, lower, upper);
  }

  /** All columns at once. */
  setColumnRanges(ranges: readonly Range[]): void {
    const [lower, upper] = sidesOf(ranges);
    this.#model.changeColsBounds(first(this.#columns), lower, upper);
  }

  /** The first rows at once. */
  setRowRanges(ranges: readonly Range[]): void {
    const [lower, upper] = sidesOf(ranges);
    this.#model.changeRowsBounds(first(ranges.length), lower, upper);
  }

  setRowRange(row: number, { lower, upper }: Range): void {
    this.#model.changeRowBounds(row, lower, upper);
  }

  setCoefficient(row: number, column: number, coefficient: number): void {
    this.#model.changeCoefficient(row, column, coefficient);
  }

  /** A column more: `entries` are its coefficients by row. */
  addColumn({ cost, lower, upper }: Column, entries: Terms): void {
    this.#model.addCol(cost, lower, upper, {
      indices: entries.map(([row]) => row),
      values: entries.map(([, value]) => value),
    });
    this.#columns += 1;
  }

  /** A column more that stands in no row yet and takes whole numbers. */
  addWholeColumn(column: Column): void {
    this.addColumn(column, []);
    this.#model.changeColIntegrality(this.#columns - 1, 1);
  }

  /** Answers the place of the new row. */
  addRow({ lower, upper, terms }: Row): number {
    this.#model.addRow(lower, upper, {
      indices: terms.map(([column]) => column),
      values: terms.map(([, value]) => value),
    });
    this.#rows += 1;
    return this.#rows - 1;
  }

  dispose(): void {
    this.#model.dispose();
  }
}

const first = (count: number) =>
  ({ kind: 'set', indices: Int32Array.from({ length: count }, (_, at) => at) }) as const;

const sidesOf = (ranges: readonly Range[]) =>
  [Float64Array.from(ranges, ({ lower }) => lower), Float64Array.from(ranges, ({ upper }) => upper)] as const;

function modelData(highs: Highs, { sense, whole, columns, rows }: ProgramGiven) {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { terms } of rows) {
    for (const [column, value] of terms) {
      indices.push(column);
      values.push(value);
    }
    starts.push(indices.length);
  }
  const { maximize, minimize } = highs.constants.objectiveSense;
  const [colLower, colUpper] = sidesOf(columns);
  const [rowLower, rowUpper] = sidesOf(rows);
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: sense === 'maximise' ? maximize : minimize,
    colCost: columns.map(({ cost }) => cost),
    colLower,
    colUpper,
    rowLower,
    rowUpper,
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices,
      values,
    } as const,
    ...(whole ? { integrality: new Int32Array(columns.length).fill(1) } : {}),
  };
}
