import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runTally } from '~/cli/tally/tally';
import { readPb } from '~/domains/ballots/rules/pb/read-pb';
import { writePb } from '~/domains/ballots/rules/pb/write-pb';
import { needs } from '../setup/needs';

const data = path.resolve(import.meta.dirname, '../../../shared/data');
const folder = path.join(data, 'pb-kinds');
const present = existsSync(folder);

type Expected = Record<string, { pabutools_lexico: Record<string, string[]> }>;

/** pabutools' greedy rule on additive utilities takes points per cost. */
const calls: Record<string, string[]> = {
  mes_add: ['--rule', 'equal-shares-points'],
  mes_borda: ['--rule', 'equal-shares-points', '--rank-score', 'last-zero'],
  mes_cost: ['--rule', 'equal-shares-cost'],
  mes_cardinality: ['--rule', 'equal-shares-cardinality'],
  greedy_add: ['--rule', 'greedy-votes-per-cost'],
  greedy_borda: ['--rule', 'greedy-votes-per-cost', '--rank-score', 'last-zero'],
};

async function winnersOf(file: string, args: string[]): Promise<string[]> {
  let printed = '';
  const code = await runTally([file, ...args, '--json'], {
    readFile: readFileSync,
    stdout: (text) => (printed += text),
    stderr: (text) => (printed += text),
  });
  expect({ code, printed }).toMatchObject({ code: 0 });
  return (JSON.parse(printed) as { winners: string[] }).winners;
}

function read(file: string) {
  const reading = readPb(readFileSync(file));
  if (!reading.ok) throw new Error(`${file}: ${JSON.stringify(reading.faults[0])}`);
  return reading.file;
}

const expected = present
  ? (JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as Expected)
  : { each: { pabutools_lexico: {} } };
const files = present
  ? ['pb-kinds', 'pb'].flatMap((part) =>
      readdirSync(path.join(data, part))
        .filter((name) => name.endsWith('.pb'))
        .map((name) => path.join(part, name)),
    )
  : ['each'];
const official = files.filter((file) => {
  if (!present) return true;
  const { counting, projects } = read(path.join(data, file));
  return counting.rule !== 'unknown' && projects.some(({ fields }) => fields.has('selected'));
});

describe('real elections of other kinds', needs(present, 'the files in ../shared/data/pb-kinds'), () => {
  it.each(Object.entries(expected))(
    '%s is counted as by the reference',
    async (name, { pabutools_lexico }) => {
      for (const [count, winners] of Object.entries(pabutools_lexico)) {
        const own = await winnersOf(path.join(folder, name), calls[count] ?? [count]);
        expect({ count, winners: own }).toEqual({ count, winners });
      }
    },
  );

  it.each(official)('%s: the rule that the file names funds what the city funded', async (name) => {
    const file = path.join(data, name);
    const funded = read(file).projects.filter(({ fields }) => fields.get('selected') === '1');
    const ties = ['--ties', 'min-cost,max-votes,lexico'];
    const winners = await winnersOf(file, ['--rule', 'file', ...ties]);
    expect([...winners].sort()).toEqual(funded.map(({ id }) => id).sort());
  });

  it.each(files.filter((file) => file.startsWith('pb-kinds')))('%s survives writing and reading', (name) => {
    const file = read(path.join(data, name));
    const again = readPb(new TextEncoder().encode(writePb(file)));
    expect(again.ok && again.file).toEqual(file);
  });
});
