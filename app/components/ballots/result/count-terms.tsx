import type { BudgetResult } from '~/domains/ballots/rules/budget/budget-result';
import { budgetPapers } from '~/i18n/budget-papers';
import { useText } from '~/i18n/use-text';

/** What was summed, and where the count ended by the rule: nothing where papers approve and misfits are skipped. */
export function CountTerms({ result, label }: { result: BudgetResult; label: (id: string) => string }) {
  const t = useText(budgetPapers);
  const summed = useSummedWords(result.scores);
  const { stoppedAt } = result;
  return (
    <>
      {summed && <p>{summed}</p>}
      {stoppedAt !== undefined && (
        <p>{stoppedAt === null ? t('stopped-nowhere') : t('stopped-at', { project: label(stoppedAt) })}</p>
      )}
    </>
  );
}

function useSummedWords(scores: BudgetResult['scores']): string | null {
  const t = useText(budgetPapers);
  if (!scores) return null;
  const { rankScore } = scores;
  if (!rankScore) return t('scores-summed');
  return rankScore.kind === 'from-max' && rankScore.length !== null
    ? t('scores-ranks', { first: rankScore.length })
    : t('scores-ranks-own');
}
