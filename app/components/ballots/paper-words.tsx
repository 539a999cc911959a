import { ballots } from '~/i18n/ballots';
import { useNamesInARow, useText } from '~/i18n/use-text';
import type { Choice } from '~/domains/ballots/rules/kinds';

/** What one published paper says, in words. */
export function PaperWords({ choice, label }: { choice: Choice | null; label: (id: string) => string }) {
  const t = useText(ballots);
  const inARow = useNamesInARow();
  const list = (ids: string[]) => (ids.length === 0 ? t('paper-blank') : inARow(ids.map(label)));
  switch (choice?.kind) {
    case 'support':
      return (
        <>
          {Object.entries(choice.answers)
            .map(([id, answer]) => `${label(id)}${t('colon')}${t(`vote-${answer}`)}`)
            .join(' · ') || t('paper-blank')}
        </>
      );
    case 'score':
      return (
        <>
          {Object.entries(choice.scores)
            .map(([id, score]) => `${label(id)}${t('colon')}${score}`)
            .join(' · ') || t('paper-blank')}
        </>
      );
    case 'ranking':
      return (
        <>
          {choice.ranks
            .filter((tier) => tier.length > 0)
            .map((tier) => tier.map(label).join(' = '))
            .join(' > ') || t('paper-blank')}
        </>
      );
    case 'single-choice':
      return <>{choice.option === null ? t('paper-blank') : label(choice.option)}</>;
    case 'approval':
      return <>{list(choice.options)}</>;
    case 'budget':
      return <>{list(choice.projects)}</>;
    default:
      return <>{t('paper-spoilt')}</>;
  }
}
