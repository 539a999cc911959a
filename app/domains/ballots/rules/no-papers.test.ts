import { describe, expect, it } from 'vitest';
import { budgetRules, ballotKinds, completions, importRules, percentageBases } from '../vocabulary';
import type { BallotKind } from '../vocabulary';
import type { BallotRules, BudgetRules, BudgetVoteType, Choice, Completion } from './kinds';
import { decidedResult } from './decided-result';
import { hasVotes } from './has-votes';
import type { TallyResult } from './outcome';
import { resultOf } from './published-result';
import { ballotRecord } from './record/ballot-record';
import { verifyBallotRecord } from './record/verify-ballot-record';
import { tally } from './tally';

/** Rules under which as little as can be is asked of a winner. */
const common = { options: ['a', 'b', 'c'], electorateSize: 40, quorum: null };
const nothingAsked = { numerator: 0, denominator: 1, comparison: 'at-least' } as const;
const accepting = percentageBases.map((base) => ({ ...common, threshold: nothingAsked, base }));

const budget: BudgetRules = {
  ...{ kind: 'budget', ...common, budget: '30', rule: 'greedy-votes', completion: 'none', maximum: null },
  projects: common.options.map((id, at) => ({ id, cost: String(5 * at) })),
  ...{ stopWhenExhaustive: false, tieCriteria: ['lexico'] },
};
const ways: BudgetVoteType[] = ['approval', 'points', 'ranking'];
const allCompletions: Completion[] = [...completions, 'greedy-votes-per-cost'];
const ruleNames = [...new Set([...budgetRules, ...importRules.filter((rule) => rule !== 'file')])];

const budgets = ruleNames.flatMap((rule) =>
  ways.flatMap((voteType) =>
    (rule.startsWith('greedy') ? (['none'] as const) : allCompletions).flatMap((completion) =>
      [false, true].map((ending): BudgetRules => ({
        ...{ ...budget, rule, voteType, completion, stopWhenExhaustive: ending, stopAtFirstMisfit: ending },
        ...(ending && { comparison: 'greedy-votes', minimumScore: '0' }),
      })),
    ),
  ),
);

/** A kind that is added says here how little it may ask. */
const rulesOfKinds: Record<BallotKind, BallotRules[]> = {
  support: accepting.map((rules) => ({ kind: 'support', ...rules })),
  'single-choice': accepting.map((rules) => ({ kind: 'single-choice', ...rules })),
  approval: accepting.map((rules) => ({ kind: 'approval', ...rules, maximum: 3 })),
  ranking: [{ kind: 'ranking', ...common, seats: 3 }],
  score: [{ kind: 'score', ...common, minimum: -1, maximum: 5, seats: 3 }],
  budget: budgets,
};
const nameOf = (rules: BallotRules) =>
  rules.kind === 'budget'
    ? `${rules.rule} of ${rules.voteType}, ${rules.completion}, ${String(rules.stopWhenExhaustive)}`
    : rules.kind;
const cases = ballotKinds
  .flatMap((kind) => rulesOfKinds[kind])
  .map((rules) => ({ name: nameOf(rules), rules }));

/** Papers that say nothing: left empty, all alike, or abstaining from all. */
const blanks: Record<BallotKind, Choice[]> = {
  support: [
    { kind: 'support', answers: {} },
    { kind: 'support', answers: { a: 'abstain', b: 'abstain', c: 'abstain' } },
  ],
  'single-choice': [{ kind: 'single-choice', option: null }],
  approval: [{ kind: 'approval', options: [] }],
  ranking: [
    { kind: 'ranking', ranks: [] },
    { kind: 'ranking', ranks: [['a', 'b', 'c']] },
  ],
  score: [
    { kind: 'score', scores: {} },
    { kind: 'score', scores: { a: -1, b: -1 } },
  ],
  budget: [{ kind: 'budget', projects: [] }],
};

const spoilt = { kind: 'spoilt' } as unknown as Choice;
/** The published file of a ballot that was counted so. */
const recordOf = (rules: BallotRules, papers: Choice[], result: TallyResult) =>
  ballotRecord({
    ballot: { id: 'x', title: '', area: '', opensAt: '', closesAt: '', labels: {} },
    ...{ rules, result },
    papers: papers.map((choice, at) => ({ receipt: `r${at}`, choice })),
  });
const seen = (value: unknown) => JSON.stringify(value);

describe.each(cases)('where nobody has cast a valid paper: $name', ({ rules }) => {
  it.each([
    ['no paper', []],
    ['spoilt papers alone', [spoilt, spoilt]],
  ])('%s: nothing wins, and the explanation says of nothing that it did', (_, papers) => {
    const { result, steps } = tally(papers, rules);
    expect(result).toMatchObject({ papers: 0, invalid: papers.length, winners: [] });
    expect(seen(result)).not.toMatch(/"(accepted|selected)":true/);
    expect(steps.filter(({ step }) => /^(funded|option-accepted)/.test(step))).toEqual([]);
    expect(resultOf(result).options.filter(({ accepted }) => accepted)).toEqual([]);
    if (result.kind === 'budget') expect(result).toMatchObject({ cost: '0', rounds: [] });
  });
});

describe.each(cases)('where all papers are blank: $name', ({ rules }) => {
  const papers = blanks[rules.kind];
  const asked = rules.kind === 'score' ? { ...rules, minimum: 0 } : rules;
  const cast = rules.kind === 'score' ? papers.slice(0, 1) : papers;

  it.each([
    ['with its own scores', rules, papers],
    ['with scores from 0', asked, cast],
  ])('they are papers, nothing wins, %s', (_, rules, papers) => {
    const { result, steps } = tally(papers, rules);
    expect(result).toMatchObject({ papers: papers.length, invalid: 0, winners: [] });
    expect(seen(result)).not.toMatch(/"(accepted|selected)":true/);
    expect(steps.filter(({ step }) => /^(funded|option-accepted)/.test(step))).toEqual([]);
    if (result.kind === 'budget') expect(result).toMatchObject({ cost: '0', rounds: [] });
    expect(hasVotes(tally(cast, asked).result)).toBe(false);
  });

  it('an older count by the order of ties alone is shown without winners, and its record holds', () => {
    const older = tally(cast, { ...asked, ofFile: true }).result;
    expect(decidedResult(older).winners).toEqual([]);
    expect(seen(decidedResult(older))).not.toMatch(/"(accepted|selected)":true/);
    expect(resultOf(older).winners).toEqual([]);
    const record = recordOf(asked, cast, older);
    const isOther = seen(older) !== seen(tally(cast, asked).result);
    expect(verifyBallotRecord(record)).toMatchObject({ holds: true, ...(isOther && { byRuleAlone: true }) });
    const forged = { ...older, winners: ['c'] };
    expect(verifyBallotRecord(recordOf(asked, cast, forged)).holds).toBe(false);
  });
});

it('one vote among blank papers elects, ranked or scored', () => {
  const rank: Choice[] = [
    { kind: 'ranking', ranks: [] },
    { kind: 'ranking', ranks: [['b']] },
  ];
  expect(tally(rank, { kind: 'ranking', ...common }).result.winners).toEqual(['b']);
  const score: Choice[] = [
    { kind: 'score', scores: {} },
    { kind: 'score', scores: { c: 1 } },
  ];
  expect(tally(score, { kind: 'score', ...common, minimum: 0, maximum: 5 }).result.winners).toEqual(['c']);
});

it('what an older count funded where nobody voted is not given out as funded', () => {
  const { result } = tally([], budget);
  expect(resultOf({ ...result, winners: ['a'] }).winners).toEqual([]);
});

it('pages show as funded neither what an older count funded without votes, nor what a missed quorum leaves undecided', () => {
  const voted: Choice[] = [{ kind: 'budget', projects: ['a', 'b'] }];
  const { result } = tally(voted, { ...budget, quorum: { numerator: 1, denominator: 2 } });
  expect(seen(result)).toContain('"selected":true');
  expect(seen(decidedResult(result))).not.toContain('"selected":true');
  const older = tally(voted, budget).result;
  const shown = decidedResult({ ...older, papers: 0 });
  expect([shown.winners, seen(shown).includes('"selected":true')]).toEqual([[], false]);
  expect(decidedResult(older)).toEqual(older);
});
