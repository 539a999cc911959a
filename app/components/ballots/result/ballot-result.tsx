import { XlsxLink } from '~/components/across/xlsx-link';
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { LinkButton, Notice, SearchForm, Section, formatMoney, ToCheck } from '~/components/ui';
import type { TallyOutcome } from '~/domains/ballots/rules/outcome';
import { paths } from '~/paths';
import { ballots } from '~/i18n/ballots';
import { usePunctuation } from '~/i18n/use-punctuation';
import { useLocale, useNamesInARow, useText } from '~/i18n/use-text';
import { AcceptanceFigures } from './result-acceptance';
import { BudgetFigures } from './result-budget';
import { RankingFigures } from './result-ranking';
import { ScoreFigures } from './result-score';
import type { ThresholdRule } from './threshold-words';

export type Label = (optionId: string) => string;

/** What a count came to as a page shows it. */
export interface ShownOutcome extends TallyOutcome {
  /** Papers were cast, none of which says anything. */
  isBlank?: boolean;
}

export interface BallotResultProps {
  outcome: ShownOutcome;
  options: readonly { id: string; label: string; withheld: boolean }[];
  ballotId: string;
  recordDigest: string | null;
  rule: ThresholdRule;
}

/** What the count gave: words first, then the chart, then the table, then what is needed to check it. */
export function BallotResult({ outcome, options, ballotId, recordDigest, rule }: BallotResultProps) {
  const t = useText(ballots);
  const { result } = outcome;
  const { semicolon } = usePunctuation();
  const label: Label = (id) => options.find((option) => option.id === id)?.label ?? id;
  const ties = result.ties.map((tie) => tie.options.map(label).join(' = ')).slice(0, 10);
  return (
    <Section title={t('result')} id="result">
      <div className="stack">
        <Notice kind={result.winners.length > 0 ? 'success' : 'info'}>
          <ResultWords outcome={outcome} label={label} />
        </Notice>
        <ResultFigures outcome={outcome} label={label} rule={rule} />
        {ties.length > 0 && <p>{t('ties', { names: ties.join(semicolon) })}</p>}
        {result.kind === 'budget' && (
          <p>
            <LinkButton to={paths.ballotCount(ballotId)}>{t('count-link')}</LinkButton>
          </p>
        )}
        <Proof
          ballotId={ballotId}
          isBudget={result.kind === 'budget'}
          recordDigest={recordDigest}
          withheld={options.some(({ withheld }) => withheld)}
        />
      </div>
    </Section>
  );
}

interface Figured {
  outcome: Pick<ShownOutcome, 'result' | 'isBlank'>;
  label: Label;
}

export function ResultFigures({
  outcome: { result },
  label,
  rule,
}: Figured & { rule: ThresholdRule }): ReactNode {
  switch (result.kind) {
    case 'ranking':
      return <RankingFigures result={result} label={label} />;
    case 'score':
      return <ScoreFigures result={result} label={label} />;
    case 'budget':
      return <BudgetFigures result={result} label={label} />;
    default:
      return <AcceptanceFigures result={result} label={label} rule={rule} />;
  }
}

export function ResultWords({ outcome: { result, isBlank }, label }: Figured) {
  const t = useText(ballots);
  const inARow = useNamesInARow();
  const locale = useLocale();
  const names = inARow(result.winners.map(label));
  if (result.papers === 0) return <>{t('result-none')}</>;
  if (!result.quorumReached) return <>{t('quorum-missed')}</>;
  if (isBlank) return <>{t('result-blank', { count: result.papers })}</>;
  if (result.kind === 'budget') {
    if (result.winners.length === 0) return <>{t('winners-none-budget')}</>;
    const [cost, budget] = [result.cost, result.budget].map((text) => formatMoney(locale, Number(text)));
    return (
      <>{t('winners-budget', { count: result.winners.length, cost: cost ?? '', budget: budget ?? '' })}</>
    );
  }
  if (result.winners.length === 0) return <>{t('accepted-none')}</>;
  const elected = result.kind === 'ranking' || result.kind === 'score';
  return <>{t(elected ? 'winners-ranking' : 'accepted-many', { names })}</>;
}

interface ProofProps {
  ballotId: string;
  isBudget: boolean;
  recordDigest: string | null;
  /** A title of a hidden proposal is kept from this reader. */
  withheld: boolean;
}

/** What only those need who count again: folded, as most do not. */
function CountAgain({ ballotId, isBudget, recordDigest, withheld }: ProofProps) {
  const t = useText(ballots);
  return (
    <ToCheck>
      <ul className="stack">
        <li>
          <a href={paths.ballotRecord(ballotId)} download>
            {t('record-link')}
          </a>
          {withheld && <p className="field-hint">{t('record-withheld')}</p>}
        </li>
        {recordDigest && (
          <li>
            {t('record-digest')}
            {t('colon')}
            <code className="hash">{recordDigest}</code>
          </li>
        )}
        <li>
          <a href={paths.ballotPapers(ballotId)} download>
            {t('papers-link')}
          </a>{' '}
          <XlsxLink csv={paths.ballotPapers(ballotId)} />
        </li>
        {isBudget && (
          <li>
            <a href={paths.ballotPb(ballotId)} download>
              {t('pb-link')}
            </a>
          </li>
        )}
      </ul>
    </ToCheck>
  );
}

/** The files from which anyone counts again, and the way to one's own paper. */
function Proof(props: ProofProps) {
  const t = useText(ballots);
  const { ballotId } = props;
  return (
    <>
      <p>
        <Link to={paths.ballotPaperList(ballotId)}>{t('papers-title')}</Link>
      </p>
      <CountAgain {...props} />
      <p>{t('papers-find')}</p>
      <SearchForm
        action={paths.ballotPaperList(ballotId)}
        name="receipt"
        label={t('papers-find')}
        placeholder={t('receipt')}
      />
    </>
  );
}
