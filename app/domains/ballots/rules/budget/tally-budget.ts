import type { BudgetRules, Choice } from '../kinds';
import type { TallyOutcome } from '../outcome';
import type { BudgetResult } from './budget-result';

export function tallyBudget(_ballots: Choice[], rules: BudgetRules): TallyOutcome<BudgetResult> {
  throw new Error(`not counted yet: ${rules.rule}`);
}
