import { Link } from '@remix-run/react';
import { Money, Section, Table } from '~/components/ui';
import type {
  BudgetProjectResult,
  BudgetResult,
  BudgetRound,
} from '~/domains/ballots/rules/budget/budget-result';
import { paths } from '~/paths';
import { ballots } from '~/i18n/ballots';
import { budgetPapers } from '~/i18n/budget-papers';
import { useNamesInARow, useText } from '~/i18n/use-text';
import { Reason } from './result-budget';
import { scoreOf, useVotesColumns } from './votes-columns';

interface CountTablesProps {
  result: BudgetResult;
  label: (id: string) => string;
  ballotId: string;
}

/** All rounds as a table: for those who would rather read than play. */
export function RoundsTable({ result, label, ballotId }: CountTablesProps) {
  const t = useText(ballots);
  const p = useText(budgetPapers);
  const votes = useVotesColumns(result.scores !== undefined);
  const rows = result.rounds.map((round, index) => ({ ...round, number: index + 1 }));
  const equalShares = rows.some((row) => row.payments.length > 0);
  const each = {
    key: 'each',
    header: rows.some((row) => row.perPoint !== undefined) ? p('payment-point') : t('payment-each'),
    cell: (row: BudgetRound) => <Each round={row} />,
    numeric: true,
  };
  return (
    <Section title={t('all-rounds')}>
      <Table
        caption={t('all-rounds')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.project}
        columns={[
          {
            key: 'round',
            header: t('round'),
            cell: (row) => (
              <Link to={`${paths.ballotCount(ballotId, row.number)}#round`} preventScrollReset>
                {row.number}
              </Link>
            ),
            numeric: true,
          },
          { key: 'project', header: t('project'), cell: (row) => label(row.project) },
          ...votes,
          { key: 'cost', header: t('cost'), cell: (row) => <Money yuan={Number(row.cost)} />, numeric: true },
          ...(equalShares ? [each] : []),
          {
            key: 'left',
            header: t(equalShares ? 'remaining-voters' : 'remaining'),
            cell: (row) => <Money yuan={Number(row.remaining)} />,
            numeric: true,
          },
        ]}
      />
    </Section>
  );
}

/** What a supporter paid in full, or for each point. */
function Each({ round: { perPoint, payments } }: { round: BudgetRound }) {
  const paid = perPoint ?? payments[0]?.to;
  return paid === undefined ? '–' : <Money yuan={Number(paid)} />;
}

/** What was not funded, each with its reason, and why projects with fewer votes were. */
export function LosersTable({ result, label }: Omit<CountTablesProps, 'ballotId'>) {
  const t = useText(ballots);
  const votes = useVotesColumns(result.scores !== undefined);
  const rows = result.projects
    .filter((row) => !row.selected)
    .sort((one, other) => scoreOf(other) - scoreOf(one));
  if (rows.length === 0) return null;
  return (
    <Section title={t('losers')}>
      <Table
        caption={t('losers')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.project}
        columns={[
          { key: 'project', header: t('project'), cell: (row) => label(row.project) },
          ...votes,
          { key: 'cost', header: t('cost'), cell: (row) => <Money yuan={Number(row.cost)} />, numeric: true },
          {
            key: 'why',
            header: t('why'),
            cell: (row) => (
              <div>
                <Reason row={row} minimum={result.minimumScore} />{' '}
                <FewerVotes row={row} rule={result.rule} label={label} />
              </div>
            ),
          },
        ]}
      />
    </Section>
  );
}

interface FewerVotesProps {
  row: BudgetProjectResult;
  rule: string;
  label: (id: string) => string;
}

function FewerVotes({ row, rule, label }: FewerVotesProps) {
  const t = useText(ballots);
  const p = useText(budgetPapers);
  const inARow = useNamesInARow();
  if (row.fewerVotesButFunded.length === 0) return null;
  const names = inARow(row.fewerVotesButFunded.map(label));
  const shares = rule.startsWith('equal');
  return (
    <span className="field-hint">
      {row.points === undefined
        ? t(shares ? 'fewer-votes' : 'fewer-votes-greedy', { names })
        : p(shares ? 'fewer-points' : 'fewer-points-greedy', { names })}
    </span>
  );
}
