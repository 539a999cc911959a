import fc from 'fast-check';
import type { BallotRules, BudgetRules, Choice } from '~/domains/ballots/rules/kinds';

/** One ballot of a kind with everything that tests of all kinds need to know of it. */
export interface BallotCase {
  name: string;
  rules: BallotRules;
  paper: fc.Arbitrary<Choice>;
}

export const caseOptions = ['a', 'b', 'c', 'd'];
const common = { options: caseOptions, electorateSize: 40, quorum: { numerator: 1, denominator: 40 } };
const half = { numerator: 1, denominator: 2 };
const none = { numerator: 0, denominator: 1 };
const subset = fc.subarray(caseOptions);

const budget: BudgetRules = {
  kind: 'budget',
  ...common,
  projects: caseOptions.map((id, index) => ({ id, cost: ['10.50', '7', '19', '12.25'][index] ?? '1' })),
  budget: '30',
  rule: 'greedy-votes',
  completion: 'none',
  stopWhenExhaustive: true,
  tieCriteria: ['min-cost', 'lexico'],
  maximum: null,
};
const budgetPaper = subset.map((projects): Choice => ({ kind: 'budget', projects }));
const ranked = fc.shuffledSubarray(caseOptions).map((projects): Choice => ({ kind: 'budget', projects }));
const pointed = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...caseOptions), fc.integer({ min: 1, max: 3 })), {
    selector: ([id]) => id,
    maxLength: 3,
  })
  .map((given): Choice => ({
    kind: 'budget',
    projects: given.map(([id]) => id),
    ...(given.length > 0 ? { points: given.map(([, points]) => String(points)) } : {}),
  }));
/** What papers say in other ways than by ticks. */
const ways = [
  { way: 'points', paper: pointed, voteType: 'points', pointLimits: { each: 5, total: 10 } },
  { way: 'scores', paper: pointed, voteType: 'points', pointLimits: { each: 3, total: null } },
  { way: 'ranks', paper: ranked, voteType: 'ranking', rankScore: { kind: 'from-max', length: 4 } },
] as const;
const pointRules = [
  { rule: 'greedy-votes', completion: 'none', stopAtFirstMisfit: true },
  { rule: 'greedy-votes-per-cost', completion: 'none', minimumScore: '4' },
  { rule: 'equal-shares-points', completion: 'add1' },
  { rule: 'equal-shares-points', completion: 'greedy', minimumScore: '2' },
] as const;
const budgetCases = [
  { rule: 'greedy-votes', completion: 'none' },
  { rule: 'greedy-votes-per-cost', completion: 'none' },
  { rule: 'equal-shares-cost', completion: 'none' },
  { rule: 'equal-shares-cost', completion: 'add1-then-greedy' },
  { rule: 'equal-shares-cardinality', completion: 'add1' },
  { rule: 'equal-shares-cardinality', completion: 'greedy' },
] as const;

/** Every kind of ballot, and every way of counting a budget. */
export const ballotCases: BallotCase[] = [
  {
    name: 'support',
    rules: { kind: 'support', ...common, threshold: half, base: 'votes' },
    paper: fc
      .dictionary(fc.constantFrom(...caseOptions), fc.constantFrom('yes', 'no', 'abstain'))
      .map((answers): Choice => ({ kind: 'support', answers })),
  },
  {
    name: 'single choice',
    rules: { kind: 'single-choice', ...common, threshold: none, base: 'votes' },
    paper: fc
      .option(fc.constantFrom(...caseOptions))
      .map((option): Choice => ({ kind: 'single-choice', option })),
  },
  {
    name: 'approval',
    rules: { kind: 'approval', ...common, threshold: half, base: 'votes', maximum: 4, seats: 2 },
    paper: subset.map((options): Choice => ({ kind: 'approval', options })),
  },
  {
    name: 'ranking',
    rules: { kind: 'ranking', ...common, seats: 2 },
    paper: fc
      .shuffledSubarray(caseOptions)
      .map((list): Choice => ({ kind: 'ranking', ranks: list.map((option) => [option]) })),
  },
  {
    name: 'score',
    rules: { kind: 'score', ...common, minimum: -2, maximum: 5 },
    paper: fc
      .dictionary(fc.constantFrom(...caseOptions), fc.integer({ min: -2, max: 5 }))
      .map((scores): Choice => ({ kind: 'score', scores })),
  },
  ...budgetCases.map((terms) => ({
    name: `budget by ${terms.rule}, completion ${terms.completion}`,
    rules: { ...budget, ...terms },
    paper: budgetPaper,
  })),
  ...ways.flatMap(({ way, paper, ...papers }) =>
    pointRules.map((terms) => ({
      name: `budget of ${way} by ${terms.rule}, completion ${terms.completion}`,
      rules: { ...budget, ...papers, ...terms },
      paper,
    })),
  ),
];
