import { councilLottery } from '~/domains/councils/rules/draw-council';
import { readPool } from '~/domains/councils/rules/files/read-pool';
import { readQuotas } from '~/domains/councils/rules/files/read-quotas';
import { UnreadableCouncil } from '~/domains/councils/rules/files/unreadable-council';
import type { Council } from '~/domains/councils/rules/council';
import { loadSolver } from '~/lib/linear-programs/load-solver';
import { drawFromList } from './draw-from-list';
import { describeDraw, describeNoPanel } from './draw-output';
import { summariseDraw } from './draw-summary';
import type { ResearchIo } from '../research-io';
import { answerCall, bytesOf, onlyFile, readCall } from '../research-call';
import { UsageError } from '../usage-error';
import { plainWidth } from '~/lib/texts/plain-width';

const mostSeats = 10_000;
const mostPanels = 100_000;
/** Ids in the whole list: what a program holds without trouble. */
const mostInList = 5_000_000;

export const drawUsage = `Usage: gongzhi draw POOL.csv --quotas QUOTAS.csv --seats K [options]
       gongzhi draw --list LIST.txt [--seed TEXT] [--json]

  POOL.csv          a row a person: id, and a column for each feature of the quotas
  --quotas FILE     feature,value,min,max: how many members have the value, both bounds included
  --seats K         members of a panel
  --one-per COLUMN  no two members share what stands in this column of the pool (blank: shared with nobody)
  --panels M        how long the list is of which one panel is drawn (default 1000)
  --seed TEXT       draws a line of the list; publish the list first, and which event will give this text
  --json            print everything as JSON
  --list FILE       a list that was published: its SHA-256, the chances that it gives, and the line that a seed draws;
                    needs no pool

Finds the fairest chances that the quotas allow (LEXIMIN) and a list of panels that gives them. Ends with 0 if there
is a panel, 1 if no panel keeps to the quotas (it says why, and the smallest change that helps), 2 if the call or a
file is wrong.
`;

const options = {
  quotas: { type: 'string' },
  seats: { type: 'string' },
  'one-per': { type: 'string' },
  panels: { type: 'string', default: '1000' },
  seed: { type: 'string' },
  list: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/**
 * `gongzhi draw`: the chances, the list of panels and the drawn one of a council by lot, without a database. Answers the
 * exit code. docs/draws.md says what the fields of the JSON mean.
 */
export function runDraw(args: string[], io: ResearchIo): Promise<number> {
  return answerCall('draw', io, async () => {
    const { values, positionals } = readCall(args, options);
    if (values.help) {
      io.stdout(drawUsage);
      return 0;
    }
    // An empty seed is what a variable gives that is not set: anyone knows the line before.
    if (values.seed?.trim() === '') throw new UsageError('--seed must be the text that the named event gave');
    if (values.list !== undefined) {
      if (positionals.length > 0 || values.quotas !== undefined || values.seats !== undefined)
        throw new UsageError('--list goes with --seed and --json only');
      return drawFromList({ file: values.list, seed: values.seed, json: values.json === true }, io);
    }
    const file = onlyFile('draw', positionals);
    const seats = numberAsked('--seats', values.seats, mostSeats);
    const lines = numberAsked('--panels', values.panels, mostPanels);
    if (seats * lines > mostInList)
      throw new UsageError(`--seats times --panels may be ${mostInList} at most, not ${seats * lines}`);
    if (values.quotas === undefined) throw new UsageError('--quotas must name a file');
    const onePer = values['one-per'] ?? null;
    const council = read({ pool: file, quotas: values.quotas, onePer, seats }, io);
    const answer = councilLottery(await loadSolver(), council, lines);
    if (!answer.feasible) {
      io.stdout(values.json ? `${JSON.stringify(answer)}\n` : describeNoPanel(answer, council));
      return 1;
    }
    const summary = summariseDraw(council, answer, values.seed);
    io.stdout(values.json ? `${JSON.stringify(summary)}\n` : describeDraw(summary));
    return 0;
  });
}

function numberAsked(option: string, text: string | undefined, most: number): number {
  const plain = plainWidth(text ?? '');
  const number = /^\d{1,6}$/.test(plain) ? Number(plain) : 0;
  if (number >= 1 && number <= most) return number;
  throw new UsageError(
    `${option} must be a whole number from 1 to ${most}${text === undefined ? '' : `, not ${text}`}`,
  );
}

interface Asked {
  pool: string;
  quotas: string;
  onePer: string | null;
  seats: number;
}

function read(asked: Asked, io: ResearchIo): Council {
  try {
    const quotas = readQuotas(bytesOf(io, asked.quotas));
    const { features, people } = readPool(bytesOf(io, asked.pool), { quotas, onePer: asked.onePer });
    return { seats: asked.seats, features, people, quotas };
  } catch (error) {
    if (!(error instanceof UnreadableCouncil)) throw error;
    const column = error.column === null ? '' : `, column ${error.column}`;
    throw new UsageError(`${asked[error.file]}, line ${error.line}${column}: ${error.message}`);
  }
}
