import { categoryNamer } from '../categories/index.server';
import type { ReadContext } from '../context';
import type { ShownRates } from './schema';
import { statisticsPage } from './statistics-page.query.server';
import { textIn } from '~/i18n/catalogue';
import { statistics } from '~/i18n/statistics';

const names = ['response', 'resolution', 'satisfaction', 'overdue', 'reopened'] as const;

/** Fixed names, whatever the language: tables are read by programs too. */
const columns = [
  'by',
  'key',
  'name',
  'told',
  'orders',
  ...names.flatMap((name) => [`${name}_numerator`, `${name}_denominator`, `${name}_percent`]),
  'overall_percent',
  'formula',
];

type Row = Record<string, string | number>;

/** `told` says of which matters the numbers are: of all, or of public ones alone. */
function cells(rates: ShownRates, isWhole: boolean): Row {
  const row: Row = {
    told: isWhole ? 'all' : 'public',
    orders: rates.orders,
    overall_percent: rates.overall ?? '',
  };
  for (const name of names) {
    row[`${name}_numerator`] = rates[name].numerator;
    row[`${name}_denominator`] = rates[name].denominator;
    row[`${name}_percent`] = rates[name].percent ?? '';
  }
  return row;
}

/** All that the statistics page shows, one line for each group, with the id of the formula that was used. */
export async function statisticsTable(ctx: ReadContext, query: URLSearchParams) {
  const page = await statisticsPage(ctx, query);
  const t = textIn(ctx.locale, statistics);
  const categoryName = await categoryNamer(ctx);
  const groups = [
    ['total', [{ key: '', rates: page.total, isWhole: page.isWhole }], () => ''],
    ['month', page.months, (key: string) => key],
    ['department', page.departments, (key: string) => page.names.departments[key] ?? t('no-department')],
    ['area', page.areas, (key: string) => page.names.areas[key] ?? key],
    ['category', page.categories, categoryName],
  ] as const;
  const rows = groups.flatMap(([by, group, nameOf]) =>
    group.map(({ key, rates, isWhole }) => {
      const row: Row = { by, key, name: nameOf(key), ...cells(rates, isWhole), formula: page.formula.id };
      return columns.map((column) => row[column] ?? '');
    }),
  );
  return { columns, rows, name: `statistics-${page.filter.from}-${page.filter.to}` };
}
