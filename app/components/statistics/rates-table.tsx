import { Link } from '@remix-run/react';
import { Table } from '~/components/ui';
import type { Column } from '~/components/ui';
import type { ShownRates } from '~/domains/statistics/schema';
import { statistics } from '~/i18n/statistics';
import { useText } from '~/i18n/use-text';
import { RateFigure, ordersBehind } from './rate-figure';
import type { Narrowing } from './rate-figure';

export interface RatesRow {
  key: string;
  label: string;
  /** Where the row's own page of statistics is. */
  to?: string | undefined;
  rates: ShownRates;
  narrowing: Narrowing;
}

const three = ['response', 'resolution', 'satisfaction'] as const;
const others = ['overdue', 'reopened'] as const;

/** The rates of several groups below each other: months, departments, areas or categories. */
export function RatesTable({
  caption,
  header,
  rows,
}: {
  caption: string;
  header: string;
  rows: readonly RatesRow[];
}) {
  const t = useText(statistics);
  const columns: Column<RatesRow>[] = [
    {
      key: 'label',
      header,
      cell: (row) =>
        row.to ? <Link to={row.to}>{row.label}</Link> : <span className="month-cell">{row.label}</span>,
    },
    {
      key: 'orders',
      header: t('orders'),
      numeric: true,
      cell: (row) => <Link to={ordersBehind('orders', row.narrowing)}>{row.rates.orders}</Link>,
    },
    ...three.map((name): Column<RatesRow> => ({
      key: name,
      header: t(`rate.${name}`),
      numeric: true,
      cell: (row) => (
        <RateFigure
          rate={row.rates[name]}
          label={`${row.label} ${t(`rate.${name}`)}`}
          numerator={`${name}.numerator`}
          denominator={`${name}.denominator`}
          narrowing={row.narrowing}
        />
      ),
    })),
    {
      key: 'overall',
      header: t('rate.overall'),
      numeric: true,
      cell: (row) => (row.rates.overall === null ? t('nothing-yet') : `${row.rates.overall}%`),
    },
    ...others.map((name): Column<RatesRow> => ({
      key: name,
      header: t(`rate.${name}`),
      numeric: true,
      cell: (row) => (
        <RateFigure
          rate={row.rates[name]}
          label={`${row.label} ${t(`rate.${name}`)}`}
          numerator={name}
          denominator="orders"
          narrowing={row.narrowing}
        />
      ),
    })),
  ];
  return <Table caption={caption} captionHidden columns={columns} rows={rows} rowKey={(row) => row.key} />;
}
