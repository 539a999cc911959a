import { BarChart, Notice, Section, StatusBadge, Table } from '~/components/ui';
import { paths } from '~/http/paths';
import { ballots } from '~/i18n/ballots';
import { useText } from '~/i18n/use-text';

interface Share {
  numerator: number;
  denominator: number;
}

interface OptionShown {
  option: string;
  votes: number;
  share: Share;
  accepted: boolean;
  answers?: { yes: number; no: number; abstain: number };
}

export interface OutcomeShown {
  result: { kind: string; papers: number; quorumReached: boolean; ties: unknown[]; options?: unknown };
}

export interface BallotResultProps {
  outcome: OutcomeShown;
  options: { id: string; label: string }[];
  ballotId: string;
}

/** What the count gave: words first, then the chart, then the table. */
export function BallotResult({ outcome, options, ballotId }: BallotResultProps) {
  const t = useText(ballots);
  const { result } = outcome;
  const rows = (result.options ?? []) as OptionShown[];
  const label = (id: string) => options.find((option) => option.id === id)?.label ?? id;
  const accepted = rows.filter((row) => row.accepted);
  const words =
    result.papers === 0
      ? t('result-none')
      : !result.quorumReached
        ? t('quorum-missed')
        : accepted.length > 0
          ? t('accepted-many', { names: accepted.map((row) => label(row.option)).join('、') })
          : t('accepted-none');
  return (
    <Section title={t('result')} id="result">
      <Notice kind={accepted.length > 0 ? 'success' : 'info'}>{words}</Notice>
      <BarChart
        title={t('votes-for')}
        valueLabel={t('votes')}
        total={result.papers}
        bars={rows.map((row) => ({
          key: row.option,
          label: label(row.option),
          value: row.votes,
          tone: row.accepted ? 'success' : 'neutral',
          note: t(row.accepted ? 'accepted' : 'not-accepted'),
        }))}
      />
      <ResultTable rows={rows} label={label} />
      {result.ties.length > 0 && <p>{t('ties')}</p>}
      <p>
        <a href={paths.ballotPapers(ballotId)}>{t('papers-link')}</a>
        <br />
        {t('papers-hint')}
      </p>
    </Section>
  );
}

const percent = ({ numerator, denominator }: Share) =>
  denominator === 0 ? '–' : `${((100 * numerator) / denominator).toFixed(1)}% (${numerator}/${denominator})`;

function ResultTable({ rows, label }: { rows: OptionShown[]; label: (id: string) => string }) {
  const t = useText(ballots);
  const answers = rows.some((row) => row.answers);
  return (
    <Table
      caption={t('result')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.option}
      columns={[
        { key: 'option', header: t('option'), cell: (row) => label(row.option) },
        { key: 'votes', header: t(answers ? 'vote-yes' : 'votes'), cell: (row) => row.votes, numeric: true },
        ...(answers
          ? [
              {
                key: 'no',
                header: t('vote-no'),
                cell: (row: OptionShown) => row.answers?.no ?? 0,
                numeric: true,
              },
              {
                key: 'abstain',
                header: t('vote-abstain'),
                cell: (row: OptionShown) => row.answers?.abstain ?? 0,
                numeric: true,
              },
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
      ]}
    />
  );
}
