import { makeBallot } from './ballots';
import type { MadeBallot } from './ballots';
import type { TestContext } from '../setup/context';
import { counterPage } from '~/domains/ballots/paper/counter.query.server';
import { openAndCloseDueBallots } from '~/domains/ballots/organising/due-ballots.server';
import { importRoll } from '~/domains/ballots/roll/import-roll.server';
import { rollPage } from '~/domains/ballots/roll/roll-page.query.server';
import { newLineSchema } from '~/domains/ballots/roll/schema';
import type { Choice } from '~/domains/ballots/rules/kinds';

/** Four people without accounts, two of one unit. */
export const rollTable = [
  '姓名,室号,出生年份,户号',
  '王桂兰,3栋401,1941,',
  '李建国,3栋402,1950,',
  '李秀英,3栋402,1952,',
  '陈阿婆,5栋101,1938,',
].join('\n');

/** ISO time so many hours after now of the test. */
export const later = (test: TestContext, hours: number) =>
  new Date(test.clock.now().getTime() + hours * 3600_000).toISOString();

export const pick = ({ options }: MadeBallot, at: number): Choice => ({
  kind: 'single-choice',
  option: options[at] ?? '',
});

/** A ballot by a roll that opens in an hour. */
export const scheduledRoll = (test: TestContext) =>
  makeBallot(test, { electorateKind: 'roll', opensAt: later(test, 1), closesAt: later(test, 2) });

/** A ballot by a roll, with the table imported, and opened. */
export async function openRoll(
  test: TestContext,
  change: Record<string, unknown> = {},
  table = rollTable,
): Promise<MadeBallot> {
  const ballot = await makeBallot(test, { electorateKind: 'roll', percentageBase: 'electorate', ...change });
  const { faults } = await importRoll(await test.asPerson('staff1'), ballot.id, table);
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  await openAndCloseDueBallots(test.as('system'));
  return ballot;
}

/** The electors whom the counter finds by a name or place. */
export async function foundAtCounter(test: TestContext, ballot: MadeBallot, query: string) {
  const page = await counterPage(await test.asPerson('staff1'), ballot.id, { query, personId: '' });
  return page.found;
}

/** A person as typed at the counter. */
export const typedPerson = (name: string, more: Record<string, string> = {}) =>
  newLineSchema.parse({ name, unit: '9栋901', birthYear: '1949', reason: '本人带证件到窗口登记', ...more });

/** The line that answers to a name, as staff see it. */
export async function lineOf(test: TestContext, ballot: MadeBallot, query: string) {
  const page = await rollPage(await test.asPerson('staff1'), ballot.id, { query, cursor: undefined });
  return page.lines[0];
}
