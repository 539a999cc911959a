import { LinkButton, Money, Section, Table, formatCount, formatMoney } from '~/components/ui';
import type { BudgetResult, BudgetRound, Payment } from '~/domains/ballots/rules/budget/budget-result';
import { paths } from '~/paths';
import { ballots } from '~/i18n/ballots';
import { budgetPapers } from '~/i18n/budget-papers';
import { useLocale, useNamesInARow, useText } from '~/i18n/use-text';
import { SpendingChart } from './spending-chart';

interface RoundProps {
  result: BudgetResult;
  /** From 1. */
  step: number;
  label: (id: string) => string;
  ballotId: string;
}

/** One round of the count: what was taken and why, who paid what, and how far the money has gone. */
export function CountRound({ result, step, label, ballotId }: RoundProps) {
  const t = useText(ballots);
  const inARow = useNamesInARow();
  const round = result.rounds[step - 1];
  if (!round) return null;
  return (
    <Section title={t('round-title', { round: step, project: label(round.project) })} id="round">
      <div className="stack">
        <RoundLinks rounds={result.rounds.length} step={step} ballotId={ballotId} />
        <p>
          <RoundFacts round={round} /> {t(`phase.${round.phase}`)}{' '}
          <WhyThisRound round={round} rule={result.rule} />
        </p>
        {round.tiedWith.length > 0 && <p>{t('tied-with', { names: inARow(round.tiedWith.map(label)) })}</p>}
        <SpendingChart result={result} step={step} label={label} />
        <Payments payments={round.payments} />
      </div>
    </Section>
  );
}

function RoundFacts({ round: { cost, votes, points } }: { round: BudgetRound }) {
  const t = useText(ballots);
  const p = useText(budgetPapers);
  const locale = useLocale();
  const facts = { cost: formatMoney(locale, Number(cost)), votes };
  return points === undefined ? (
    <>{t('round-facts', facts)}</>
  ) : (
    <>{p('round-facts', { ...facts, points: formatCount(locale, Number(points)) })}</>
  );
}

function WhyThisRound({ round, rule }: { round: BudgetRound; rule: string }) {
  const t = useText(ballots);
  const p = useText(budgetPapers);
  const locale = useLocale();
  const [full] = round.payments;
  if (round.phase !== 'equal-shares' || !full) return null;
  if (round.perPoint !== undefined)
    return <>{p('per-point', { amount: formatMoney(locale, Number(round.perPoint)) })}</>;
  if (rule === 'equal-shares-cardinality')
    return <>{t('full-share-least', { amount: formatMoney(locale, Number(full.to)) })}</>;
  const votes = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(
    Number(round.effectiveVotes ?? 0),
  );
  return <>{t('effective-votes', { votes })}</>;
}

function RoundLinks({ rounds, step, ballotId }: { rounds: number; step: number; ballotId: string }) {
  const t = useText(ballots);
  const links = [
    { key: 'first', to: 1, show: step > 2, words: t('round-first') },
    { key: 'previous', to: step - 1, show: step > 1, words: t('round-previous') },
    { key: 'next', to: step + 1, show: step < rounds, words: t('round-next') },
    { key: 'last', to: rounds, show: step < rounds - 1, words: t('round-last') },
  ];
  return (
    <nav className="form-actions" aria-label={t('count-title')}>
      <span>{t('round-of', { round: step, rounds })}</span>
      {links
        .filter(({ show }) => show)
        .map(({ key, to, words }) => (
          <LinkButton
            key={key}
            to={`${paths.ballotCount(ballotId, to)}#round`}
            variant={key === 'next' ? 'primary' : 'secondary'}
            size="small"
            preventScrollReset
          >
            {words}
          </LinkButton>
        ))}
    </nav>
  );
}

function Payments({ payments }: { payments: Payment[] }) {
  const t = useText(ballots);
  if (payments.length === 0) return null;
  return (
    <Table
      caption={t('payments')}
      rows={payments.map((payment, index) => ({ ...payment, index }))}
      rowKey={(row) => String(row.index)}
      columns={[
        { key: 'voters', header: t('payment-voters'), cell: (row) => row.voters, numeric: true },
        {
          key: 'each',
          header: t('payment-each'),
          cell: (row) => (
            <>
              <Money yuan={Number(row.from)} />
              {row.to !== row.from && (
                <>
                  {' – '}
                  <Money yuan={Number(row.to)} />
                </>
              )}{' '}
              {row.index > 0 && t('payment-all')}
            </>
          ),
        },
      ]}
    />
  );
}
