import { ballotTermsSchema, fenOf } from '../organising/terms';
import type { BudgetPapersTerms } from '../organising/budget-papers';
import type { Choice } from '../rules/kinds';
import { termsOfFile } from '../rules/pb/file-rule';
import type { PbCounting, PbFile, PbVote } from '../rules/pb/pb-file';
import type { completions, importRules, tieRules } from '../vocabulary';

export type PbFaults = { line: number; reason: string; detail: string }[];

export interface ImportTerms {
  budgetRule: (typeof importRules)[number];
  completion: (typeof completions)[number];
  stopWhenExhaustive?: 'on' | undefined;
  tieRule: (typeof tieRules)[number];
}

/** What a readable file has that the portal cannot count; the portal keeps money in whole fen. */
export function importFaults(file: PbFile, { budgetRule }: ImportTerms): PbFaults {
  const amounts = [file.budget, ...file.projects.map((project) => project.cost)];
  const faults: PbFaults = amounts
    .filter((amount) => fenOf(amount) === null)
    .slice(0, 10)
    .map((detail) => ({ line: 1, reason: 'not-an-amount', detail }));
  if (budgetRule === 'file' && termsOfFile(file.counting) === null)
    faults.push({ line: 1, reason: 'rule-not-known', detail: file.counting.rule });
  return faults;
}

/** The terms of the ballot that a file becomes. */
export function importedTerms(file: PbFile, input: ImportTerms) {
  const { rule, completion, minimumScore, stopAtFirstMisfit, stopWhenExhaustive } = countedBy(file, input);
  return ballotTermsSchema.parse({
    tieRule: input.tieRule,
    imported: true,
    budget: {
      fen: fenOf(file.budget),
      rule,
      completion,
      stopWhenExhaustive,
      paperFen: null,
      papers: papersOf(file.counting),
      minimum: minimumScore ?? null,
      stopAtMisfit: stopAtFirstMisfit ?? false,
    },
  });
}

function countedBy(file: PbFile, { budgetRule, completion, stopWhenExhaustive }: ImportTerms) {
  const own = termsOfFile(file.counting);
  if (budgetRule === 'file' && own) return own;
  const rule = budgetRule === 'file' ? 'equal-shares-cost' : budgetRule;
  const asked = { rule, completion, stopWhenExhaustive: stopWhenExhaustive === 'on' };
  return { ...asked, minimumScore: null, stopAtFirstMisfit: false };
}

function papersOf({ voteType, maximumLength, defaultPoints }: PbCounting): BudgetPapersTerms {
  if (voteType === 'approval') return { kind: 'approvals' };
  if (voteType === 'ordinal') return { kind: 'ranks', length: maximumLength };
  // Limits on single ballots were the city's to check.
  return { kind: 'points', total: null, each: null, rest: defaultPoints };
}

/** One vote of the file as a paper, its projects by the ids that they have here. */
export function importedPaper({ projects, points }: PbVote, ids: ReadonlyMap<string, string>): Choice {
  const own = projects.flatMap((id) => ids.get(id) ?? []);
  return { kind: 'budget', projects: own, ...(points ? { points } : {}) };
}
