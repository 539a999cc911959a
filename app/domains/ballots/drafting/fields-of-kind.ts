import type { BallotKind } from '../vocabulary';

/** The fields that only some kinds have, by the step of the form on which they stand. */
export interface FieldsOfKind {
  /** Beside the options: what they cost, and what a paper may say of them. */
  options: readonly string[];
  /** Beside the rule: how the count decides. */
  rule: readonly string[];
}

const byShare = ['thresholdPercent', 'percentageBase'];

/** A kind that is added says here what it asks; `kind-fields.tsx` among the components says how that looks. */
export const fieldsOfKind: Record<BallotKind, FieldsOfKind> = {
  support: { options: [], rule: byShare },
  'single-choice': { options: [], rule: byShare },
  approval: { options: ['maximumChoices'], rule: byShare },
  ranking: { options: [], rule: ['seats'] },
  score: { options: ['maximumScore'], rule: ['seats'] },
  budget: {
    options: [
      ...['budgetPapers', 'pointsTotal', 'pointsEach', 'paperScore'],
      ...['budget', 'paperBudget', 'maximumChoices'],
    ],
    rule: ['budgetRule', 'pointsRule', 'completion', 'stopWhenExhaustive', 'minimumVotes', 'stopAtMisfit'],
  },
};
