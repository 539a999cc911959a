import { rowsPicture } from './chart';
import type { RowsPicture } from './chart';
import type { ColumnKind, Figure, FigureName, FigureRow, FigureValue } from './figure';
import { hasKey, textIn } from '~/i18n/catalogue';
import { insights } from '~/i18n/insights';
import { withAside } from '~/i18n/punctuation';
import type { Locale } from '~/i18n/locale';

/** A figure in words, for its page, its picture and its file. */
export interface SaidFigure {
  name: FigureName;
  title: string;
  about: string;
  /** The first is that of the rows' own names. */
  headers: string[];
  rows: (Pick<FigureRow, 'key' | 'label' | 'values' | 'isUnfinished'> & { cells: string[] })[];
  notes: string[];
  /** Rows as a picture; none of months. */
  picture: RowsPicture | null;
  /** What the marks say. */
  legend: { form: 'trend' | 'line' | 'reach' | 'hatch' | 'circle' | 'square' | 'triangle'; words: string }[];
  /** What a table says of a number that is not told. */
  hidden: string;
}

const firstColumn: Partial<Record<FigureName, 'month' | 'category' | 'where' | 'age'>> = {
  ...{ months: 'month', categories: 'category', rises: 'where', ages: 'age' },
};

function writer(locale: Locale) {
  const t = textIn(locale, insights);
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const decimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const share = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const money = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const numbers: Record<ColumnKind, Intl.NumberFormat> = {
    count,
    decimal,
    share,
    yuan: money,
    words: decimal,
  };
  return (value: FigureValue, kind: ColumnKind): string => {
    if (value === null) return '–';
    if (value === 'hidden') return t('hidden');
    if (typeof value === 'number') return numbers[kind].format(value);
    return hasKey(insights, value.word) ? t(value.word) : value.word;
  };
}

function labelOf(locale: Locale, name: FigureName, row: FigureRow): string {
  const t = textIn(locale, insights);
  if (row.isUnfinished) return `${row.label}${locale === 'en' ? ' ' : ''}${t('unfinished')}`;
  if (name !== 'ages') return row.label;
  if (row.key === 'unknown') return t('age-unknown');
  const [from = '', to] = row.key.split(/[-+]/);
  return to ? t('age-of', { band: `${from}–${to}` }) : t('age-above', { from });
}

function legendOf(locale: Locale, { name, rows, columns }: Figure): SaidFigure['legend'] {
  const t = textIn(locale, insights);
  const striped = [
    ...(rows.some(({ isUnfinished }) => isUnfinished) ? [t('legend.unfinished')] : []),
    ...(rows.some(({ values }) => values[0] === 'hidden') ? [t('legend.hidden')] : []),
  ];
  const stripes = striped.length > 0 ? [{ form: 'hatch' as const, words: striped.join(' · ') }] : [];
  const line = (words: string) => ({ form: 'line' as const, words });
  const hasTrend = rows.some(({ values }) => typeof values[2] === 'number');
  if (name === 'months')
    return [...(hasTrend ? [{ form: 'trend' as const, words: t('legend.trend') }] : []), ...stripes];
  if (name === 'rates')
    return (['circle', 'square', 'triangle'] as const).map((form, at) => ({
      ...{ form, words: t(`column.${columns[at]?.name ?? ''}` as 'column.response') },
    }));
  if (name === 'rises') return [line(t('legend.bound'))];
  if (name === 'ages' || name === 'residents')
    return [line(t('legend.people')), { form: 'reach', words: t('legend.reach') }, ...stripes];
  if (name === 'agreements') return [line(t('legend.kept'))];
  if (name === 'subsidies') return [line(t('legend.paid'))];
  return stripes;
}

/** The figure in the reader's language. */
export function sayFigure(locale: Locale, figure: Figure): SaidFigure {
  const t = textIn(locale, insights);
  const { name, columns, rows, notes } = figure;
  const write = writer(locale);
  const labelled = rows.map((row) => ({ ...row, label: labelOf(locale, name, row) }));
  const cell = (row: FigureRow, at: number) =>
    at === 0 && row.values[0] === 'hidden' && row.open !== undefined
      ? withAside(locale, t('hidden'), t('open-alone', { count: write(row.open, 'count') }))
      : write(row.values[at] ?? null, columns[at]?.kind ?? 'count');
  return {
    ...{ name, title: t(`figure.${name}`), about: t(`about.${name}`), hidden: t('hidden') },
    headers: [
      t(`column.${firstColumn[name] ?? 'area'}`),
      ...columns.map((column) => t(`column.${column.name}` as 'column.orders')),
    ],
    rows: labelled.map((row) => ({
      ...{ key: row.key, label: row.label, values: row.values, cells: columns.map((_, at) => cell(row, at)) },
      ...(row.isUnfinished && { isUnfinished: true }),
    })),
    notes: notes.map((note) => t(`note.${note}` as 'note.no-census')),
    picture: rowsPicture({ ...figure, rows: labelled }, cell),
    legend: legendOf(locale, figure),
  };
}

/** The figure as rows of a table for programs: plain numbers, and a word where one is not told. */
export function figureTable(locale: Locale, figure: Figure): (string | number | null)[][] {
  const { headers, rows, hidden } = sayFigure(locale, figure);
  const write = writer(locale);
  const plain = (value: FigureValue) => {
    if (value === 'hidden') return hidden;
    return value === null || typeof value === 'number' ? value : write(value, 'words');
  };
  return [['code', ...headers], ...rows.map(({ key, label, values }) => [key, label, ...values.map(plain)])];
}
