import { BarChart, Money, StatusBadge, Table, formatMoney } from '~/components/ui';
import type { BudgetProjectResult, BudgetResult } from '~/domains/ballots/rules/budget/budget-result';
import { ballots } from '~/i18n/ballots';
import { budgetPapers } from '~/i18n/budget-papers';
import { useLocale, useText } from '~/i18n/use-text';
import { scoreOf, useVotesColumns } from './votes-columns';

interface BudgetProps {
  result: BudgetResult;
  label: (id: string) => string;
}

/** Projects by votes, or points, funded ones marked, and a table with costs and reasons. */
export function BudgetFigures({ result, label }: BudgetProps) {
  const t = useText(ballots);
  const votes = useVotesColumns(result.scores !== undefined);
  const rows = [...result.projects].sort((one, other) => scoreOf(other) - scoreOf(one));
  return (
    <>
      <ScoreBars result={result} rows={rows} label={label} />
      <Table
        caption={t('result')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.project}
        columns={[
          { key: 'project', header: t('project'), cell: (row) => label(row.project) },
          ...votes,
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
          { key: 'why', header: t('why'), cell: (row) => <Reason row={row} minimum={result.minimumScore} /> },
        ]}
      />
    </>
  );
}

/** Votes as shares of the papers; points against the most that a project has. */
function ScoreBars({ result, rows, label }: BudgetProps & { rows: readonly BudgetProjectResult[] }) {
  const t = useText(ballots);
  const p = useText(budgetPapers);
  const locale = useLocale();
  const { unit, ...words } =
    result.scores === undefined
      ? { title: t('votes-for-projects'), unit: 'minimum-votes' as const, total: result.papers }
      : { title: p('points-for-projects'), unit: 'minimum-points' as const };
  return (
    <BarChart
      {...words}
      valueWords={(count) => p(unit, { count })}
      hasTable
      bars={rows.map((row) => ({
        key: row.project,
        label: label(row.project),
        value: scoreOf(row),
        tone: row.selected ? 'success' : 'neutral',
        note: `${formatMoney(locale, Number(row.cost))} · ${t(row.selected ? 'funded' : 'not-funded')}`,
      }))}
    />
  );
}

interface ReasonProps {
  row: BudgetProjectResult;
  /** The least votes or points of a project, where there is such a rule. */
  minimum: string | undefined;
}

/** In which round a project was funded, or why it was not. */
export function Reason({ row, minimum }: ReasonProps) {
  const t = useText(ballots);
  const p = useText(budgetPapers);
  const locale = useLocale();
  if (row.round !== null) return <>{t('funded-round', { round: row.round })}</>;
  if (row.loss === null) return null;
  if (row.loss === 'no-votes' && row.points !== undefined) return <>{p('no-points')}</>;
  if (row.loss === 'below-minimum' && minimum !== undefined) {
    const count = (value: number) =>
      row.points === undefined ? p('minimum-votes', { count: value }) : p('minimum-points', { count: value });
    return <>{p('below-minimum', { own: count(scoreOf(row)), minimum: count(Number(minimum)) })}</>;
  }
  return <>{t(`loss.${row.loss}`, { available: formatMoney(locale, Number(row.available ?? 0)) })}</>;
}
