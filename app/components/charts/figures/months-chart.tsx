import { Hatch } from './hatch';
import type { Box } from './box';
import { look } from './look';
import { Words } from './words';
import { toldNumber } from '~/domains/insights/figures/figure';
import type { SaidFigure } from '~/domains/insights/figures/say-figure';

type FigureRow = SaidFigure['rows'][number];

const frame = { width: 360, height: 220, left: 34, right: 6, top: 12, bottom: 30 };
const inner = {
  width: frame.width - frame.left - frame.right,
  height: frame.height - frame.top - frame.bottom,
};

/** A round number at or above, for the top of the axis. */
export function roundAbove(most: number): number {
  if (most <= 5) return 5;
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 3, 4, 5, 6, 8].map((step) => step * power).find((step) => step >= most) ?? 10 * power;
}

interface Scale {
  x: (at: number) => number;
  y: (value: number) => number;
  step: number;
  most: number;
}

function scaleOf(rows: readonly FigureRow[]): Scale {
  const most = roundAbove(
    Math.max(0, ...rows.flatMap(({ values }) => values.map((value) => toldNumber(value) ?? 0))),
  );
  const step = inner.width / Math.max(1, rows.length);
  return {
    ...{ step, most },
    x: (at) => Math.round((frame.left + step * at) * 10) / 10,
    y: (value) => Math.round((frame.top + inner.height * (1 - Math.max(0, value) / most)) * 10) / 10,
  };
}

function Axes({ rows, scale }: { rows: readonly FigureRow[]; scale: Scale }) {
  const { x, y, most, step } = scale;
  return (
    <>
      {[0, most / 2, most].map((value) => (
        <g key={value}>
          <path {...look.grid} d={`M${frame.left} ${y(value)}H${frame.width - frame.right}`} />
          <Words x={frame.left - 4} y={y(value) + 4} anchor="end">
            {String(value)}
          </Words>
        </g>
      ))}
      {rows.map(({ key }, at) => (
        <g key={key}>
          {(rows.length <= 12 || key.endsWith('-01') || key.endsWith('-07')) && (
            <Words x={x(at) + step / 2} y={frame.height - 16} anchor="middle" size={11}>
              {String(Number(key.slice(5)))}
            </Words>
          )}
          {(key.endsWith('-01') || (at === 0 && rows.length > 1 && Number(key.slice(5)) < 10)) && (
            <Words x={x(at)} y={frame.height - 3} size={11}>
              {key.slice(0, 4)}
            </Words>
          )}
        </g>
      ))}
    </>
  );
}

function Bars({ rows, scale, hatch }: { rows: readonly FigureRow[]; scale: Scale; hatch: string }) {
  const { x, y, step } = scale;
  const width = Math.max(1, Math.round(step * 0.76 * 10) / 10);
  return rows.map(({ key, values: [count], isUnfinished }, at) => {
    const left = Math.round((x(at) + step * 0.12) * 10) / 10;
    if (count === 'hidden')
      return <rect key={key} x={left} y={y(0) - 5} width={width} height={5} fill={`url(#${hatch})`} />;
    const value = toldNumber(count);
    if (value === null) return null;
    const shape = { x: left, y: y(value), width, height: Math.round((y(0) - y(value)) * 10) / 10 };
    return isUnfinished ? (
      <rect key={key} {...shape} fill={`url(#${hatch})`} {...look.unfinished} />
    ) : (
      <rect key={key} {...shape} {...look.bar} />
    );
  });
}

/** In the units of its width, 360. */
export const monthsHeight = frame.height;

/** Bars by month, and the trend over them. */
export function MonthsChart(props: { figure: Pick<SaidFigure, 'rows'>; label: string; box?: Box }) {
  const { figure, label, box } = props;
  const { rows } = figure;
  const scale = scaleOf(rows);
  const points = rows.flatMap(({ values }, at) => {
    const trend = toldNumber(values[2]);
    return trend === null ? [] : [`${Math.round(scale.x(at) + scale.step / 2)} ${scale.y(trend)}`];
  });
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      className="figure-chart"
      {...box}
      role="img"
      aria-label={label}
    >
      <Hatch id="months-hatch" />
      <Axes rows={rows} scale={scale} />
      <Bars rows={rows} scale={scale} hatch="months-hatch" />
      {points.length > 1 && <path {...look.trend} d={`M${points.join('L')}`} />}
    </svg>
  );
}
