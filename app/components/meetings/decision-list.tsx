import type { ReactNode } from 'react';
import { Link } from '@remix-run/react';
import { StatusBadge, Time } from '~/components/ui';
import { pathOfSubject } from '~/paths';
import { hasKey } from '~/i18n/catalogue';
import { meetings } from '~/i18n/meetings';
import { useText } from '~/i18n/use-text';

export interface ListedDecision {
  id: string;
  number: number;
  motion: string;
  rule: string;
  result: string;
  presentCount: number;
  votesFor: number;
  votesAgainst: number;
  abstentions: number;
  responsible: string | null;
  /** The organisation that goes on for it, where it was merged into another since. */
  heir: string | null;
  dueAt: Date | null;
  doneAt: Date | null;
  doneWords: string;
  outcome: { kind: string; id: string; title: string | null } | null;
}

interface DecisionListProps {
  decisions: readonly ListedDecision[];
  acts?: (decisionId: string) => ReactNode;
}

/** What was decided: the motion, who voted how many, who does it by when, and what it became. */
export function DecisionList({ decisions, acts }: DecisionListProps) {
  const t = useText(meetings);
  if (decisions.length === 0) return <p>{t('no-decisions')}</p>;
  return (
    <ol className="signatures">
      {decisions.map((decision) => (
        <li key={decision.id} id={`decision-${decision.number}`} className="panel">
          <strong>{t('decision-number', { number: decision.number })}</strong>{' '}
          <StatusBadge tone={decision.result === 'carried' ? 'success' : 'neutral'}>
            {t(decision.result === 'carried' ? 'result.carried' : 'result.rejected')}
          </StatusBadge>
          <p>{decision.motion}</p>
          <DecisionFacts decision={decision} />
          {acts?.(decision.id)}
        </li>
      ))}
    </ol>
  );
}

function DecisionFacts({ decision }: { decision: ListedDecision }) {
  const t = useText(meetings);
  const { outcome, responsible, heir, dueAt, doneAt } = decision;
  const became = `became.${outcome?.kind}`;
  const counts = {
    present: decision.presentCount,
    for: decision.votesFor,
    against: decision.votesAgainst,
    abstentions: decision.abstentions,
  };
  return (
    <>
      <div className="card-meta">
        <span>{t('votes', counts)}</span>
        <span>{t(decision.rule === 'two-thirds' ? 'rule.two-thirds' : 'rule.majority')}</span>
        {responsible && (
          <span>
            {t('responsible')} {heir ? t('responsible-heir', { was: responsible, now: heir }) : responsible}
          </span>
        )}
        {dueAt && (
          <span>
            {t('due')} <Time value={dueAt} format="date" />
          </span>
        )}
      </div>
      {outcome && hasKey(meetings, became) && (
        <p>
          {t(became)}{' '}
          {outcome.title !== null && (
            <Link to={pathOfSubject(outcome.kind, outcome.id)}>{outcome.title}</Link>
          )}
        </p>
      )}
      {doneAt && (
        <p>{decision.doneWords === '' ? t('done-by-order') : t('done', { words: decision.doneWords })}</p>
      )}
    </>
  );
}
