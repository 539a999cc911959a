/**
 * Councils by lot: the chances and the list of each council in ../shared/data/sortition, in seconds of this process' CPU,
 * and how far they are from what is expected. `npm run bench -- --councils`
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fairChances } from '~/domains/councils/rules/chances/fair-chances';
import { councilLottery } from '~/domains/councils/rules/draw-council';
import { readPool } from '~/domains/councils/rules/files/read-pool';
import { readQuotas } from '~/domains/councils/rules/files/read-quotas';
import { kindsOfPeople } from '~/domains/councils/rules/kinds-of-people';
import { loadSolver } from '~/lib/linear-programs/load-solver';

const folder = path.resolve('../shared/data/sortition');
const say = (line: string) => void process.stdout.write(`${line}\n`);

function cpuOf<Result>(act: () => Result): { result: Result; seconds: number } {
  const before = process.cpuUsage();
  const result = act();
  const { user, system } = process.cpuUsage(before);
  return { result, seconds: (user + system) / 1e6 };
}

interface Expected {
  k: number;
  address_column: string | null;
  probabilities?: Record<string, number>;
}

if (!existsSync(folder)) say('the councils in ../shared/data/sortition are not here');
else {
  const solver = await loadSolver();
  for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory())) {
    const file = (of: string) => readFileSync(path.join(folder, name, of));
    const {
      k,
      address_column: onePer,
      probabilities,
    } = JSON.parse(file('expected.json').toString('utf8')) as Expected;
    const quotas = readQuotas(file('quotas.csv'));
    const council = { seats: k, quotas, ...readPool(file('pool.csv'), { quotas, onePer }) };
    const chances = cpuOf(() => fairChances(solver, kindsOfPeople(council)));
    const all = cpuOf(() => councilLottery(solver, council, 1000));
    const lottery = all.result;
    const off = lottery.feasible
      ? Math.max(
          ...council.people.map(({ id }, at) =>
            Math.abs((lottery.chances[at] ?? 0) - (probabilities?.[id] ?? 0)),
          ),
        )
      : null;
    say(
      `${name.padEnd(20)} chances ${chances.seconds.toFixed(2)} s, with the list or the conflicts ${all.seconds.toFixed(2)} s of CPU` +
        (off === null ? ', no panel' : `, furthest from expected ${off.toExponential(1)}`),
    );
  }
}
