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

/** Not what the count alone came to: where the quorum was missed, or nobody voted, nothing is funded. */
const isFunded = ({ papers, winners }: BudgetResult, { project }: BudgetProjectResult) =>
  papers > 0 && winners.includes(project);

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
              <StatusBadge tone={isFunded(result, row) ? 'success' : 'neutral'}>
                {t(isFunded(result, row) ? 'funded' : 'not-funded')}
              </StatusBadge>
            ),
          },
          { key: 'why', header: t('why'), cell: (row) => <Reason row={row} result={result} /> },
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
  const words =
    result.scores === undefined
      ? { title: t('votes-for-projects'), valueLabel: t('votes'), total: result.papers }
      : { title: p('points-for-projects'), valueLabel: p('points') };
  return (
    <BarChart
      {...words}
      bars={rows.map((row) => ({
        key: row.project,
        label: label(row.project),
        value: scoreOf(row),
        tone: isFunded(result, row) ? 'success' : 'neutral',
        note: `${formatMoney(locale, Number(row.cost))} · ${t(isFunded(result, row) ? 'funded' : 'not-funded')}`,
      }))}
    />
  );
}

interface ReasonProps {
  row: BudgetProjectResult;
  result: BudgetResult;
}

/** In which round a project was funded, or why it was not. */
export function Reason({ row, result }: ReasonProps) {
  const t = useText(ballots);
  const p = useText(budgetPapers);
  const locale = useLocale();
  const minimum = result.minimumScore;
  if (row.round !== null && !isFunded(result, row))
    return <>{t(result.papers === 0 ? 'loss.no-votes' : 'quorum-missed')}</>;
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
