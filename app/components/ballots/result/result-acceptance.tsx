import { BarChart, StatusBadge, Table } from '~/components/ui';
import type { Column } from '~/components/ui';
import type { ChoiceResult, OptionResult, SupportResult } from '~/domains/ballots/rules/outcome';
import type { Share } from '~/domains/ballots/rules/kinds';
import { ballots } from '~/i18n/ballots';
import { budgetPapers } from '~/i18n/budget-papers';
import { useText } from '~/i18n/use-text';
import { useThresholdWords } from './threshold-words';
import type { ThresholdRule } from './threshold-words';

type Row = OptionResult & { answers?: { yes: number; no: number; abstain: number } };

const percent = ({ numerator, denominator }: Share) =>
  denominator === 0 ? '–' : `${((100 * numerator) / denominator).toFixed(1)}% (${numerator}/${denominator})`;

/** Support, single choice and approval: votes for each option and its share. */
export function AcceptanceFigures({
  result,
  label,
  rule,
}: {
  result: SupportResult | ChoiceResult;
  label: (id: string) => string;
  rule: ThresholdRule;
}) {
  const t = useText(ballots);
  const p = useText(budgetPapers);
  const threshold = `${t('rule-threshold')}${t('colon')}${useThresholdWords(rule)}`;
  const rows: Row[] = result.options;
  return (
    <>
      <BarChart
        title={t('votes-for')}
        valueWords={(count) => p('minimum-votes', { count })}
        hasTable
        threshold={{ value: rule.thresholdPercent / 100, label: threshold }}
        bars={rows.map((row) => ({
          key: row.option,
          label: label(row.option),
          value: row.votes,
          // The base of the rule, as in the table: those who may vote, who voted, or who said yes or no.
          total: row.share.denominator,
          tone: row.accepted ? 'success' : 'neutral',
          note: t(row.accepted ? 'accepted' : 'not-accepted'),
        }))}
      />
      <Table
        caption={t('result')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.option}
        columns={useColumns(result.kind === 'support', label)}
      />
    </>
  );
}

function useColumns(answers: boolean, label: (id: string) => string): Column<Row>[] {
  const t = useText(ballots);
  const count = (key: string, header: string, value: (row: Row) => number): Column<Row> => ({
    key,
    header,
    cell: value,
    numeric: true,
  });
  return [
    { key: 'option', header: t('option'), cell: (row) => label(row.option) },
    count('votes', t(answers ? 'vote-yes' : 'votes'), (row) => row.votes),
    ...(answers
      ? [
          count('no', t('vote-no'), (row) => row.answers?.no ?? 0),
          count('abstain', t('vote-abstain'), (row) => row.answers?.abstain ?? 0),
        ]
      : []),
    { key: 'share', header: t('share'), cell: (row) => percent(row.share), numeric: true },
    {
      key: 'accepted',
      header: t('result'),
      cell: (row) => (
        <StatusBadge tone={row.accepted ? 'success' : 'neutral'}>
          {t(row.accepted ? 'accepted' : 'not-accepted')}
        </StatusBadge>
      ),
    },
  ];
}
