import { BarChart, Money, StatusBadge, Table, formatMoney } from '~/components/ui';
import type { BudgetProjectResult, BudgetResult } from '~/domains/ballots/rules/budget/budget-result';
import { ballots } from '~/i18n/ballots';
import { useLocale, useText } from '~/i18n/use-text';

interface BudgetProps {
  result: BudgetResult;
  label: (id: string) => string;
}

/** Projects by votes, funded ones marked, and a table with costs and reasons. */
export function BudgetFigures({ result, label }: BudgetProps) {
  const t = useText(ballots);
  const locale = useLocale();
  const rows = [...result.projects].sort((one, other) => other.votes - one.votes);
  return (
    <>
      <BarChart
        title={t('votes-for-projects')}
        valueLabel={t('votes')}
        total={result.papers}
        bars={rows.map((row) => ({
          key: row.project,
          label: label(row.project),
          value: row.votes,
          tone: row.selected ? 'success' : 'neutral',
          note: `${formatMoney(locale, Number(row.cost))} · ${t(row.selected ? 'funded' : 'not-funded')}`,
        }))}
      />
      <Table
        caption={t('result')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.project}
        columns={[
          { key: 'project', header: t('project'), cell: (row) => label(row.project) },
          { key: 'votes', header: t('votes'), cell: (row) => row.votes, numeric: true },
          { key: 'cost', header: t('cost'), cell: (row) => <Money yuan={Number(row.cost)} />, numeric: true },
          {
            key: 'funded',
            header: t('result'),
            cell: (row) => (
              <StatusBadge tone={row.selected ? 'success' : 'neutral'}>
                {t(row.selected ? 'funded' : 'not-funded')}
              </StatusBadge>
            ),
          },
          { key: 'why', header: t('why'), cell: (row) => <Reason row={row} /> },
        ]}
      />
    </>
  );
}

/** In which round a project was funded, or why it was not. */
export function Reason({ row }: { row: BudgetProjectResult }) {
  const t = useText(ballots);
  const locale = useLocale();
  if (row.round !== null) return <>{t('funded-round', { round: row.round })}</>;
  if (row.loss === null) return null;
  return <>{t(`loss.${row.loss}`, { available: formatMoney(locale, Number(row.available ?? 0)) })}</>;
}
