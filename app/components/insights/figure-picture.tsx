import type { ReactNode } from 'react';
import { AreaMap, mapHeight } from '~/components/charts/figures/area-map';
import { LegendMark } from '~/components/charts/figures/legend';
import { MonthsChart, monthsHeight } from '~/components/charts/figures/months-chart';
import { RowsChart, rowsHeight } from '~/components/charts/figures/rows-chart';
import { Words } from '~/components/charts/figures/words';
import type { AreaPicture } from '~/domains/insights/figures/area-picture.query.server';
import type { SaidFigure } from '~/domains/insights/figures/say-figure';

export interface FigurePictureProps {
  figure: SaidFigure;
  map: AreaPicture | null;
  /** What the numbers are of: area and months. */
  scope: string;
  source: string;
}

const width = 360;
const margin = 12;
const head = 46;

/** What is drawn, and how high it is. */
function drawn({ figure, map }: FigurePictureProps): { height: number; chart: ReactNode } {
  const { name, title, picture, rows } = figure;
  const box = (height: number) => ({ x: margin, y: head, width, height });
  if (name === 'months' && rows.length > 0)
    return {
      height: monthsHeight,
      chart: <MonthsChart figure={figure} label={title} box={box(monthsHeight)} />,
    };
  if (name === 'areas' && map) {
    const height = mapHeight(map);
    const labels = { label: title, hiddenLabel: figure.hidden };
    return { height, chart: <AreaMap picture={map} {...labels} box={box(height)} /> };
  }
  if (!picture) return { height: 0, chart: null };
  const height = rowsHeight(picture.rows.length);
  return { height, chart: <RowsChart name={name} {...picture} label={title} box={box(height)} /> };
}

/** A line for each entry of the legend, note and source below the picture. */
const lineHeight = 17;

function Legend({ legend, name, y }: Pick<SaidFigure, 'legend' | 'name'> & { y: number }) {
  return legend.map(({ form, words }, at) => (
    <g key={form} transform={`translate(${margin} ${y + at * lineHeight - 10})`}>
      <LegendMark form={form} name={`${name}-alone`} />
      <Words x={34} y={10} size={10}>
        {words}
      </Words>
    </g>
  ));
}

/** A figure by itself: with what it is of, what its marks say, and where it is from. */
export function FigurePicture(props: FigurePictureProps) {
  const { figure, map, scope, source } = props;
  const { height, chart } = drawn(props);
  const legend = figure.name === 'areas' && map ? [] : figure.legend;
  const below = head + height + 16;
  const words = [...figure.notes, source];
  const whole = below + (legend.length + words.length) * lineHeight + 4;
  const all = width + 2 * margin;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={all}
      height={whole}
      viewBox={`0 0 ${all} ${whole}`}
      fontFamily="'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"
    >
      <title>{figure.title}</title>
      <rect width={all} height={whole} fill="#ffffff" />
      <Words x={margin} y={20} size={14}>
        {figure.title}
      </Words>
      <Words x={margin} y={37} size={10}>
        {scope}
      </Words>
      {chart}
      <Legend legend={legend} name={figure.name} y={below} />
      {words.map((line, at) => (
        <Words key={line} x={margin} y={below + (legend.length + at) * lineHeight} size={10}>
          {line}
        </Words>
      ))}
    </svg>
  );
}
