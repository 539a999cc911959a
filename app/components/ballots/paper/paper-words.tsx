import { ballots } from '~/i18n/ballots';
import { useNamesInARow, useText } from '~/i18n/use-text';
import { budgetPapers } from '~/i18n/budget-papers';
import type { Choice } from '~/domains/ballots/rules/kinds';

interface PaperWordsProps {
  choice: Choice | null;
  label: (id: string) => string;
  /** The projects of a budget stand in an order of preference. */
  ranked: boolean;
}

/** What one published paper says, in words. */
export function PaperWords({ choice, label, ranked }: PaperWordsProps) {
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
      return <BudgetWords {...{ projects: choice.projects, points: choice.points, label, ranked }} />;
    default:
      return <>{t('paper-spoilt')}</>;
  }
}

interface BudgetWordsProps extends Omit<PaperWordsProps, 'choice'> {
  projects: string[];
  points: string[] | undefined;
}

/** Projects, each with its points or its place where papers say more than which. */
function BudgetWords({ projects, points, label, ranked }: BudgetWordsProps) {
  const t = useText(ballots);
  const p = useText(budgetPapers);
  const inARow = useNamesInARow();
  const words = (id: string, at: number) => {
    if (points) return `${label(id)}${t('colon')}${points[at] ?? ''}`;
    return ranked ? p('rank-of', { place: at + 1, name: label(id) }) : label(id);
  };
  if (projects.length === 0) return <>{t('paper-blank')}</>;
  const said = projects.map(words);
  return <>{points || ranked ? said.join(' · ') : inARow(said)}</>;
}
