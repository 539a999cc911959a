import { BeyondCounting } from '~/domains/ballots/rules/budget/budget-votes';
import { ballotOfPb } from '~/domains/ballots/rules/pb/ballot-of-pb';
import { readPb } from '~/domains/ballots/rules/pb/read-pb';
import { tally } from '~/domains/ballots/rules/tally';
import type { ResearchIo } from '../research-io';
import { pbFaultWords } from './pb-fault-words';
import { answerCall, bytesOf, onlyFile, readCall } from '../research-call';
import { tallyCall, tallyOptions, tallyUsage, termsFor } from './tally-call';
import { UsageError } from '../usage-error';
import { describeCount, summariseCount } from './tally-output';

/**
 * `gongzhi tally`: counts a Pabulib file without a database. Answers the exit code: 0, or 2 for an unknown
 * option or a broken file, with one line on stderr that names the first fault.
 *
 * JSON: `winners` ids in order of selection · `cost` and `budget` a number where that is exact, else decimal
 * text · `rule` how it was counted, with `votes` (approvals, points, or ranks and their score), `minimum` and, where
 * the first misfit ends the count, `stoppedAt` · `voterBudget` what each voter could spend at the end, text: a whole
 * number or a fraction "a/b" in lowest terms, null for greedy rules · `increments` and `stoppedBecause` of add-1 ·
 * `ties` lists of ids, the taken one first, over all counts, those that add-1 gave up included; `tiesMet` how often ·
 * `steps` one entry a purchase with payments, then one a project that lost with the reason · `notices` oddities of
 * the file.
 */
export function runTally(args: string[], io: ResearchIo): Promise<number> {
  return answerCall('tally', io, () => {
    const { values, positionals } = readCall(args, tallyOptions);
    if (values.help) {
      io.stdout(tallyUsage);
      return 0;
    }
    const path = onlyFile('tally', positionals);
    const call = tallyCall(values);
    const { file, notices } = load(path, io);
    const terms = termsFor(call, file.counting);
    const { rules: ballot, papers } = ballotOfPb(file, terms);
    const rules = { ...ballot, ofFile: true } as const;
    const outcome = counted(path, () => tally(papers, rules));
    const names = new Map(file.projects.map(({ id, fields }) => [id, fields.get('name') ?? '']));
    io.stdout(
      values.json
        ? `${JSON.stringify(summariseCount(outcome, rules, notices))}\n`
        : describeCount(outcome, { rules, names, notices }),
    );
    return 0;
  });
}

function counted<Outcome>(path: string, count: () => Outcome): Outcome {
  try {
    return count();
  } catch (error) {
    if (!(error instanceof BeyondCounting)) throw error;
    throw new UsageError(`${path}: ${error.message}`);
  }
}

function load(path: string, io: ResearchIo) {
  const reading = readPb(bytesOf(io, path));
  if (reading.ok) return { file: reading.file, notices: reading.notices };
  const [first, ...others] = reading.faults;
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  throw new UsageError(`${path}, ${first ? pbFaultWords(first) : 'broken'}${more}`);
}
