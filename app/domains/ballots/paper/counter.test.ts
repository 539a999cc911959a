import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  closeNow,
  makeElectorate,
  makeVoter,
  openBallotOf,
  recordText,
  vote,
} from '../../../../tests/factories/ballots';
import type { MadeBallot } from '../../../../tests/factories/ballots';
import { makeOrganisation } from '../../../../tests/factories/organisations';
import { communityId } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { handOutPaper, voteAtCounter } from '../casting/assist-voter.server';
import { ballotPage } from '../ballot-page.query.server';
import { counterPage, sheetsPage } from './counter.query.server';
import { openAndCloseDueBallots } from '../organising/due-ballots.server';
import { cancelBallot } from '../organising/cancel-ballot.server';
import { tellDueHelp } from './counter-notes.server';
import { extendBallot } from '../organising/extend-ballot.server';
import { completeSheets, enterSheet } from './enter-sheet.server';
import { withdrawSheet } from './withdraw-sheet.server';
import { spoiltPaper } from './paper-sheet';
import type { Choice } from '../rules/kinds';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeElectorate(test);
  await makeVoter(test, 'mother', 'one-house');
  await makeVoter(test, 'father', 'one-house');
});
afterAll(() => test.dispose());

/** ISO time so many hours after now of the test. */
const later = (hours: number) => new Date(test.clock.now().getTime() + hours * 3600_000).toISOString();
const pick = ({ options }: MadeBallot, at: number): Choice => ({
  kind: 'single-choice',
  option: options[at] ?? '',
});

it('records a vote at the counter, and puts on record who helped whom and tells the person, never what', async () => {
  const ballot = await openBallotOf(test, { closesAt: later(48) });
  const staff = await test.asPerson('staff1');
  const choice = pick(ballot, 1);
  expect(await voteAtCounter(staff, ballot.id, { personId: 'ann', choice })).toBeUndefined();
  const acts = () =>
    test.database.read.event.findMany({ where: { type: 'ballot.voted-at-counter', subjectId: ballot.id } });
  await tellDueHelp(test.as('system'));
  expect(await acts()).toEqual([]);
  test.clock.set(new Date(later(25)));
  await tellDueHelp(test.as('system'));
  await tellDueHelp(test.as('system'));
  const [event, ...others] = await acts();
  expect(others).toEqual([]);
  expect(event).toMatchObject({ actorPersonId: 'staff1', isPublic: false });
  expect(JSON.parse(event?.privateData ?? '')).toMatchObject({ personId: 'ann' });
  const { receipt } = await test.database.read.ballotPaper.findFirstOrThrow({
    where: { ballotId: ballot.id },
  });
  const record = `${event?.publicData}${event?.privateData}`;
  for (const word of [ballot.options[1] ?? '', receipt]) expect(record).not.toContain(word);
  const told = await test.database.read.outboxJob.findUniqueOrThrow({
    where: { idempotencyKey: `notify:${event?.id}` },
  });
  expect(JSON.parse(told.payload)).toMatchObject({ audience: [{ kind: 'person', personId: 'ann' }] });
  const page = await ballotPage(await test.asPerson('ann'), ballot.id);
  expect(page.own).toEqual({ receipt, choice, byOther: false });
});

it('tells whoever was helped before it is too late to change the vote, and at the end of voting at the latest', async () => {
  const acts = (id: string) =>
    test.database.read.event.count({ where: { type: 'ballot.voted-at-counter', subjectId: id } });
  const short = await openBallotOf(test, { closesAt: later(4) });
  await voteAtCounter(await test.asPerson('staff1'), short.id, { personId: 'ann', choice: pick(short, 1) });
  test.clock.set(new Date(later(1.5)));
  await tellDueHelp(test.as('system'));
  expect(await acts(short.id)).toBe(1);
  await voteAtCounter(await test.asPerson('staff1'), short.id, { personId: 'bob', choice: pick(short, 1) });
  test.clock.set(new Date(later(3)));
  await openAndCloseDueBallots(test.as('system'));
  expect(await acts(short.id)).toBe(2);
});

it('takes the place of no vote that is there, and shows staff no receipt; the person changes it at home', async () => {
  const ballot = await openBallotOf(test);
  const staff = await test.asPerson('staff1');
  const { receipt } = await vote(test, 'ann', ballot.id, pick(ballot, 0));
  const again = voteAtCounter(staff, ballot.id, { personId: 'ann', choice: pick(ballot, 1) });
  await expect(again).rejects.toMatchObject({ code: 'conflict', reason: 'ballots.has-voted' });
  await voteAtCounter(staff, ballot.id, { personId: 'bob', choice: pick(ballot, 1) });
  await expect(
    voteAtCounter(staff, ballot.id, { personId: 'bob', choice: pick(ballot, 2) }),
  ).rejects.toMatchObject({ reason: 'ballots.has-voted' });
  for (const query of ['%', '_', '\\'])
    expect((await counterPage(staff, ballot.id, { query, personId: '' })).found).toEqual([]);
  expect((await counterPage(staff, ballot.id, { query: 'ＡＮＮ', personId: '' })).found).toHaveLength(1);
  const page = JSON.stringify(await counterPage(staff, ballot.id, { query: 'ann', personId: '' }));
  expect(page).toContain('"voted":true');
  expect(page).not.toContain(receipt);
  const before = (await ballotPage(await test.asPerson('bob'), ballot.id)).own?.receipt;
  const home = await vote(test, 'bob', ballot.id, pick(ballot, 0));
  expect(home.changed).toBe(true);
  expect(home.receipt).not.toBe(before);
});

it('lets nobody but moderators and who called it lead a ballot or stand at its counter', async () => {
  await makeOrganisation(test, { id: 'org-dept', kind: 'department', members: { dan: 'representative' } });
  const department = await test.asPerson('dan', 'org-dept');
  const theirs = await openBallotOf(test, { areaId: communityId });
  const own = await openBallotOf(test, { areaId: communityId }, department);
  await expect(cancelBallot(department, theirs.id, '不归我管')).rejects.toMatchObject({ code: 'forbidden' });
  await expect(
    extendBallot(department, theirs.id, { closesAt: new Date(later(9)), reason: '不归我管' }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  const search = { query: '', personId: '' };
  await expect(counterPage(department, theirs.id, search)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(sheetsPage(department, theirs.id)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(
    voteAtCounter(department, theirs.id, { personId: 'ann', choice: pick(theirs, 0) }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  const { cancelling, assisting } = await ballotPage(department, theirs.id);
  expect([cancelling.allowed, assisting.allowed]).toEqual([false, false]);
  expect((await ballotPage(department, own.id)).cancelling.allowed).toBe(true);
  await cancelBallot(department, own.id, '名称写错了');
});

it('lets nobody help but staff of the area, nobody vote for oneself, and nobody from outside vote', async () => {
  const ballot = await openBallotOf(test);
  const choice = pick(ballot, 0);
  const help = async (who: string, personId: string) =>
    voteAtCounter(await test.asPerson(who), ballot.id, { personId, choice });
  await expect(help('bob', 'ann')).rejects.toMatchObject({ reason: 'ballots.not-staff' });
  await expect(help('staff1', 'staff1')).rejects.toMatchObject({ reason: 'ballots.not-for-oneself' });
  await expect(help('staff1', 'stranger')).rejects.toMatchObject({ reason: 'ballots.not-in-electorate' });
  await expect(
    counterPage(await test.asPerson('bob'), ballot.id, { query: 'ann', personId: '' }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  const { found } = await counterPage(await test.asPerson('staff1'), ballot.id, {
    query: 'an',
    personId: '',
  });
  expect(found.map((one) => one.personId)).toEqual(['ann', 'dan']);
});

it('gives one vote to who takes a sheet of paper, and to the household', async () => {
  const ballot = await openBallotOf(test, { paperVoting: 'on', unit: 'household' });
  const staff = await test.asPerson('staff1');
  await handOutPaper(staff, ballot.id, 'mother');
  await expect(vote(test, 'mother', ballot.id, pick(ballot, 0))).rejects.toMatchObject({
    reason: 'ballots.took-paper',
  });
  await expect(vote(test, 'father', ballot.id, pick(ballot, 0))).rejects.toMatchObject({
    reason: 'ballots.household-voted',
  });
  await expect(handOutPaper(staff, ballot.id, 'father')).rejects.toMatchObject({ code: 'conflict' });
  await vote(test, 'bob', ballot.id, pick(ballot, 0));
  await expect(handOutPaper(staff, ballot.id, 'bob')).rejects.toMatchObject({ reason: 'ballots.has-voted' });
});

it('counts sheets only after two people read each alike and all are declared to be in', async () => {
  const ballot = await openBallotOf(test, { paperVoting: 'on' });
  const [one, two, three] = [
    await test.asPerson('staff1'),
    await test.asPerson('staff2'),
    await test.asPerson('staff3'),
  ];
  for (const person of ['ann', 'bob', 'cai']) await handOutPaper(one, ballot.id, person);
  await vote(test, 'dan', ballot.id, pick(ballot, 2));
  const enter = (who: typeof one, number: number, choice: Choice | null) =>
    enterSheet(who, ballot.id, { number, choice });
  expect(await enter(one, 1, pick(ballot, 0))).toBe('first');
  expect(await enter(two, 1, pick(ballot, 0))).toBe('agrees');
  expect(await enter(one, 2, pick(ballot, 0))).toBe('first');
  expect(await enter(two, 2, pick(ballot, 1))).toBe('differs');
  await closeNow(test);
  const state = async () => (await ballotPage(test.as('visitor'), ballot.id)).ballot.state;
  expect(await state()).toBe('counting');
  await expect(completeSheets(one, ballot.id)).rejects.toMatchObject({
    reason: 'ballots.sheets-unsettled',
    params: { unsettled: 1 },
  });
  expect(await enter(three, 2, pick(ballot, 1))).toBe('agrees');
  await expect(enter(two, 2, pick(ballot, 0))).rejects.toMatchObject({
    reason: 'ballots.sheet-settled-already',
  });
  await enter(one, 3, null);
  await enter(two, 3, null);
  const { sheets, taken } = await sheetsPage(one, ballot.id);
  expect([taken, sheets.map((sheet) => sheet.state)]).toEqual([3, ['settled', 'settled', 'settled']]);
  expect(sheets.map((sheet) => sheet.readers)).toEqual([
    ['staff1', 'staff2'],
    ['staff1', 'staff2', 'staff3'],
    ['staff1', 'staff2'],
  ]);
  expect(JSON.stringify(sheets)).not.toContain(ballot.options[0]);
  await completeSheets(one, ballot.id);
  await expect(enter(one, 4, pick(ballot, 0))).rejects.toMatchObject({ reason: 'ballots.sheets-complete' });
  await openAndCloseDueBallots(test.as('system'));
  expect(await state()).toBe('closed');
  const record = JSON.parse(await recordText(test, ballot.id)) as {
    papers: { receipt: string; choice: Choice }[];
    result: { papers: number; invalid: number };
  };
  expect(record.result).toMatchObject({ papers: 3, invalid: 1 });
  const bySheet = record.papers.filter(({ receipt }) => receipt.startsWith('sheet'));
  expect(bySheet).toEqual([
    { receipt: 'sheet00001', choice: pick(ballot, 0) },
    { receipt: 'sheet00002', choice: pick(ballot, 1) },
    { receipt: 'sheet00003', choice: spoiltPaper },
  ]);
});

it('refuses more sheets than were handed out', async () => {
  const ballot = await openBallotOf(test, { paperVoting: 'on' });
  const [one, two] = [await test.asPerson('staff1'), await test.asPerson('staff2')];
  await handOutPaper(one, ballot.id, 'ann');
  for (const number of [1, 2])
    for (const who of [one, two]) await enterSheet(who, ballot.id, { number, choice: pick(ballot, 0) });
  await closeNow(test);
  await expect(completeSheets(one, ballot.id)).rejects.toMatchObject({
    reason: 'ballots.too-many-sheets',
    params: { sheets: 2, taken: 1 },
  });
});

it('takes a sheet back whose number was mistyped, settled or not, and has it read by two again', async () => {
  const ballot = await openBallotOf(test, { paperVoting: 'on' });
  const [one, two] = [await test.asPerson('staff1'), await test.asPerson('staff2')];
  for (const person of ['ann', 'bob']) await handOutPaper(one, ballot.id, person);
  const read = async (number: number, at: number) => {
    const entry = { number, choice: pick(ballot, at) };
    await enterSheet(one, ballot.id, entry);
    return enterSheet(two, ballot.id, entry);
  };
  // Sheet 1 was entered as 2: the real 2 is refused, and 1 is missing.
  await read(2, 0);
  await expect(read(2, 1)).rejects.toMatchObject({ reason: 'ballots.sheet-settled-already' });
  await withdrawSheet(two, ballot.id, { number: 2, reason: '1 号票错录成 2 号' });
  expect([await read(1, 0), await read(2, 1)]).toEqual(['agrees', 'agrees']);
  await expect(withdrawSheet(one, ballot.id, { number: 3, reason: '没有这张票' })).rejects.toMatchObject({
    field: 'withdrawn',
  });
  await closeNow(test);
  await completeSheets(one, ballot.id);
  await expect(withdrawSheet(one, ballot.id, { number: 1, reason: '已经太晚了' })).rejects.toMatchObject({
    reason: 'ballots.sheets-complete',
  });
});
