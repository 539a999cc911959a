import { BarChart, StatusBadge, Table, formatCount } from '~/components/ui';
import type { ScoreResult } from '~/domains/ballots/rules/outcome';
import { ballots } from '~/i18n/ballots';
import { useLocale, useText } from '~/i18n/use-text';

/** Means as bars, and a table with the sums and how often each score was given. */
export function ScoreFigures({ result, label }: { result: ScoreResult; label: (id: string) => string }) {
  const t = useText(ballots);
  const locale = useLocale();
  const rows = [...result.options].sort((one, other) => other.sum - one.sum);
  const mean = (row: (typeof rows)[number]) =>
    row.mean.denominator === 0 ? 0 : row.mean.numerator / row.mean.denominator;
  const scores = [...new Set(rows.flatMap((row) => Object.keys(row.counts).map(Number)))].sort(
    (a, b) => a - b,
  );
  return (
    <>
      <BarChart
        title={t('mean-chart', { maximum: Math.max(0, ...scores) })}
        hasTable
        bars={rows.map((row) => ({
          key: row.option,
          label: label(row.option),
          value: mean(row),
          tone: row.accepted ? 'success' : 'neutral',
          ...(row.accepted ? { note: t('elected') } : {}),
        }))}
      />
      <Table
        caption={t('result')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.option}
        columns={[
          { key: 'option', header: t('option'), cell: (row) => label(row.option) },
          { key: 'mean', header: t('mean'), cell: (row) => formatCount(locale, mean(row)), numeric: true },
          { key: 'sum', header: t('sum'), cell: (row) => row.sum, numeric: true },
          ...scores.map((score) => ({
            key: `score-${score}`,
            header: String(score),
            cell: (row: (typeof rows)[number]) => row.counts[score] ?? 0,
            numeric: true,
          })),
          {
            key: 'accepted',
            header: t('result'),
            cell: (row) => (row.accepted ? <StatusBadge tone="success">{t('elected')}</StatusBadge> : '–'),
          },
        ]}
      />
    </>
  );
}
