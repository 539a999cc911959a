import type { DemoWorld } from './demo-clock';
import { notePeopleTakingPart } from '../../app/domains/identity/index.server';
import { importCensus } from '../../app/domains/territory/index.server';
import { ageBands } from '../../app/lib/age-bands';

/** Invented: areas by their codes, with their people. */
const people: [code: string, people: number][] = [
  ['421000000000', 5_200_000],
  ['421002000000', 560_000],
  ['421002001000', 61_000],
  ['421002002000', 58_000],
  ['421002004000', 74_000],
  ['421002005000', 49_000],
  ['421002001001', 5600],
  ['421002002001', 4800],
  ['421002004001', 6200],
];

/** Of a hundred people, as many in each of the ages. */
const shares = [17, 13, 15, 15, 17, 13, 10];

/** Figures of an invented census, and who of the demo community has taken part in which year. */
export async function tellCensus(world: DemoWorld): Promise<void> {
  const lines = people.flatMap(([code, all]) =>
    ageBands.map((band, at) => `${code},${band},${Math.round((all * (shares[at] ?? 0)) / 100)}`),
  );
  const table = ['area_code,age_band,people', ...lines].join('\n');
  const year = world.today.getUTCFullYear() - 1;
  await importCensus(world.system(), {
    table,
    year,
    source: '示例数据，并非真实人口',
    dryRun: false,
    topIds: [],
  });
  await notePeopleTakingPart(world.system());
}
