import { Link } from '@remix-run/react';
import type { LoggedDecision } from '~/domains/moderation/index.server';
import { pathOfSubject } from '~/paths';
import { hasKey } from '~/i18n/catalogue';
import { moderation } from '~/i18n/moderation';
import { moderationLog } from '~/i18n/moderation-log';
import { useText } from '~/i18n/use-text';
import { shortened } from '~/lib/texts/cut-text';

/** A decision as the log shows it, with the words that a reader sees. */
export type ShownDecision = Omit<LoggedDecision, 'createdAt' | 'decidedAt'>;

/** The words of a kind of matter, of what came of it, and of the thing that it is about. */
export function useDecisionWords() {
  const ofQueue = useText(moderation);
  const t = useText(moderationLog);
  const kind = (name: string) => {
    const key = `kind.${name}`;
    return hasKey(moderation, key) ? ofQueue(key) : name;
  };
  const decision = (name: string) => {
    const key = `decision.${name}`;
    return hasKey(moderationLog, key) ? t(key) : name;
  };
  const thing = (name: string) => {
    const key = `thing.${name}`;
    return hasKey(moderationLog, key) ? t(key) : name;
  };
  return { kind, decision, thing };
}

/** What was decided on, with the way to it for who may read it; of others its kind alone is said. */
export function DecidedMatter({ decision }: { decision: Pick<ShownDecision, 'matter' | 'subjectKind'> }) {
  const words = useDecisionWords();
  const { matter, subjectKind } = decision;
  if (!matter) return words.thing(subjectKind);
  return (
    <>
      {words.thing(subjectKind)} <Link to={pathOfSubject(matter.kind, matter.id)}>{matter.title}</Link>
    </>
  );
}

const mostLetters = 200;

/** Long answers stand whole on the page of the decision. */
function inBrief(words: string): string {
  return shortened(words, mostLetters + 1);
}

/** The ground, what gave it, and the words of whoever decided: in a list in brief. */
export function DecisionReason({ decision, whole = false }: { decision: ShownDecision; whole?: boolean }) {
  const t = useText(moderationLog);
  const words = useDecisionWords();
  const { ground, reason, withheld, cause } = decision;
  const alone = ground === 'in-words' && (reason !== null || withheld);
  return (
    <>
      {!alone && <strong>{t(`ground.${ground}`)}</strong>}{' '}
      {cause && (
        <>
          {words.thing(cause.kind)} <Link to={pathOfSubject(cause.kind, cause.id)}>{cause.title}</Link>{' '}
        </>
      )}
      {withheld ? <small>{t('log-withheld')}</small> : reason !== null && (whole ? reason : inBrief(reason))}
    </>
  );
}
