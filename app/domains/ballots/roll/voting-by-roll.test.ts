import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeNow, makeBallot, makeElectorate, recordText } from '../../../../tests/factories/ballots';
import {
  foundAtCounter,
  later,
  lineOf,
  openRoll,
  pick,
  rollTable,
  typedPerson,
} from '../../../../tests/factories/rolls';
import { testContext } from '../../../../tests/setup/context';
import { handOutPaper, voteAtCounter } from '../casting/assist-voter.server';
import { ballotPage } from '../ballot-page.query.server';
import { openAndCloseDueBallots } from '../organising/due-ballots.server';
import { readBallotRecord } from '../rules/record/read-ballot-record';
import { verifyBallotRecord } from '../rules/record/verify-ballot-record';
import { askForCorrection, confirmCorrection, refuseCorrection } from './correct-roll.server';
import { importRoll } from './import-roll.server';
import { addToRoll } from './keep-roll.server';
import { rollKeptDays } from './kept-days';
import { removeOldRolls } from './remove-rolls.server';
import { rollPage } from './roll-page.query.server';
import type { TestContext } from '../../../../tests/setup/context';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeElectorate(test);
});
afterAll(() => test.dispose());

it('lets a person without an account vote at the counter, and counts on the base of the roll', async () => {
  const ballot = await openRoll(test);
  const staff = await test.asPerson('staff1');
  const [wang, ...others] = await foundAtCounter(test, ballot, '王桂兰');
  expect(others).toEqual([]);
  expect(wang).toMatchObject({ displayName: '王桂兰', unit: '3栋401', birthYear: 1941, voted: false });
  for (const query of ['王桂兰', '3栋402'])
    for (const { personId } of await foundAtCounter(test, ballot, query))
      await voteAtCounter(staff, ballot.id, { personId, choice: pick(ballot, 0) });
  expect((await foundAtCounter(test, ballot, '王桂兰'))[0]).toMatchObject({ voted: true });
  await expect(
    voteAtCounter(staff, ballot.id, { personId: wang?.personId ?? '', choice: pick(ballot, 1) }),
  ).rejects.toMatchObject({ reason: 'ballots.has-voted' });
  await closeNow(test);
  const page = await ballotPage(test.as('visitor'), ballot.id);
  expect(page.ballot).toMatchObject({ electorateSize: 4, votedCount: 3, presentCount: 3 });
  expect(page.outcome?.result).toMatchObject({ winners: [ballot.options[0]], electorateSize: 4 });
  const text = await recordText(test, ballot.id);
  const reading = readBallotRecord(new TextEncoder().encode(text));
  if (!reading.ok) throw new Error(reading.fault);
  expect(verifyBallotRecord(reading.record)).toMatchObject({ holds: true, papers: 3 });
  expect(reading.record.electorate).toEqual({ size: 4, roll: { due: 4, present: 3, addedAfterOpening: 0 } });
  for (const word of ['王桂兰', '3栋401', wang?.personId ?? '']) expect(text).not.toContain(word);
});

it('does not open for nobody, and opens once the whole roll is imported', async () => {
  const ballot = await makeBallot(test, { electorateKind: 'roll' });
  const staff = await test.asPerson('staff1');
  await openAndCloseDueBallots(test.as('system'));
  expect((await ballotPage(staff, ballot.id)).waitsForRoll).toBe(true);
  await expect(addToRoll(staff, ballot.id, typedPerson('王桂兰'))).rejects.toMatchObject({
    reason: 'ballots.roll-late',
  });
  await importRoll(staff, ballot.id, rollTable);
  await openAndCloseDueBallots(test.as('system'));
  const page = await ballotPage(staff, ballot.id);
  expect([page.ballot.state, page.waitsForRoll]).toEqual(['open', false]);
});

it('adds who was left out of a frozen roll only by two of the staff, and says so in numbers', async () => {
  const ballot = await openRoll(test);
  const [one, two] = [await test.asPerson('staff1'), await test.asPerson('staff2')];
  await expect(addToRoll(one, ballot.id, typedPerson('周大爷'))).rejects.toMatchObject({
    reason: 'ballots.roll-frozen',
  });
  await askForCorrection(one, ballot.id, typedPerson('周大爷'));
  expect(await foundAtCounter(test, ballot, '周大爷')).toEqual([]);
  const line = (await lineOf(test, ballot, '周大爷'))?.id ?? '';
  await expect(confirmCorrection(one, ballot.id, line)).rejects.toMatchObject({
    reason: 'ballots.roll-second-person',
  });
  await confirmCorrection(two, ballot.id, line);
  await expect(confirmCorrection(two, ballot.id, line)).rejects.toMatchObject({
    reason: 'ballots.roll-decided',
  });
  await askForCorrection(one, ballot.id, typedPerson('外村人'));
  const other = (await lineOf(test, ballot, '外村人'))?.id ?? '';
  await refuseCorrection(two, ballot.id, { line: other, reason: '不是本社区居民' });
  const [zhou] = await foundAtCounter(test, ballot, '周大爷');
  await voteAtCounter(one, ballot.id, { personId: zhou?.personId ?? '', choice: pick(ballot, 0) });
  await closeNow(test);
  const text = await recordText(test, ballot.id);
  const reading = readBallotRecord(new TextEncoder().encode(text));
  if (!reading.ok) throw new Error(reading.fault);
  expect(reading.record.electorate).toEqual({ size: 5, roll: { due: 5, present: 1, addedAfterOpening: 1 } });
  expect(verifyBallotRecord(reading.record).holds).toBe(true);
  const tampered = {
    ...reading.record,
    electorate: { size: 5, roll: { due: 5, present: 0, addedAfterOpening: 1 } },
  };
  expect(verifyBallotRecord(tampered).differences).toMatchObject([{ at: 'electorate.roll.present' }]);
  const said = await test.database.read.event.findFirstOrThrow({
    where: { subjectId: ballot.id, type: 'ballot.roll-corrected' },
  });
  expect(said.isPublic).toBe(true);
  expect(said.publicData).not.toContain('周');
});

it('gives a household one vote, and a line a sheet of paper', async () => {
  const ballot = await openRoll(
    test,
    { unit: 'household', paperVoting: 'on' },
    `${rollTable}\n李小妹,3栋402,1980,`,
  );
  const staff = await test.asPerson('staff1');
  expect((await ballotPage(staff, ballot.id)).ballot.electorateSize).toBe(3);
  const [jianguo] = await foundAtCounter(test, ballot, '李建国');
  const [xiuying] = await foundAtCounter(test, ballot, '李秀英');
  await handOutPaper(staff, ballot.id, jianguo?.personId ?? '');
  await expect(
    voteAtCounter(staff, ballot.id, { personId: xiuying?.personId ?? '', choice: pick(ballot, 0) }),
  ).rejects.toMatchObject({ reason: 'ballots.has-voted' });
  expect((await foundAtCounter(test, ballot, '李建国'))[0]).toMatchObject({ channel: 'paper' });
});

it('shows a roll to nobody but those who run the ballot, and removes it after its term', async () => {
  const ballot = await openRoll(test);
  const asked = { query: '', cursor: undefined };
  for (const who of ['ann', 'stranger'])
    await expect(rollPage(await test.asPerson(who), ballot.id, asked)).rejects.toMatchObject({
      code: 'forbidden',
    });
  await expect(rollPage(test.as('visitor'), ballot.id, asked)).rejects.toBeDefined();
  await closeNow(test);
  const before = await recordText(test, ballot.id);
  test.clock.set(new Date(later(test, 24 * (rollKeptDays - 1))));
  await removeOldRolls(test.as('system'));
  const lines = () => test.database.read.rollLine.count({ where: { ballotId: ballot.id } });
  expect(await lines()).toBe(4);
  test.clock.set(new Date(later(test, 24)));
  await removeOldRolls(test.as('system'));
  expect(await lines()).toBe(0);
  expect(await recordText(test, ballot.id)).toBe(before);
});
