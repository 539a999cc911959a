import type { ReactNode } from 'react';
import { DescriptionList, Money, Percentage, Section, Time, ToCheck } from '~/components/ui';
import { paths } from '~/paths';
import { ballots } from '~/i18n/ballots';
import { budgetPapers } from '~/i18n/budget-papers';
import { hasKey } from '~/i18n/catalogue';
import { useNamesInARow, useText } from '~/i18n/use-text';
import { Link } from '@remix-run/react';
import type { BudgetPaperTerms } from '~/domains/ballots/organising/budget-papers';
import { useBudgetPaperItems } from './paper/budget-paper-rules';
import { useThresholdWords } from './result/threshold-words';

export interface BallotTermsShown {
  id: string;
  kind: string;
  state: string;
  unit: string;
  secret: boolean;
  minimumAge: number;
  maximumChoices: number | null;
  quorumPercent: number | null;
  thresholdPercent: number;
  percentageBase: string;
  electorateKind: string;
  electorateSize: number | null;
  votedCount: number;
  presentCount: number | null;
  entrustedCount: number | null;
  rollCorrections: number;
  opensAt: Date;
  closesAt: Date;
  paperVoting: boolean;
  drawCommitment: string | null;
  drawSecret: string | null;
  terms: {
    seats: number;
    maximumScore: number;
    tieRule: string;
    imported: boolean;
    entrusted: number;
    budget: (BudgetPaperTerms & { fen: number; completion: string; paperFen: number | null }) | null;
  };
  options: readonly { groupName?: string | null }[];
}

export interface BallotRulesProps {
  ballot: BallotTermsShown;
  areaName: string;
  organisations: readonly { name: string }[];
}

type Item = { label: string; value: ReactNode };

const byShare = ['support', 'single-choice', 'approval'];

/** The rules of a ballot in words. */
export function BallotRules({ ballot, areaName, organisations }: BallotRulesProps) {
  const t = useText(ballots);
  const word = (key: string) => (hasKey(ballots, key) ? t(key) : key);
  const electorate = useElectorateWords(ballot, areaName, organisations);
  const items: Item[] = [
    { label: t('opens'), value: <Time value={ballot.opensAt} /> },
    { label: t('closes'), value: <Time value={ballot.closesAt} relative /> },
    { label: t('rule-electorate'), value: ballot.terms.imported ? t('imported-note') : electorate },
    {
      label: t(ballot.electorateKind === 'roll' ? 'roll-due' : 'rule-size'),
      value: ballot.electorateSize ?? t('rule-size-later'),
    },
    ...useRollItems(ballot),
    { label: t('turnout'), value: ballot.electorateSize === null ? null : <Turnout ballot={ballot} /> },
    { label: t('form.kind'), value: `${word(`kind.${ballot.kind}`)} · ${word(`unit.${ballot.unit}`)}` },
    { label: t('rule-how'), value: useHowWords(ballot) },
    ...useKindItems(ballot),
    {
      label: t('rule-quorum'),
      value: ballot.quorumPercent === null ? t('rule-no-quorum') : `${ballot.quorumPercent}%`,
    },
    { label: t('rule-ties'), value: word(`tie.${ballot.terms.tieRule}`) },
    { label: t('rule-commitment'), value: <Commitment ballot={ballot} /> },
    { label: t('rule-paper'), value: ballot.paperVoting ? t('rule-paper-yes') : null },
    { label: t('rule-entrusting'), value: <Entrusting ballot={ballot} /> },
    { label: t('rule-secret'), value: t(ballot.secret ? 'secret-yes' : 'secret-no') },
  ];
  return (
    <Section title={t('rules')}>
      <DescriptionList
        items={items.filter(
          ({ label }) =>
            (label !== t('rule-commitment') || ballot.drawCommitment !== null) &&
            (label !== t('rule-entrusting') || ballot.terms.entrusted > 0),
        )}
      />
    </Section>
  );
}

function useHowWords({ kind, terms }: BallotTermsShown): string {
  const t = useText(ballots);
  const p = useText(budgetPapers);
  if (terms.budget && terms.budget.papers.kind !== 'approvals') return p('rule-how');
  const key = `rule-text.${kind}`;
  return hasKey(ballots, key) ? t(key) : key;
}

function useElectorateWords(
  ballot: BallotTermsShown,
  area: string,
  organisations: readonly { name: string }[],
): string {
  const t = useText(ballots);
  const inARow = useNamesInARow();
  if (ballot.electorateKind === 'organisations')
    return t('rule-electorate-members', { names: inARow(organisations.map(({ name }) => name)) });
  if (ballot.electorateKind === 'roll') return t('rule-electorate-roll');
  if (ballot.electorateKind === 'list') return t('rule-electorate-list');
  return ballot.minimumAge > 0
    ? t('rule-electorate-text', { area, age: ballot.minimumAge })
    : t('rule-electorate-any-age', { area });
}

function Turnout({ ballot }: { ballot: BallotTermsShown }) {
  const t = useText(ballots);
  return (
    <>
      {t('turnout-of', { voted: ballot.votedCount, size: ballot.electorateSize ?? 0 })}
      {!ballot.terms.imported && (
        <>
          {' · '}
          <Link to={paths.ballotTurnout(ballot.id)}>{t('turnout-link')}</Link>
        </>
      )}
    </>
  );
}

/** For how many others one may vote, and how many votes were cast so. */
function Entrusting({ ballot }: { ballot: BallotTermsShown }) {
  const t = useText(ballots);
  return (
    <>
      {t('rule-entrusted', { count: ballot.terms.entrusted })}
      {ballot.entrustedCount !== null && ` · ${t('entrusted-count', { count: ballot.entrustedCount })}`}
    </>
  );
}

function Commitment({ ballot }: { ballot: BallotTermsShown }) {
  const t = useText(ballots);
  return (
    <ToCheck>
      <code className="hash">{ballot.drawCommitment}</code>
      {ballot.drawSecret && (
        <>
          {' ← '}
          <code className="hash">{ballot.drawSecret}</code>
        </>
      )}
      <br />
      {t('rule-commitment-hint')}
    </ToCheck>
  );
}

/** Who came, of those who were due: what a record of a meeting holds. */
function useRollItems(ballot: BallotTermsShown): Item[] {
  const t = useText(ballots);
  const { electorateKind, electorateSize, presentCount, rollCorrections } = ballot;
  if (electorateKind !== 'roll') return [];
  const items: Item[] = [];
  if (presentCount !== null && electorateSize)
    items.push({
      label: t('roll-present'),
      value: (
        <>
          {t('turnout-of', { voted: presentCount, size: electorateSize })}
          {' · '}
          <Percentage share={presentCount / electorateSize} />
        </>
      ),
    });
  if (rollCorrections > 0)
    items.push({
      label: t('roll-corrections'),
      value: t('roll-corrections-of', { count: rollCorrections }),
    });
  return items;
}

/** What only the ballot's kind has. */
function useKindItems(ballot: BallotTermsShown): Item[] {
  const t = useText(ballots);
  const inARow = useNamesInARow();
  const word = (key: string) => (hasKey(ballots, key) ? t(key) : key);
  const threshold = useThresholdWords(ballot);
  const { terms, maximumChoices } = ballot;
  const papers = useBudgetPaperItems(ballot);
  const maximum = { label: t('rule-maximum'), value: maximumChoices };
  if (byShare.includes(ballot.kind)) {
    const rule = { label: t('rule-threshold'), value: threshold };
    return [...(ballot.kind === 'approval' ? [maximum] : []), rule];
  }
  if (!terms.budget) {
    const score = ballot.kind === 'score' ? [{ label: t('rule-score'), value: terms.maximumScore }] : [];
    return [...score, { label: t('rule-seats'), value: terms.seats }];
  }
  const { fen, rule, completion, paperFen } = terms.budget;
  return [
    { label: t('rule-budget'), value: <Money yuan={fen / 100} /> },
    ...papers,
    {
      label: t('rule-completion'),
      value: rule.startsWith('equal') ? word(`completion.${completion}`) : null,
    },
    maximum,
    {
      label: t('rule-paper-budget'),
      value: paperFen === null ? null : <Money yuan={paperFen / 100} />,
    },
    {
      label: t('rule-groups'),
      value: inARow([...new Set(ballot.options.flatMap((option) => option.groupName ?? []))]),
    },
  ];
}
