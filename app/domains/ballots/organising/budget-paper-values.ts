import { budgetRules, pointRules } from '../vocabulary';
import type { BudgetPaperTerms } from './budget-papers';

/** The form's fields as such terms would fill them. */
export function budgetPaperValues(terms: BudgetPaperTerms | null): Record<string, string> {
  const { rule, papers, minimum, stopAtMisfit } = terms ?? unasked;
  const text = (value: number | null) => (value === null ? '' : String(value));
  return {
    budgetRule: budgetRules.find((one) => one === rule) ?? 'equal-shares-cost',
    budgetPapers: papers.kind,
    pointsTotal: papers.kind === 'points' ? text(papers.total) : '10',
    pointsEach: papers.kind === 'points' ? text(papers.each) : '',
    paperScore: papers.kind === 'scores' ? text(papers.most) : '5',
    pointsRule:
      pointRules.find((one) => one === rule && papers.kind !== 'approvals') ?? 'equal-shares-points',
    minimumVotes: minimum ?? '',
    stopAtMisfit: stopAtMisfit ? 'on' : '',
  };
}

const unasked: BudgetPaperTerms = {
  rule: 'equal-shares-cost',
  papers: { kind: 'approvals' },
  minimum: null,
  stopAtMisfit: false,
};
