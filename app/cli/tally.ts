import type { BudgetRule, BudgetTieCriterion, Completion } from '~/domains/ballots/rules/kinds';
import { ballotOfPb, type CountingTerms } from '~/domains/ballots/rules/pb/ballot-of-pb';
import { readPb } from '~/domains/ballots/rules/pb/read-pb';
import { tally } from '~/domains/ballots/rules/tally';
import type { ResearchIo } from './research-io';
import { pbFaultWords } from './pb-fault-words';
import { answerCall, bytesOf, onlyFile, readCall } from './research-call';
import { UsageError } from './usage-error';
import { describeCount, summariseCount } from './tally-output';

const rules = [
  'greedy-votes',
  'greedy-votes-per-cost',
  'equal-shares-cost',
  'equal-shares-cardinality',
] as const;
const completions = ['none', 'greedy', 'greedy-votes-per-cost', 'add1', 'add1-then-greedy'] as const;
const tieCriteria: Record<string, BudgetTieCriterion[]> = {
  lexico: ['lexico'],
  'min-cost,max-votes,lexico': ['min-cost', 'max-votes', 'lexico'],
};

export const tallyUsage = `Usage: gongzhi tally FILE.pb --rule RULE [options]

  --rule RULE             ${rules.join(' | ')}
  --completion NAME       ${completions.join(' | ')} (default none; equal shares only)
  --stop-when-exhaustive  add1 ends as soon as no further project fits
  --ties NAME             ${Object.keys(tieCriteria).join(' | ')} (default lexico)
  --json                  print the result as JSON
`;

const options = {
  rule: { type: 'string' },
  completion: { type: 'string', default: 'none' },
  'stop-when-exhaustive': { type: 'boolean', default: false },
  ties: { type: 'string', default: 'lexico' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/**
 * `gongzhi tally`: counts a Pabulib file without a database. Answers the exit code: 0, or 2 for an unknown
 * option or a broken file, with one line on stderr that names the first fault.
 *
 * JSON: `winners` ids in order of selection · `cost` and `budget` a number where that is exact, else decimal
 * text · `voterBudget` what each voter could spend at the end, text: a whole number or a fraction "a/b" in
 * lowest terms, null for greedy rules · `increments` and `stoppedBecause` of add-1 · `ties` lists of ids, the
 * taken one first, over all counts, those that add-1 gave up included; `tiesMet` how often · `steps` one entry
 * a purchase with payments, then one a project that lost with the reason · `notices` oddities of the file.
 */
export function runTally(args: string[], io: ResearchIo): Promise<number> {
  return answerCall('tally', io, () => {
    const { values, positionals } = readCall(args, options);
    if (values.help) {
      io.stdout(tallyUsage);
      return 0;
    }
    const path = onlyFile('tally', positionals);
    const terms = termsOf(values);
    const { file, notices } = load(path, io);
    const { rules: counted, papers } = ballotOfPb(file, terms);
    const outcome = tally(papers, counted);
    const names = new Map(file.projects.map(({ id, fields }) => [id, fields.get('name') ?? '']));
    io.stdout(
      values.json ? `${JSON.stringify(summariseCount(outcome, notices))}\n` : describeCount(outcome, names),
    );
    return 0;
  });
}

interface Asked {
  rule?: string | undefined;
  completion: string;
  'stop-when-exhaustive': boolean;
  ties: string;
}

function termsOf(asked: Asked): CountingTerms {
  const rule = oneOf<BudgetRule>('--rule', asked.rule, rules);
  const completion = oneOf<Completion>('--completion', asked.completion, completions);
  if (!rule.startsWith('equal-shares') && completion !== 'none')
    throw new UsageError(`--completion ${completion} needs an equal-shares rule`);
  const ties = oneOf('--ties', asked.ties, Object.keys(tieCriteria));
  return {
    rule,
    completion,
    stopWhenExhaustive: asked['stop-when-exhaustive'],
    tieCriteria: tieCriteria[ties] ?? ['lexico'],
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

function load(path: string, io: ResearchIo) {
  const reading = readPb(bytesOf(io, path));
  if (reading.ok) {
    const notices = reading.notices.map((one) => `line ${one.line}: ${one.reason} ${one.detail}`.trim());
    return { file: reading.file, notices };
  }
  const [first, ...others] = reading.faults;
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  throw new UsageError(`${path}, ${first ? pbFaultWords(first) : 'broken'}${more}`);
}
