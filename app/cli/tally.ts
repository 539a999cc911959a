import { parseArgs } from 'node:util';
import type { BudgetRule, BudgetTieCriterion, Completion } from '~/domains/ballots/rules/kinds';
import { ballotOfPb, type CountingTerms } from '~/domains/ballots/rules/pb/ballot-of-pb';
import type { PbFile } from '~/domains/ballots/rules/pb/pb-file';
import { readPb } from '~/domains/ballots/rules/pb/read-pb';
import { tally } from '~/domains/ballots/rules/tally';
import { describeCount, summariseCount } from './tally-output';

export interface TallyIo {
  readFile: (path: string) => Uint8Array | Promise<Uint8Array>;
  stdout: (text: string) => void;
  stderr: (text: string) => void;
}

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

/**
 * `gongzhi tally`: counts a Pabulib file without a database. Answers the exit code: 0, or 2 for an unknown
 * option or a broken file, with one line on stderr that names the first fault.
 *
 * JSON: `winners` ids in order of selection · `cost` and `budget` a number if whole, else exact decimal text ·
 * `voterBudget` what each voter could spend at the end, a number if whole, else a fraction "a/b" in lowest
 * terms, null for greedy rules · `increments` and `stoppedBecause` of add-1 · `ties` lists of ids, the taken
 * one first, over all counts, those that add-1 gave up included; `tiesMet` how often · `steps` one entry a
 * purchase with payments, then one a project that lost with the reason · `notices` oddities of the file.
 */
export async function runTally(args: string[], io: TallyIo): Promise<number> {
  try {
    const request = parseRequest(args);
    if (request === 'help') {
      io.stdout(tallyUsage);
      return 0;
    }
    const { file, notices } = await load(request.path, io);
    const { rules: terms, papers } = ballotOfPb(file, request.terms);
    const outcome = tally(papers, terms);
    const names = new Map(file.projects.map(({ id, fields }) => [id, fields.get('name') ?? '']));
    io.stdout(
      request.json ? `${JSON.stringify(summariseCount(outcome, notices))}\n` : describeCount(outcome, names),
    );
    return 0;
  } catch (error) {
    if (!(error instanceof TallyFault)) throw error;
    io.stderr(`gongzhi tally: ${error.message.replaceAll(/\s+/g, ' ')}\n`);
    return 2;
  }
}

/** What the person who called must mend. */
class TallyFault extends Error {}

interface TallyRequest {
  path: string;
  terms: CountingTerms;
  json: boolean;
}

function parseRequest(args: string[]): TallyRequest | 'help' {
  const { values, positionals } = parseOptions(args);
  if (values.help) return 'help';
  const [path, ...others] = positionals;
  if (path === undefined) throw new TallyFault('which file? See gongzhi tally --help');
  if (others.length > 0) throw new TallyFault(`one file at a time, not also ${others.join(', ')}`);
  const rule = oneOf<BudgetRule>('--rule', values.rule, rules);
  const completion = oneOf<Completion>('--completion', values.completion ?? 'none', completions);
  const equalShares = rule.startsWith('equal-shares');
  if (!equalShares && completion !== 'none')
    throw new TallyFault(`--completion ${completion} needs an equal-shares rule`);
  const stopWhenExhaustive = values['stop-when-exhaustive'] ?? false;
  const criteria = tieCriteria[oneOf('--ties', values.ties ?? 'lexico', Object.keys(tieCriteria))] ?? [
    'lexico',
  ];
  return {
    path,
    json: values.json ?? false,
    terms: { rule, completion, stopWhenExhaustive, tieCriteria: criteria },
  };
}

function parseOptions(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        rule: { type: 'string' },
        completion: { type: 'string' },
        'stop-when-exhaustive': { type: 'boolean' },
        ties: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new TallyFault(error instanceof Error ? error.message : 'unknown option');
  }
}

function oneOf<Name extends string>(
  option: string,
  value: string | undefined,
  allowed: readonly Name[],
): Name {
  const found = allowed.find((name) => name === value);
  if (found !== undefined) return found;
  throw new TallyFault(
    `${option} must be one of ${allowed.join(' | ')}${value === undefined ? '' : `, not ${value}`}`,
  );
}

async function load(path: string, io: TallyIo): Promise<{ file: PbFile; notices: string[] }> {
  let bytes: Uint8Array;
  try {
    bytes = await io.readFile(path);
  } catch (error) {
    throw new TallyFault(`cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const reading = readPb(bytes);
  if (reading.ok) {
    return {
      file: reading.file,
      notices: reading.notices.map((one) => `line ${one.line}: ${one.reason} ${one.detail}`.trim()),
    };
  }
  const [first, ...others] = reading.faults;
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  throw new TallyFault(
    `${path}, line ${first?.line ?? 1}: ${first?.reason ?? 'broken'} ${first?.detail ?? ''}`.trim() + more,
  );
}
