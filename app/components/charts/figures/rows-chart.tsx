import { Hatch } from './hatch';
import type { Box } from './box';
import { look } from './look';
import { Words } from './words';
import type { ChartRow, RowMark } from '~/domains/insights/figures/chart';

const frame = { width: 360, left: 6, right: 6, row: 34 };
const across = frame.width - frame.left - frame.right;

/** Over the bar and beside it: with a rim, so that it is seen on both. */
function Reach({ from, to, y }: { from: number; to: number; y: number }) {
  return (
    <>
      <path {...look.reachRim} d={`M${from - 1.5} ${y}H${to + 1.5}`} />
      <path {...look.reach} d={`M${from} ${y}H${to}`} />
    </>
  );
}

function Mark({ form, x, y }: { form: RowMark['form']; x: number; y: number }) {
  if (form === 'line') return <path {...look.line} d={`M${x} ${y - 8}v16`} />;
  if (form === 'square') return <rect {...look.square} x={x - 4} y={y - 4} width={8} height={8} />;
  if (form === 'triangle') return <path {...look.triangle} d={`M${x} ${y - 5}l5 9h-10z`} />;
  return <circle {...look.circle} cx={x} cy={y} r={4.5} />;
}

function Row({
  row,
  y,
  x,
  hatch,
}: {
  row: ChartRow;
  y: number;
  x: (value: number) => number;
  hatch: string;
}) {
  const middle = y + 22;
  const bar = { x: frame.left, y: y + 16, height: 12 };
  return (
    <g>
      <Words x={frame.left} y={y + 11}>
        {row.label}
      </Words>
      <Words x={frame.width - frame.right} y={y + 11} anchor="end">
        {row.text}
      </Words>
      <rect {...look.track} {...bar} width={across} />
      {row.bar === 'hidden' && <rect {...bar} width={36} fill={`url(#${hatch})`} />}
      {typeof row.bar === 'number' && (
        <rect {...look.bar} {...bar} width={Math.max(0, x(row.bar) - frame.left)} />
      )}
      {row.from !== undefined && row.to !== undefined && (
        <Reach from={x(row.from)} to={x(row.to)} y={middle} />
      )}
      {row.marks.map(({ form, value }) => (
        <Mark key={form} form={form} x={x(value)} y={middle} />
      ))}
    </g>
  );
}

/** In the units of its width, 360. */
export const rowsHeight = (rows: number) => rows * frame.row + 4;

export interface RowsChartProps {
  rows: readonly ChartRow[];
  most: number;
  label: string;
  name: string;
  box?: Box;
}

/** Rows with bars and marks on one scale, from nothing to `most`. */
export function RowsChart(props: RowsChartProps) {
  const { rows, most, label, name, box } = props;
  const height = rowsHeight(rows.length);
  const x = (value: number) =>
    Math.round((frame.left + (across * Math.min(Math.max(value, 0), most)) / Math.max(most, 1e-9)) * 10) / 10;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${frame.width} ${height}`}
      className="figure-chart"
      {...box}
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
