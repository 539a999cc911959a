import { Hatch } from './hatch';
import { Words } from './words';

/** A mark beside the bar: told apart by form. */
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

const frame = { width: 360, left: 6, right: 6, row: 34 };
const across = frame.width - frame.left - frame.right;

function Mark({ form, x, y }: { form: RowMark['form']; x: number; y: number }) {
  if (form === 'line') return <path className="figure-mark-line" d={`M${x} ${y - 8}v16`} />;
  if (form === 'square')
    return <rect className="figure-mark figure-mark-1" x={x - 4} y={y - 4} width={8} height={8} />;
  if (form === 'triangle')
    return <path className="figure-mark figure-mark-2" d={`M${x} ${y - 5}l5 9h-10z`} />;
  return <circle className="figure-mark figure-mark-0" cx={x} cy={y} r={4.5} />;
}

function Row({ row, y, x, hatch }: { row: ChartRow; y: number; x: (value: number) => number; hatch: string }) {
  const middle = y + 22;
  return (
    <g>
      <Words x={frame.left} y={y + 11}>
        {row.label}
      </Words>
      <Words x={frame.width - frame.right} y={y + 11} anchor="end">
        {row.text}
      </Words>
      <rect className="figure-track" x={frame.left} y={y + 16} width={across} height={12} />
      {row.bar === 'hidden' && (
        <rect x={frame.left} y={y + 16} width={36} height={12} fill={`url(#${hatch})`} />
      )}
      {typeof row.bar === 'number' && (
        <rect className="figure-bar" x={frame.left} y={y + 16} width={Math.max(0, x(row.bar) - frame.left)} height={12} />
      )}
      {row.from !== undefined && row.to !== undefined && (
        <path className="figure-reach" d={`M${x(row.from)} ${middle}H${x(row.to)}`} />
      )}
      {row.marks.map(({ form, value }) => (
        <Mark key={form} form={form} x={x(value)} y={middle} />
      ))}
    </g>
  );
}

/** Rows with bars and marks on one scale, from nothing to `most`. */
export function RowsChart(props: { rows: readonly ChartRow[]; most: number; label: string; name: string }) {
  const { rows, most, label, name } = props;
  const height = rows.length * frame.row + 4;
  const x = (value: number) =>
    Math.round((frame.left + (across * Math.min(Math.max(value, 0), most)) / Math.max(most, 1e-9)) * 10) / 10;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${frame.width} ${height}`}
      className="figure-chart"
      role="img"
      aria-label={label}
    >
      <Hatch id={`${name}-hatch`} />
      {rows.map((row, at) => (
        <Row key={row.key} row={row} y={at * frame.row} x={x} hatch={`${name}-hatch`} />
      ))}
    </svg>
  );
}
