import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  closeNow,
  makeBallot,
  makeElectorate,
  openBallotOf,
  recordText,
  statutory,
  vote,
} from '../../../../tests/factories/ballots';
import { openRoll, pick } from '../../../../tests/factories/rolls';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import type { Context } from '../../context';
import { timelineOf } from '../../ledger/index.server';
import { ballotPage } from '../ballot-page.query.server';
import { readBallotRecord } from '../rules/record/read-ballot-record';
import { verifyBallotRecord } from '../rules/record/verify-ballot-record';
import { openAndCloseDueBallots } from './due-ballots.server';
import { recordMeeting } from './record-meeting.server';
import type { RecordedMeeting } from './meeting';
import { sha256 } from '~/lib/sha256';

let test: TestContext;
let moderator: Context;
beforeAll(async () => {
  test = await testContext();
  await makeElectorate(test);
  moderator = await test.asPerson('moderator');
});
afterAll(() => test.dispose());

const typed: RecordedMeeting = {
  ...{ meetingKind: 'household-representatives', convener: '网格长陈慧', meetingPlace: '3 栋架空层' },
};

const rowOf = (id: string) => test.database.read.ballot.findUniqueOrThrow({ where: { id } });

async function recordOf(id: string) {
  const text = await recordText(test, id);
  const reading = readBallotRecord(new TextEncoder().encode(text));
  if (!reading.ok) throw new Error(reading.fault);
  expect(verifyBallotRecord(reading.record).holds).toBe(true);
  // Its bytes are those whose hash went into the public log.
  expect(sha256(text)).toBe((await rowOf(id)).recordDigest);
  return reading.record;
}

it('holds what was given where the ballot was written, with due and present of its own roll', async () => {
  const ballot = await openRoll(test, { ...statutory, entrusted: '0' });
  await closeNow(test);
  const record = await recordOf(ballot.id);
  expect(record.ballot.meeting).toEqual({
    ...{ kind: 'residents', convener: '江汉社区居民委员会', place: '社区会议室' },
  });
  expect(record.electorate.roll).toEqual({ due: 4, present: 0, addedAfterOpening: 0 });
});

it('is completed and corrected until the count, each time in public, and not after it', async () => {
  const ballot = await openBallotOf(test, statutory);
  await recordMeeting(moderator, ballot.id, typed);
  await recordMeeting(moderator, ballot.id, typed);
  await recordMeeting(moderator, ballot.id, { ...typed, meetingPlace: '社区会议室' });
  const { events } = await timelineOf(test.as('visitor'), [{ kind: 'ballot', id: ballot.id }]);
  const told = events.filter(({ type }) => type === 'ballot.meeting-recorded').map(({ details }) => details);
  expect(told.flat()).toEqual([
    '会议类型有改动，见记录',
    '召集人：网格长陈慧（原为：江汉社区居民委员会）',
    '会议地点：3 栋架空层（原为：社区会议室）',
    '会议地点：社区会议室（原为：3 栋架空层）',
  ]);
  await closeNow(test);
  expect((await recordOf(ballot.id)).ballot.meeting).toMatchObject({
    ...{ kind: 'household-representatives', convener: '网格长陈慧', place: '社区会议室' },
  });
  await expect(recordMeeting(moderator, ballot.id, typed)).rejects.toMatchObject({
    ...{ code: 'forbidden', reason: 'ballots.already-over' },
  });
  expect((await ballotPage(moderator, ballot.id)).recording.allowed).toBe(false);
});

it('is corrected by those who lead the ballot, and only where it is a statutory record', async () => {
  const ballot = await makeBallot(test, statutory);
  for (const who of [test.as('visitor'), await test.asPerson('ann'), await test.asPerson('staff1')])
    await expect(recordMeeting(who, ballot.id, typed)).rejects.toBeDefined();
  expect((await ballotPage(await test.asPerson('ann'), ballot.id)).recording.allowed).toBe(false);
  const consultation = await makeBallot(test);
  await expect(recordMeeting(moderator, consultation.id, typed)).rejects.toMatchObject({
    reason: 'ballots.no-statutory-record',
  });
  expect((await ballotPage(moderator, consultation.id)).recording.allowed).toBe(false);
});

it('a ballot of before has none until somebody gives it, and a record that was made without it stays as it is', async () => {
  const older = async () => {
    const ballot = await openBallotOf(test, statutory);
    await test.database.transaction((tx) =>
      tx.prisma.ballot.update({ where: { id: ballot.id }, data: { terms: '{}' } }),
    );
    return ballot;
  };
  const [left, completed] = [await older(), await older()];
  expect((await ballotPage(moderator, left.id)).ballot.terms.meeting).toBeNull();
  await recordMeeting(moderator, completed.id, typed);
  await closeNow(test);
  expect((await recordOf(left.id)).ballot).not.toHaveProperty('meeting');
  expect((await recordOf(completed.id)).ballot.meeting?.convener).toBe('网格长陈慧');
});

it('what is corrected while the papers are being counted is in the record, too', async () => {
  const ballot = await openBallotOf(test, statutory);
  await vote(test, 'ann', ballot.id, pick(ballot, 0));
  test.clock.advance(2 * 3600_000);
  let corrections = 0;
  const system: Context = {
    ...test.as('system'),
    // At each rest of the count.
    giveWay: async () => {
      if ((await rowOf(ballot.id)).state !== 'counting') return;
      corrections += 1;
      await recordMeeting(moderator, ballot.id, { ...typed, convener: `召集人${corrections}` });
    },
  };
  await openAndCloseDueBallots(system);
  expect((await rowOf(ballot.id)).state).toBe('counting');
  await openAndCloseDueBallots(test.as('system'));
  expect((await rowOf(ballot.id)).state).toBe('closed');
  expect((await recordOf(ballot.id)).ballot.meeting?.convener).toBe(`召集人${corrections}`);
});
