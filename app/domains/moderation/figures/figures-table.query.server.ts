import type { ReadContext } from '../../context';
import { moderationStatistics } from './figures.query.server';
import { hasKey, textIn } from '~/i18n/catalogue';
import { moderation } from '~/i18n/moderation';
import { moderationLog } from '~/i18n/moderation-log';

/** Fixed names, whatever the language: tables are read by programs too. */
const columns = [
  ...['period', 'by', 'key', 'name', 'count', 'hidden', 'appeals', 'appeals_upheld'],
  ...['median_hours', 'with_term', 'late'],
] as const;

type Column = (typeof columns)[number];
type Row = Partial<Record<Column, string | number | null>>;

const wordsOf = (ctx: ReadContext) => ({
  kind: (kind: string) => {
    const key = `kind.${kind}`;
    return hasKey(moderation, key) ? textIn(ctx.locale, moderation)(key) : kind;
  },
  ofLog: (kind: 'ground' | 'decision', name: string) => {
    const key = `${kind}.${name}`;
    return hasKey(moderationLog, key) ? textIn(ctx.locale, moderationLog)(key) : name;
  },
});

/**
 * The figures of moderation of a year or a month as a table, line by line what the page shows. What is kept back there
 * is empty here.
 */
export async function moderationTable(ctx: ReadContext, asked: string | null) {
  const { period, total, appeals, kinds, grounds, months } = await moderationStatistics(ctx, asked);
  const words = wordsOf(ctx);
  const rows: Row[] = [
    { by: 'total', count: total, appeals: appeals.count, appeals_upheld: appeals.upheld },
    ...kinds.flatMap(({ kind, count, medianHours, late, withTerm, outcomes }): Row[] => {
      const hours = medianHours === null ? null : Math.round(medianHours * 10) / 10;
      const name = words.kind(kind);
      return [
        { by: 'kind', key: kind, name, count, median_hours: hours, with_term: withTerm, late },
        ...outcomes.map((one) => ({
          ...{ by: 'outcome', key: `${kind}/${one.decision}`, count: one.count },
          name: `${name} · ${words.ofLog('decision', one.decision)}`,
        })),
      ];
    }),
    ...grounds.map(({ ground, count }) => ({
      ...{ by: 'ground', key: ground, name: words.ofLog('ground', ground), count },
    })),
    ...months.map(({ month, count, hidden, appeals: asMany, upheld }) => ({
      ...{ by: 'month', key: month, name: month, count, hidden, appeals: asMany, appeals_upheld: upheld },
    })),
  ];
  return {
    columns,
    rows: rows.map((row) => columns.map((name) => (name === 'period' ? period : (row[name] ?? '')))),
    name: `moderation-${period}`,
  };
}
