import type { BudgetRule, BudgetTieCriterion, Completion, RankScore } from '~/domains/ballots/rules/kinds';
import { parseAmount } from '~/domains/ballots/rules/budget/amounts';
import type { CountingTerms } from '~/domains/ballots/rules/pb/ballot-of-pb';
import { termsOfFile } from '~/domains/ballots/rules/pb/file-rule';
import type { PbCounting } from '~/domains/ballots/rules/pb/pb-file';
import { UsageError } from '../usage-error';
import { cutText } from '~/lib/texts/cut-text';
import { plainWidth } from '~/lib/texts/plain-width';

/** The rules that a call may name. */
export const ownRules = [
  'greedy-votes',
  'greedy-votes-per-cost',
  'equal-shares-cost',
  'equal-shares-cardinality',
  'equal-shares-points',
] as const;
const rules = ['file', ...ownRules] as const;
const completions = ['none', 'greedy', 'greedy-votes-per-cost', 'add1', 'add1-then-greedy'] as const;
const rankScores = ['from-max', 'last-zero'] as const;
const tieCriteria: Record<string, BudgetTieCriterion[]> = {
  lexico: ['lexico'],
  'min-cost,max-votes,lexico': ['min-cost', 'max-votes', 'lexico'],
};

export const tallyUsage = `Usage: gongzhi tally FILE.pb --rule RULE [options]

  --rule RULE             ${rules.join(' | ')}
                          file: the rule that META names, with its minimum of votes or points
  --completion NAME       ${completions.join(' | ')} (default none; equal shares only)
  --stop-when-exhaustive  add1 ends as soon as no further project fits
  --rank-score NAME       ${rankScores.join(' | ')} (default from-max): what a rank is worth, max_length less the
                          ranks before it, or the length of the ballot so that the last has 0
  --min-votes N           projects with fewer votes (or points, where these are summed) take no part
  --no-skip               greedy rules end at the first project that does not fit
  --ties NAME             ${Object.keys(tieCriteria).join(' | ')} (default lexico)
  --json                  print the result as JSON

Greedy rules and equal-shares-points sum points, or the scores of ranks. equal-shares-cost and
equal-shares-cardinality take what a ballot ranks, or gives more than 0 points, as approved.
`;

export const tallyOptions = {
  rule: { type: 'string' },
  completion: { type: 'string' },
  'stop-when-exhaustive': { type: 'boolean', default: false },
  'rank-score': { type: 'string', default: 'from-max' },
  'min-votes': { type: 'string' },
  'no-skip': { type: 'boolean', default: false },
  ties: { type: 'string', default: 'lexico' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

interface Asked {
  rule?: string | undefined;
  completion?: string | undefined;
  'stop-when-exhaustive': boolean;
  'rank-score': string;
  'min-votes'?: string | undefined;
  'no-skip': boolean;
  ties: string;
}

/** What a call asks for, before the file is read. */
export interface TallyCall {
  rule: BudgetRule | 'file';
  completion: Completion | null;
  stopWhenExhaustive: boolean;
  rankScore: RankScore['kind'];
  minimumScore: string | null;
  stopAtFirstMisfit: boolean;
  tieCriteria: BudgetTieCriterion[];
}

/** Throws UsageError for what does not go together. */
export function tallyCall(asked: Asked): TallyCall {
  const rule = oneOf('--rule', asked.rule, rules);
  const completion =
    asked.completion === undefined ? null : oneOf('--completion', asked.completion, completions);
  if (completion !== null && completion !== 'none' && !rule.startsWith('equal-shares'))
    throw new UsageError(`--completion ${completion} needs an equal-shares rule`);
  if (asked['no-skip'] && rule.startsWith('equal-shares'))
    throw new UsageError('--no-skip needs a greedy rule');
  const ties = oneOf('--ties', asked.ties, Object.keys(tieCriteria));
  return {
    rule,
    completion,
    stopWhenExhaustive: asked['stop-when-exhaustive'],
    rankScore: oneOf('--rank-score', asked['rank-score'], rankScores),
    minimumScore: asked['min-votes'] === undefined ? null : minimumOf(asked['min-votes']),
    stopAtFirstMisfit: asked['no-skip'],
    tieCriteria: tieCriteria[ties] ?? ['lexico'],
  };
}

/** The rule for a file: as called, or as its META says. Throws UsageError where META names none that is known. */
export function termsFor(call: TallyCall, counting: PbCounting): CountingTerms {
  const { rule, completion, stopWhenExhaustive, minimumScore, stopAtFirstMisfit, ...same } = call;
  if (rule !== 'file')
    return {
      ...same,
      rule,
      completion: completion ?? 'none',
      stopWhenExhaustive,
      minimumScore,
      stopAtFirstMisfit,
    };
  const own = termsOfFile(counting);
  if (!own) {
    const named =
      counting.rule === '' ? 'META names no rule' : `META’s rule ${cutText(counting.rule, 80)} is not known`;
    throw new UsageError(`${named}; choose one of ${ownRules.join(' | ')}`);
  }
  const stops = own.stopAtFirstMisfit === true || stopAtFirstMisfit;
  if (stops && !own.rule.startsWith('greedy')) throw new UsageError('--no-skip needs a greedy rule');
  return {
    ...same,
    ...own,
    stopWhenExhaustive: own.stopWhenExhaustive || stopWhenExhaustive,
    minimumScore: minimumScore ?? own.minimumScore ?? null,
    stopAtFirstMisfit: stops,
  };
}

function oneOf<Name extends string>(
  option: string,
  value: string | undefined,
  allowed: readonly Name[],
): Name {
  const found = allowed.find((name) => name === value);
  if (found !== undefined) return found;
  throw new UsageError(
    `${option} must be one of ${allowed.join(' | ')}${value === undefined ? '' : `, not ${value}`}`,
  );
}

function minimumOf(text: string): string {
  const plain = plainWidth(text).trim();
  try {
    parseAmount(plain);
    return plain;
  } catch {
    throw new UsageError(`--min-votes must be a number of votes or points, not ${cutText(text, 60)}`);
  }
}
