import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeElectorate, makeVoter, vote } from '../../../../tests/factories/ballots';
import { communityId } from '../../../../tests/factories/proposals';
import {
  foundAtCounter,
  later,
  lineOf,
  pick,
  rollTable,
  scheduledRoll,
  typedPerson,
} from '../../../../tests/factories/rolls';
import { testContext } from '../../../../tests/setup/context';
import { householdText } from '../../identity/index.server';
import { erasePerson, exportPerson } from '../../own-data.server';
import { voteAtCounter } from '../casting/assist-voter.server';
import { ballotPage } from '../ballot-page.query.server';
import { openAndCloseDueBallots } from '../organising/due-ballots.server';
import { importRoll } from './import-roll.server';
import { joinLine } from './join-line.server';
import { addToRoll, strikeFromRoll } from './keep-roll.server';
import { rollPage } from './roll-page.query.server';
import type { TestContext } from '../../../../tests/setup/context';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeElectorate(test);
});
afterAll(() => test.dispose());

it('names each bad line of a table by its number, and imports none of it', async () => {
  const ballot = await scheduledRoll(test);
  const bad = [
    '姓名,室号,出生年份',
    '王桂兰,3栋401,1941',
    ',3栋402,1950',
    '李建国,5月2日,1950',
    '陈阿婆,5栋101,一九三八',
    '小明,5栋102,2020',
    '无年份,5栋103,',
    ' 王桂兰 ,3－401室,1941年',
    '赵六,4.21003E+17,1950',
    `${'长'.repeat(61)},1,1950`,
  ].join('\n');
  const outcome = await importRoll(await test.asPerson('staff1'), ballot.id, bad);
  expect(outcome.faults.map(({ line, fault }) => `${line} ${fault}`)).toEqual([
    '3 roll-fault.no-name',
    '4 roll-fault.became-day',
    '5 roll-fault.birth-year',
    '6 roll-fault.too-young',
    '7 roll-fault.no-year',
    '8 roll-fault.double',
    '9 roll-fault.spoilt',
    '10 roll-fault.long-name',
  ]);
  expect(await test.database.read.rollLine.count({ where: { ballotId: ballot.id } })).toBe(0);
});

it('keeps who added, struck off and joined, and the same file or form twice changes nothing', async () => {
  const ballot = await scheduledRoll(test);
  const staff = await test.asPerson('staff1');
  expect(await importRoll(staff, ballot.id, rollTable)).toMatchObject({ added: 4, same: 0 });
  expect(await importRoll(staff, ballot.id, rollTable)).toMatchObject({ added: 0, same: 4 });
  await addToRoll(staff, ballot.id, typedPerson('周大爷'));
  await expect(addToRoll(staff, ballot.id, typedPerson('周 大爷'))).rejects.toMatchObject({
    reason: 'ballots.roll-double',
  });
  const wang = await lineOf(test, ballot, '王桂兰');
  for (const reason of ['已迁出社区', '已迁出社区'])
    await strikeFromRoll(staff, ballot.id, { line: wang?.id ?? '', reason });
  expect(await importRoll(staff, ballot.id, rollTable)).toMatchObject({ added: 0, same: 3, struck: 1 });
  await addToRoll(
    staff,
    ballot.id,
    typedPerson('王桂兰', { unit: '3栋401', birthYear: '1941', reason: '没有迁出' }),
  );
  expect(await lineOf(test, ballot, '王桂兰')).toMatchObject({ standing: 'listed', addedReason: '没有迁出' });
  const acts = await test.database.read.event.groupBy({
    by: ['type'],
    where: { subjectId: ballot.id, type: { startsWith: 'ballot.roll-' } },
    _count: true,
    orderBy: { type: 'asc' },
  });
  expect(acts.map(({ type, _count }) => [type, _count])).toEqual([
    ['ballot.roll-added', 2],
    ['ballot.roll-imported', 1],
    ['ballot.roll-read', 1],
    ['ballot.roll-struck', 1],
  ]);
  const stored = JSON.stringify(
    await test.database.read.rollLine.findMany({ where: { ballotId: ballot.id } }),
  );
  for (const word of ['王桂兰', '周大爷', '3栋', '1941']) expect(stored).not.toContain(word);
});

it('counts a person with an account and a line once, and lets nobody join the own account', async () => {
  const ballot = await scheduledRoll(test);
  const moderator = await test.asPerson('moderator');
  await importRoll(moderator, ballot.id, rollTable);
  const [wang, li] = [await lineOf(test, ballot, '王桂兰'), await lineOf(test, ballot, '李建国')];
  const join = (line: typeof wang, email: string, who = moderator) =>
    joinLine(who, ballot.id, { line: line?.id ?? '', email });
  await expect(join(wang, 'moderator@example.org')).rejects.toMatchObject({
    reason: 'ballots.roll-own-account',
  });
  await expect(join(wang, 'ann@example.org', await test.asPerson('staff1'))).rejects.toMatchObject({
    code: 'forbidden',
  });
  await join(wang, 'ann@example.org');
  await join(wang, 'ann@example.org');
  await expect(join(li, 'ann@example.org')).rejects.toMatchObject({ reason: 'ballots.roll-account-taken' });
  await expect(join(wang, 'bob@example.org')).rejects.toMatchObject({ reason: 'ballots.roll-line-joined' });
  const ann = await test.asPerson('ann');
  expect((await ballotPage(ann, ballot.id)).voting).toMatchObject({ reason: 'ballots.will-be-elector' });
  expect((await ballotPage(await test.asPerson('bob'), ballot.id)).voting).toMatchObject({
    reason: 'ballots.not-on-roll',
  });
  test.clock.set(new Date(later(test, 1)));
  await openAndCloseDueBallots(test.as('system'));
  expect((await ballotPage(ann, ballot.id)).ballot.electorateSize).toBe(4);
  await vote(test, 'ann', ballot.id, pick(ballot, 0));
  const [line] = await foundAtCounter(test, ballot, '王桂兰');
  expect(line).toMatchObject({ personId: 'ann', voted: true });
  const again = { personId: line?.personId ?? '', choice: pick(ballot, 1) };
  await expect(voteAtCounter(await test.asPerson('staff1'), ballot.id, again)).rejects.toMatchObject({
    reason: 'ballots.has-voted',
  });
  await expect(vote(test, 'bob', ballot.id, pick(ballot, 0))).rejects.toMatchObject({ code: 'forbidden' });
  await expect(join(li, 'bob@example.org')).rejects.toMatchObject({ reason: 'ballots.roll-frozen' });
});

it('joins by itself the one account of which residence, name and year are those of a line, and never one of two', async () => {
  const ctx = test.as('system');
  const ballot = await scheduledRoll(test);
  const named = (id: string, displayName: string, unit: string) =>
    makeVoter(test, id, ctx.keys.hash(householdText(communityId, unit))).then(() =>
      test.database.transaction((tx) => tx.prisma.person.update({ where: { id }, data: { displayName } })),
    );
  await named('exact', '孙一', '便河路1号3栋401室');
  await named('elsewhere', '孙二', '便河路1号3栋999室');
  await named('twin1', '孙三', '便河路1号3栋403室');
  await named('twin2', '孙三', '便河路1号3栋403室');
  const people =
    '姓名,室号,出生年份\n孙一,便河路1号3栋401室,1980\n孙二,便河路1号3栋402室,1980\n孙三,便河路1号3栋403室,1980';
  expect(await importRoll(await test.asPerson('moderator'), ballot.id, people)).toMatchObject({ joined: 1 });
  const rows = await test.database.read.rollLine.findMany({
    where: { ballotId: ballot.id },
    orderBy: { id: 'asc' },
  });
  expect(rows.map(({ personId }) => personId)).toEqual(['exact', null, null]);
  const page = await rollPage(await test.asPerson('moderator'), ballot.id, {
    query: '孙',
    cursor: undefined,
  });
  expect(page.lines.map(({ like }) => like.map(({ personId }) => personId))).toEqual([
    [],
    ['elsewhere'],
    ['twin1', 'twin2'],
  ]);
});

it('gives out the own line opened, and takes an erased account off a roll that is not frozen', async () => {
  const ballot = await scheduledRoll(test);
  const moderator = await test.asPerson('moderator');
  await importRoll(moderator, ballot.id, rollTable);
  const line = (await lineOf(test, ballot, '王桂兰'))?.id ?? '';
  await makeVoter(test, 'leaver');
  await joinLine(moderator, ballot.id, { line, email: 'leaver@example.org' });
  const own = JSON.stringify(await exportPerson(await test.asPerson('leaver'), 'leaver'));
  expect(own).toContain('3栋401');
  expect(own).not.toMatch(/sealedPerson|identityKey/);
  await erasePerson(await test.asPerson('leaver'), 'leaver');
  expect(await test.database.read.rollLine.findUniqueOrThrow({ where: { id: line } })).toMatchObject({
    personId: null,
    struckAt: null,
  });
});

it('takes a person in again by the same form once they were struck off', async () => {
  const ballot = await scheduledRoll(test);
  const form = { ...(await test.asPerson('staff1')), formDigest: () => Promise.resolve('one form') };
  await addToRoll(form, ballot.id, typedPerson('周大爷'));
  const line = (await lineOf(test, ballot, '周大爷'))?.id ?? '';
  await strikeFromRoll(await test.asPerson('staff1'), ballot.id, { line, reason: '登记时看错了人' });
  await addToRoll(form, ballot.id, typedPerson('周大爷'));
  expect(await lineOf(test, ballot, '周大爷')).toMatchObject({ standing: 'listed' });
});
