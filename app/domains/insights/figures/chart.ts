import { toldNumber } from './figure';
import type { Figure, FigureName, FigureRow } from './figure';

/** A mark beside a bar: told apart by form. */
export interface RowMark {
  value: number;
  form: 'line' | 'circle' | 'square' | 'triangle';
}

export interface ChartRow {
  key: string;
  label: string;
  /** What is written at the end. */
  text: string;
  /** As long as its number; hidden where that is. */
  bar: number | 'hidden' | null;
  marks: readonly RowMark[];
  /** Between these the number may lie. */
  from?: number;
  to?: number;
}

/** Rows with bars and marks on one scale. */
export interface RowsPicture {
  rows: ChartRow[];
  most: number;
}

/** More rows are read in the table. */
const mostRows = 20;

/** Which column is the bar, and which are marks. */
interface Plan {
  bar: number | null;
  marks: readonly (readonly [column: number, form: RowMark['form']])[];
  /** Shares of a whole end at 1, where none is told apart by less. */
  isShare?: boolean;
}

const plans: Partial<Record<FigureName, Plan>> = {
  areas: { bar: 0, marks: [] },
  categories: { bar: 0, marks: [] },
  rises: { bar: 0, marks: [[2, 'line']] },
  rates: {
    bar: null,
    marks: [
      [0, 'circle'],
      [1, 'square'],
      [2, 'triangle'],
    ],
    isShare: true,
  },
  ages: { bar: 1, marks: [[3, 'line']] },
  residents: { bar: 1, marks: [[3, 'line']] },
  hours: { bar: 0, marks: [] },
  agreements: { bar: 1, marks: [[2, 'line']] },
  subsidies: { bar: 0, marks: [[1, 'line']] },
};

/** What is drawn by months has a picture of its own; all else is rows. Null where there is nothing to draw. */
export function rowsPicture(
  { name, rows }: Figure,
  textOf: (row: FigureRow, column: number) => string,
): RowsPicture | null {
  const plan = plans[name];
  const drawn = rows.filter(({ values }) => values.some((value) => value !== null)).slice(0, mostRows);
  if (!plan || drawn.length === 0) return null;
  const written = plan.bar === null ? plan.marks.map(([column]) => column) : [plan.bar];
  const textsOf = (row: FigureRow) => [...new Set(written.map((column) => textOf(row, column)))].join(' · ');
  const told = drawn.map((row): ChartRow => {
    const at = plan.bar === null ? null : (row.values[plan.bar] ?? null);
    const isHidden = row.values[0] === 'hidden';
    const { least, most } = row.interval ?? {};
    return {
      ...{ key: row.key, label: row.label, text: textsOf(row) },
      bar: isHidden ? 'hidden' : toldNumber(at),
      marks: plan.marks.flatMap(([column, form]) => {
        const value = toldNumber(row.values[column]);
        return value === null ? [] : [{ value, form }];
      }),
      ...(least !== undefined && most !== undefined && { from: least, to: most }),
    };
  });
  const numbers = told.flatMap(({ bar, marks, to }) => [
    typeof bar === 'number' ? bar : 0,
    to ?? 0,
    ...marks.map(({ value }) => value),
  ]);
  return { rows: told, most: plan.isShare ? 1 : Math.max(0, ...numbers) };
}
