import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeElectorate } from '../../../../tests/factories/ballots';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { needs } from '../../../../tests/setup/needs';
import { openAndCloseDueBallots } from '../organising/due-ballots.server';
import { ballotPage } from '../ballot-page.query.server';
import { readPb } from '../rules/pb/read-pb';
import { importPb } from './import-pb.server';
import type { ImportPb } from './import-pb.server';

const folder = path.resolve(import.meta.dirname, '../../../../../shared/data/pb-kinds');
const present = existsSync(folder);
type Expected = Record<string, { pabutools_lexico: Record<string, string[]> }>;
const files = present ? readdirSync(folder).filter((name) => name.endsWith('.pb')) : ['each'];
const expected = present
  ? (JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as Expected)
  : { each: { pabutools_lexico: {} } };

/** Ranks are scored here as cities do, not as pabutools' Borda. */
const rules: Record<string, ImportPb['budgetRule']> = {
  mes_add: 'equal-shares-points',
  mes_cost: 'equal-shares-cost',
  mes_cardinality: 'equal-shares-cardinality',
  greedy_add: 'greedy-votes-per-cost',
};

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeElectorate(test);
});
afterAll(() => test.dispose());

/** The ids in the file of what a ballot of the portal funds that was made of it. */
async function funded(bytes: Uint8Array, how: Partial<ImportPb>): Promise<string[]> {
  const given = { areaId: '421002', title: '', completion: 'none', tieRule: 'order' } as const;
  const moderator = await test.asPerson('moderator');
  const imported = await importPb(moderator, { budgetRule: 'file', ...given, ...how }, bytes);
  if (!('id' in imported)) throw new Error(JSON.stringify(imported.faults));
  await openAndCloseDueBallots(test.as('system'));
  const { ballot, outcome } = await ballotPage(test.as('visitor'), imported.id);
  const names = new Map(ballot.options.map((option) => [option.id, option.detail]));
  return (outcome?.result.winners ?? []).map((id) => names.get(id) ?? id);
}

describe(
  'real elections as ballots of the portal',
  needs(present, 'the files in ../shared/data/pb-kinds'),
  () => {
    it.each(files)('%s: by the rule that it names, what the city funded', async (name) => {
      const bytes = readFileSync(path.join(folder, name));
      const reading = readPb(bytes);
      if (!reading.ok) throw new Error(JSON.stringify(reading.faults[0]));
      const official = reading.file.projects.filter(({ fields }) => fields.get('selected') === '1');
      if (reading.file.counting.rule === 'unknown' || official.length === 0) return;
      const winners = await funded(bytes, { tieRule: 'cheaper' });
      expect(winners.sort()).toEqual(official.map(({ id }) => id).sort());
    });

    it.each(Object.entries(expected))('%s: what the reference funds', async (name, { pabutools_lexico }) => {
      const bytes = readFileSync(path.join(folder, name));
      for (const [count, winners] of Object.entries(pabutools_lexico)) {
        const budgetRule = rules[count];
        if (budgetRule) expect([count, await funded(bytes, { budgetRule })]).toEqual([count, winners]);
      }
    });
  },
);

const points = `META
key;value
description;小镇预算
budget;1000
vote_type;cumulative
rule;greedy-threshold
min_project_score_threshold;3
PROJECTS
project_id;cost
10;600
9;500
8;100
VOTES
voter_id;vote;points
1;10,9;2.5,4
2;9,8;1,1
`;

it('takes points with decimals and the minimum that the file names', async () => {
  const bytes = new TextEncoder().encode(points);
  expect(await funded(bytes, {})).toEqual(['9']);
  expect(await funded(bytes, { budgetRule: 'greedy-votes' })).toEqual(['9', '8']);
});

it('says what of a file cannot be counted, and keeps nothing of it', async () => {
  const moderator = await test.asPerson('moderator');
  const refused = async (text: string) =>
    importPb(
      moderator,
      { areaId: '421002', title: '', budgetRule: 'file', completion: 'none', tieRule: 'order' },
      new TextEncoder().encode(text),
    );
  expect(await refused(points.replace('greedy-threshold', 'by hand'))).toMatchObject({
    faults: [{ reason: 'rule-not-known', detail: 'by hand' }],
  });
  const beyond = points.replace('2.5,4', '999999999,0.000001').replace('1,1', '999999999,999999999');
  const many = Array.from({ length: 9 }, (_, at) => `${at + 3};10,9,8;999999999,999999999,999999999`);
  expect(await refused(beyond + many.join('\n'))).toMatchObject({ faults: [{ reason: 'beyond-counting' }] });
});
