import type { BudgetPapersTerms, BudgetPaperTerms } from '~/domains/ballots/organising/budget-papers';
import { ballots } from '~/i18n/ballots';
import { budgetPapers } from '~/i18n/budget-papers';
import { hasKey } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';

interface Ruled {
  maximumChoices: number | null;
  terms: { imported: boolean; budget: BudgetPaperTerms | null };
  options: readonly unknown[];
}

interface Item {
  label: string;
  value: string | null;
}

/** How the papers of a budget ballot speak, and by which rule they are counted. */
export function useBudgetPaperItems({ maximumChoices, terms, options }: Ruled): Item[] {
  const t = useText(ballots);
  const p = useText(budgetPapers);
  const wordsOf = usePapersWords();
  const ruleWords = useRuleWords();
  const { budget, imported } = terms;
  if (!budget) return [];
  const { rule, papers, minimum, stopAtMisfit } = budget;
  const approves = papers.kind === 'approvals';
  const mostRanked = imported ? null : Math.min(maximumChoices ?? options.length, options.length);
  return [
    { label: p('rule-papers'), value: wordsOf(papers, mostRanked) },
    { label: t('form.budgetRule'), value: ruleWords(rule, approves) },
    {
      label: p('rule-minimum'),
      value:
        minimum === null
          ? null
          : p(approves ? 'minimum-votes' : 'minimum-points', { count: Number(minimum) }),
    },
    {
      label: p('rule-misfit'),
      value: rule.startsWith('greedy') ? p(stopAtMisfit ? 'misfit-stop' : 'misfit-skip') : null,
    },
  ];
}

/** The rule and what it means, in the words of what it counts here. */
function useRuleWords() {
  const t = useText(ballots);
  const p = useText(budgetPapers);
  const byVotes = (key: string) => (hasKey(ballots, key) ? t(key) : key);
  const byPoints = (key: string) => (hasKey(budgetPapers, key) ? p(key) : key);
  return (rule: string, approves: boolean): string =>
    rule === 'equal-shares-points' || (!approves && rule.startsWith('greedy'))
      ? `${byPoints(`points-rule.${rule}`)}${t('colon')}${byPoints(`points-rule.${rule}-hint`)}`
      : `${byVotes(`budget-rule.${rule}`)}${t('colon')}${byVotes(`budget-rule.${rule}-hint`)}`;
}

function usePapersWords() {
  const t = useText(budgetPapers);
  return (papers: BudgetPapersTerms, mostRanked: number | null): string => {
    switch (papers.kind) {
      case 'approvals':
        return t('papers.approvals');
      case 'scores':
        return t('rule-scores', { maximum: papers.most });
      case 'ranks': {
        const first = papers.length ?? mostRanked;
        return first === null ? t('rule-ranks-own') : t('rule-ranks', { first });
      }
      case 'points': {
        const { total, each } = papers;
        if (total === null) return t('rule-points-any');
        return each === null ? t('rule-points', { total }) : t('rule-points-each', { total, each });
      }
    }
  };
}
