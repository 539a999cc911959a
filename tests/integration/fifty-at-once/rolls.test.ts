import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeElectorate, makeVoter } from '../../factories/ballots';
import { lineOf, openRoll, rollTable, scheduledRoll, typedPerson } from '../../factories/rolls';
import { all, fired, fifty, oneAnd, presses } from '../../setup/at-once';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import {
  askForCorrection,
  confirmCorrection,
  refuseCorrection,
} from '~/domains/ballots/roll/correct-roll.server';
import { importRoll } from '~/domains/ballots/roll/import-roll.server';
import { joinLine, partLine } from '~/domains/ballots/roll/join-line.server';
import { addToRoll, strikeFromRoll } from '~/domains/ballots/roll/keep-roll.server';
import type { Context } from '~/domains/context';

let test: TestContext;
let staff: Context;
let second: Context;
let moderator: Context;
beforeAll(async () => {
  test = await testContext();
  await makeElectorate(test);
  await Promise.all(fifty.slice(0, 10).map((at) => makeVoter(test, `person-${at}`)));
  [staff, second] = [await test.asPerson('staff1'), await test.asPerson('staff2')];
  moderator = await test.asPerson('moderator');
});
afterAll(() => test.dispose());

const read = () => test.database.read;
const lines = (ballotId: string) => read().rollLine.count({ where: { ballotId, struckAt: null } });
const told = (subjectId: string, type: string) => read().event.count({ where: { subjectId, type } });

it('one table that is imported many times stands on the roll once', async () => {
  const { id } = await scheduledRoll(test);
  expect(await fired(() => importRoll(staff, id, rollTable))).toEqual(all);
  expect([await lines(id), await told(id, 'ballot.roll-imported')]).toEqual([4, 1]);
});

it('one person is added once and struck off once, many people are as many', async () => {
  const ballot = await scheduledRoll(test);
  const person = typedPerson('周大爷');
  expect(await fired(() => addToRoll(staff, ballot.id, person))).toEqual(oneAnd('ballots.roll-double'));
  expect(await fired((at) => addToRoll(staff, ballot.id, typedPerson(`邻居${at}`)))).toEqual(all);
  const line = (await lineOf(test, ballot, '周大爷'))?.id ?? '';
  const struck = { line, reason: '已迁出社区' };
  expect(await fired(() => strikeFromRoll(staff, ballot.id, struck))).toEqual(all);
  expect([await lines(ballot.id), await told(ballot.id, 'ballot.roll-struck')]).toEqual([presses, 1]);
});

it('a line is joined with one account of ten, and parted once', async () => {
  const ballot = await scheduledRoll(test);
  await importRoll(staff, ballot.id, rollTable);
  const line = (await lineOf(test, ballot, '王桂兰'))?.id ?? '';
  const email = (at: number) => `person-${at % 10}@example.org`;
  const joined = await fired((at) => joinLine(moderator, ballot.id, { line, email: email(at) }));
  // Each account asks twice: the one that has the line changes nothing.
  expect(joined).toEqual({ done: 2, 'ballots.roll-line-joined': presses - 2 });
  expect(await fired(() => partLine(moderator, ballot.id, line))).toEqual(all);
  const both = [await told(ballot.id, 'ballot.roll-joined'), await told(ballot.id, 'ballot.roll-parted')];
  expect(both).toEqual([1, 1]);
});

it('a correction is asked for once and decided once, and the base counts what was confirmed', async () => {
  const ballot = await openRoll(test);
  const person = typedPerson('漏登记的人');
  const asked = await fired(() => askForCorrection(staff, ballot.id, person));
  expect(asked).toEqual(oneAnd('ballots.roll-double'));
  const line = (await lineOf(test, ballot, '漏登记的人'))?.id ?? '';
  const decided = await fired((at) =>
    at % 2
      ? confirmCorrection(second, ballot.id, line)
      : refuseCorrection(second, ballot.id, { line, reason: '不是本小区业主' }),
  );
  expect(decided).toEqual(oneAnd('ballots.roll-decided'));
  const { electorateSize, rollCorrections } = await read().ballot.findUniqueOrThrow({
    where: { id: ballot.id },
  });
  const confirmed = await told(ballot.id, 'ballot.roll-corrected');
  expect([electorateSize, rollCorrections]).toEqual([4 + confirmed, confirmed]);
});
