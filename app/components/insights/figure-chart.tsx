import { AreaMap } from '~/components/charts/figures/area-map';
import { MonthsChart } from '~/components/charts/figures/months-chart';
import { RowsChart } from '~/components/charts/figures/rows-chart';
import type { AreaPicture } from '~/domains/insights/figures/area-picture.query.server';
import type { SaidFigure } from '~/domains/insights/figures/say-figure';
import { insights } from '~/i18n/insights';
import { useText } from '~/i18n/use-text';

export interface FigureChartProps {
  figure: SaidFigure;
  /** Of the figure of areas, where outlines are known. */
  map: AreaPicture | null;
}

/** The picture of a figure; nothing where there is nothing to draw. */
export function FigureChart({ figure, map }: FigureChartProps) {
  const t = useText(insights);
  const { name, title, picture, rows, hidden } = figure;
  const label = t('chart-label', { title });
  if (name === 'months') return rows.length > 0 ? <MonthsChart figure={figure} label={label} /> : null;
  const bars = picture && <RowsChart name={name} rows={picture.rows} most={picture.most} label={label} />;
  if (name !== 'areas' || !map) return bars;
  return (
    <>
      <AreaMap picture={map} label={t('map-label', { title })} hiddenLabel={hidden} />
      {bars}
    </>
  );
}
