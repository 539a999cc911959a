import { z } from 'zod';
import type { BudgetRules } from '../rules/kinds';
import { budgetPapers, pointRules } from '../vocabulary';
import type { BudgetPapers } from '../vocabulary';
import { numberField } from '~/lib/numbers/number-field';

const mostPoints = 1000;
const mostScore = 10;

/** How the papers of a budget ballot speak, as it stands in its terms. */
export const budgetPapersSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('approvals') }),
  z.object({
    kind: z.literal('points'),
    /** To give in all, and to one project at most; null in what was read from a file, which gives any. */
    total: z.number().int().min(1).nullable(),
    each: z.number().int().min(1).nullable(),
    /** What a file's papers give to what they do not name, decimal text. */
    rest: z.string().default('0'),
  }),
  /** What the first place is worth, in what was read from a file; else as many as a paper may rank. */
  z.object({ kind: z.literal('ranks'), length: z.number().int().min(1).nullable().default(null) }),
  z.object({ kind: z.literal('scores'), most: z.number().int().min(1) }),
]);
export type BudgetPapersTerms = z.output<typeof budgetPapersSchema>;

/** The part of a budget ballot's terms that says how its papers speak, and what a project needs. */
export interface BudgetPaperTerms {
  rule: BudgetRules['rule'];
  papers: BudgetPapersTerms;
  minimum: string | null;
  stopAtMisfit: boolean;
}

const whole = (most: number) => numberField(z.number().int().min(1).max(most).optional());

/** What was not chosen is what the form begins with. */
function chosen<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema);
}

/** The fields of the form that only budget ballots have which do more than approve, or set a minimum. */
export const budgetPaperFields = {
  budgetPapers: chosen(z.enum(budgetPapers).default('approvals')),
  pointsTotal: whole(mostPoints),
  pointsEach: whole(mostPoints),
  paperScore: whole(mostScore),
  pointsRule: chosen(z.enum(pointRules).default('equal-shares-points')),
  minimumVotes: whole(100_000_000),
  stopAtMisfit: chosen(z.literal('on').optional()),
};

export interface BudgetPaperInput {
  budgetPapers: BudgetPapers;
  pointsTotal?: number | undefined;
  pointsEach?: number | undefined;
  paperScore?: number | undefined;
  pointsRule: (typeof pointRules)[number];
  budgetRule: Exclude<BudgetRules['rule'], 'equal-shares-points'>;
  minimumVotes?: number | undefined;
  stopAtMisfit?: 'on' | undefined;
}

/** What is wrong with them together: the field, and the key of its words. */
export function budgetPaperFault({ budgetPapers: papers, pointsTotal, pointsEach }: BudgetPaperInput) {
  if (papers !== 'points') return null;
  if (pointsTotal === undefined) return { field: 'pointsTotal', message: 'required' };
  return pointsEach !== undefined && pointsEach > pointsTotal
    ? { field: 'pointsEach', message: 'each-above-total' }
    : null;
}

function papersOf({ budgetPapers: kind, pointsTotal, pointsEach, paperScore }: BudgetPaperInput) {
  if (kind === 'points') return { kind, total: pointsTotal ?? null, each: pointsEach ?? null };
  return kind === 'scores' ? { kind, most: paperScore ?? 5 } : { kind };
}

/** Their part of a budget ballot's terms. */
export function budgetPaperTerms(input: BudgetPaperInput) {
  const rule = input.budgetPapers === 'approvals' ? input.budgetRule : input.pointsRule;
  return {
    rule,
    papers: papersOf(input),
    minimum: input.minimumVotes === undefined ? null : String(input.minimumVotes),
    stopAtMisfit: input.stopAtMisfit === 'on' && rule.startsWith('greedy'),
  };
}

/**
 * Their part of the frozen rules. `mostRanked`: how many projects a paper may rank, and so what the first place is
 * worth; null where the papers come from a file that does not say.
 */
export function budgetPaperRules(
  { papers, minimum, stopAtMisfit }: BudgetPaperTerms,
  mostRanked: number | null,
): Partial<BudgetRules> {
  return {
    ...paperRules(papers, mostRanked),
    ...(minimum === null ? {} : { minimumScore: minimum }),
    ...(stopAtMisfit ? { stopAtFirstMisfit: true } : {}),
  };
}

function paperRules(papers: BudgetPapersTerms, mostRanked: number | null): Partial<BudgetRules> {
  switch (papers.kind) {
    case 'approvals':
      return {};
    case 'ranks':
      return { voteType: 'ranking', rankScore: { kind: 'from-max', length: papers.length ?? mostRanked } };
    case 'scores':
      return { voteType: 'points', pointLimits: { each: papers.most, total: null } };
    case 'points': {
      const { total, each, rest } = papers;
      const limits = total === null && each === null ? {} : { pointLimits: { each, total } };
      return { voteType: 'points', ...limits, ...(rest === '0' ? {} : { defaultPoints: rest }) };
    }
  }
}
