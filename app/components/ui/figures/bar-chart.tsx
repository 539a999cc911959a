import { common } from '~/i18n/common';
import { useLocale, useText } from '~/i18n/use-text';
import { classNames } from '../class-names';
import { useOtherLanguage } from '../said';
import { formatCount } from './numbers';
import { formatPercentage } from '~/lib/formats';
import { Table } from './table';
import type { Tone } from './tone';

export interface Bar {
  key: string;
  label: string;
  value: number;
  /** Where each bar has a base of its own: that of its percentage. */
  total?: number;
  tone?: Tone;
  /** Words beside the number: "adopted", "tied". */
  note?: string;
}

export interface BarChartProps {
  title: string;
  bars: readonly Bar[];
  /** The base of the percentages; none are shown without it. A bar is as long as its percentage says. */
  total?: number;
  /** What the numbers count, for the table's head. */
  valueLabel?: string;
  /** A number with what it counts, beside its bar: 15 votes. */
  valueWords?: (value: number) => string;
  /** A table with the same numbers and more stands below: none is folded in here. */
  hasTable?: boolean;
  /** A mark across all bars: a share of the base, from 0 to 1. */
  threshold?: { value: number; label: string };
}

/** Bars drawn on the server, with the same numbers as a table. */
export function BarChart(props: BarChartProps) {
  const { title, bars, total, threshold, valueLabel, hasTable } = props;
  const locale = useLocale();
  const longest = Math.max(1, ...bars.map((bar) => bar.value));
  const baseOf = (bar: Bar) => bar.total ?? total;
  const width = (share: number) => `${Math.min(1, share) * 100}%`;
  const length = (bar: Bar) => {
    const base = baseOf(bar);
    if (base === undefined) return width(bar.value / longest);
    return width(base > 0 ? bar.value / base : 0);
  };
  const percentage = (bar: Bar) => {
    const base = baseOf(bar);
    return base ? formatPercentage(locale, bar.value / base) : null;
  };
  // Where some are adopted, the others are not to look like them.
  const isDecided = bars.some(({ tone }) => tone !== undefined);
  return (
    <figure className={classNames('bar-chart', isDecided && 'bars-decided')}>
      <figcaption>{title}</figcaption>
      <div aria-hidden="true" className="bars">
        {bars.map((bar) => (
          <div key={bar.key} className={`bar tone-${bar.tone ?? 'neutral'}`}>
            <BarWords {...{ bar, percentage }} valueWords={props.valueWords} />
            <div className="bar-track">
              <div className="bar-fill" style={{ width: length(bar) }} />
              {threshold && <div className="bar-mark" style={{ left: width(threshold.value) }} />}
            </div>
          </div>
        ))}
      </div>
      {threshold && <p className="field-hint bar-threshold">{threshold.label}</p>}
      {!hasTable && <BarTable {...{ title, bars, valueLabel, percentage }} />}
    </figure>
  );
}

interface BarWordsProps {
  bar: Bar;
  valueWords: BarChartProps['valueWords'] | undefined;
  percentage: (bar: Bar) => string | null;
}

function BarWords({ bar, valueWords, percentage }: BarWordsProps) {
  const locale = useLocale();
  const value = valueWords?.(bar.value) ?? formatCount(locale, bar.value);
  return (
    <div className="bar-words">
      <span lang={useOtherLanguage()(bar.label)}>{bar.label}</span>
      <span>{[value, percentage(bar), bar.note].filter(Boolean).join(' · ')}</span>
    </div>
  );
}

interface BarTableProps {
  title: string;
  bars: readonly Bar[];
  valueLabel: string | undefined;
  percentage: (bar: Bar) => string | null;
}

function BarTable({ title, bars, valueLabel, percentage }: BarTableProps) {
  const t = useText(common);
  const locale = useLocale();
  const withShare = bars.some((bar) => percentage(bar) !== null);
  return (
    <details className="chart-table">
      <summary>{t('chart.table')}</summary>
      <Table
        caption={title}
        rows={bars}
        rowKey={(bar) => bar.key}
        columns={[
          {
            key: 'label',
            header: t('chart.item'),
            cell: (bar) => [bar.label, bar.note].filter(Boolean).join(' · '),
          },
          {
            key: 'value',
            header: valueLabel ?? t('chart.value'),
            numeric: true,
            cell: (bar) => formatCount(locale, bar.value),
          },
          ...(withShare
            ? [
                {
                  key: 'share',
                  header: t('chart.share'),
                  numeric: true,
                  cell: (bar: Bar) => percentage(bar),
                },
              ]
            : []),
        ]}
      />
    </details>
  );
}
