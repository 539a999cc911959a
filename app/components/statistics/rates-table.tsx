import { Link } from '@remix-run/react';
import { Table } from '~/components/ui';
import type { Column } from '~/components/ui';
import type { NumberName, ShownRates } from '~/domains/statistics/schema';
import { statistics } from '~/i18n/statistics';
import { useText } from '~/i18n/use-text';
import { RateFigure, ordersBehind } from './rate-figure';
import type { Narrowing } from './rate-figure';

export interface RatesRow {
  key: string;
  label: string;
  /** Where the row's own page of statistics is. */
  to?: string | undefined;
  /** Of all matters, not of public ones alone. */
  isWhole: boolean;
  rates: ShownRates;
  narrowing: Narrowing;
}

const three = ['response', 'resolution', 'satisfaction'] as const;
const others = ['overdue', 'reopened'] as const;

/** How many orders, and whether these are of public matters alone. */
function OrdersCell({ rates, narrowing, isWhole }: RatesRow) {
  const t = useText(statistics);
  return (
    <>
      <Link to={ordersBehind('orders', narrowing)}>{rates.orders}</Link>{' '}
      {!isWhole && <span className="rate-small">{t('public-alone')}</span>}
    </>
  );
}

function RateCell(asked: {
  row: RatesRow;
  name: (typeof three | typeof others)[number];
  numerator: NumberName;
  denominator: NumberName;
}) {
  const { row, name, ...parts } = asked;
  const t = useText(statistics);
  const label = `${row.label} ${t(`rate.${name}`)}`;
  return <RateFigure rate={row.rates[name]} label={label} narrowing={row.narrowing} {...parts} />;
}

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
      cell: (row) => <OrdersCell {...row} />,
    },
    ...three.map((name): Column<RatesRow> => ({
      key: name,
      header: t(`rate.${name}`),
      numeric: true,
      cell: (row) => (
        <RateCell row={row} name={name} numerator={`${name}.numerator`} denominator={`${name}.denominator`} />
      ),
    })),
    {
      key: 'overall',
      header: t('rate.overall'),
      numeric: true,
      cell: ({ rates }) => (rates.overall === null ? t('nothing-yet') : `${rates.overall}%`),
    },
    ...others.map((name): Column<RatesRow> => ({
      key: name,
      header: t(`rate.${name}`),
      numeric: true,
      cell: (row) => <RateCell row={row} name={name} numerator={name} denominator="orders" />,
    })),
  ];
  return <Table caption={caption} captionHidden columns={columns} rows={rows} rowKey={(row) => row.key} />;
}
