import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeOrganisation } from '../../../../tests/factories/organisations';
import { makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { activity, fillShift, hour, makeShift, noticesOf } from '../../../../tests/factories/volunteering';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { moderationLog, moderationQueue } from '../../moderation/index.server';
import { erasePerson } from '../../own-data.server';
import { confirmAttendance } from './confirm-attendance.server';
import { publishOpportunity } from '../opportunity.server';
import { ownVolunteering } from '../own-volunteering.query.server';
import { appealRecord, decideRecordAppeal } from './appeal-record.server';
import { answerObjection, objectToRecord } from './object.server';
import { recordAppealPage } from './record-appeal.query.server';

let test: TestContext;
let signUpId: string;

beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  for (const id of ['coordinator', 'one', 'two']) await makePerson(test, id);
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  // Moderates, and belongs to the organisation.
  await makePerson(test, 'both', { role: 'moderator', areaId: '421002' });
  const members = { coordinator: 'representative', both: 'member' } as const;
  await makeOrganisation(test, { id: 'helpers', members });
});
afterAll(() => test.dispose());

const organiser = () => test.asPerson('coordinator', 'helpers');
const words = '我全程在场，签到表上有签名，可以找同组的人核对。';
const row = () => test.database.read.signUp.findUniqueOrThrow({ where: { id: signUpId } });
const appeal = async (who = 'one') => appealRecord(await test.asPerson(who), signUpId, words);
const decide = async (who: string, outcome: 'stands' | 'yes' | 'excused', hours = 0) =>
  decideRecordAppeal(await test.asPerson(who), signUpId, { outcome, hours, reason: '签到表与证人一致' });

beforeEach(async () => {
  const opportunityId = await publishOpportunity(await organiser(), activity);
  const shiftId = await makeShift(test, opportunityId, { hours: 5, capacity: 2 });
  await fillShift(test, shiftId, ['one']);
  signUpId = (await test.database.read.signUp.findFirstOrThrow({ where: { shiftId } })).id;
  test.clock.advance(8 * hour);
  await confirmAttendance(await organiser(), { signUpId, attended: 'no', hours: 0, reason: '' });
  test.clock.advance(hour);
  await objectToRecord(await test.asPerson('one'), signUpId, '我到场了');
});
const refuse = async () => answerObjection(await organiser(), signUpId, '名单上没有您的签名');

describe('an appeal about the record of a shift', () => {
  it('is made by the volunteer once the organisers refused, and waits for a moderator', async () => {
    await expect(appeal()).rejects.toMatchObject({ reason: 'volunteering.nothing-to-appeal' });
    await refuse();
    await expect(appeal('two')).rejects.toMatchObject({ reason: 'volunteering.own-appeals' });
    const mine = async () => (await ownVolunteering(await test.asPerson('one'), 'one')).rows[0];
    expect(await mine()).toMatchObject({ mayAppeal: true, appealed: false });
    await appeal();
    expect(await mine()).toMatchObject({ mayAppeal: false, appealed: true, mayObject: false });
    const { items } = await moderationQueue(await test.asPerson('moderator'), { kind: 'record-appeal' });
    expect(items.find(({ subjectId }) => subjectId === signUpId)).toMatchObject({ detail: words });
    expect(await noticesOf(test, 'moderator')).toContain('申诉等待处理');
    await expect(appeal()).rejects.toMatchObject({ reason: 'volunteering.appealed-already' });
    // Nobody of whom somebody complained changes what a moderator looks at.
    const change = { signUpId, attended: 'no' as const, hours: 0, reason: '再次核对' };
    await expect(confirmAttendance(await organiser(), change)).rejects.toMatchObject({
      reason: 'volunteering.record-appealed',
    });
  });

  it('is decided by a moderator who neither belongs there nor decided before', async () => {
    await refuse();
    await appeal();
    await expect(decide('both', 'stands')).rejects.toMatchObject({ reason: 'volunteering.second-instance' });
    for (const who of ['coordinator', 'one'])
      await expect(decide(who, 'stands')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(decide('moderator', 'yes', 9)).rejects.toMatchObject({ field: 'hours' });
    await decide('moderator', 'yes', 2);
    expect(await row()).toMatchObject({ state: 'attended', minutes: 120, appealAnswer: '签到表与证人一致' });
    for (const who of ['one', 'coordinator']) expect(await noticesOf(test, who)).toContain('申诉成立');
    await expect(decide('moderator', 'stands')).rejects.toMatchObject({ reason: 'already-decided' });
    await expect(objectToRecord(await test.asPerson('one'), signUpId, '还不够')).rejects.toMatchObject({
      reason: 'volunteering.appealed-already',
    });
    const { items } = await moderationLog(test.as('visitor'), undefined);
    expect(items.filter(({ kind }) => kind === 'record-appeal')).toEqual([]);
  });

  it('that is dismissed leaves the record; too late there is none', async () => {
    await refuse();
    test.clock.advance(31 * 24 * hour);
    await expect(appeal()).rejects.toMatchObject({ reason: 'volunteering.appeal-too-late' });
    test.clock.advance(-31 * 24 * hour);
    await appeal();
    await decide('moderator', 'stands');
    expect(await row()).toMatchObject({ state: 'absent', minutes: 0 });
    expect(await noticesOf(test, 'one')).toContain('维持原记录');
  });

  it('is read by whom it concerns, who organises, and a moderator once one is asked', async () => {
    await refuse();
    const read = async (who: string) => recordAppealPage(await test.asPerson(who), signUpId);
    await expect(read('moderator')).rejects.toMatchObject({ code: 'forbidden' });
    await appeal();
    for (const who of ['one', 'coordinator', 'moderator'])
      expect((await read(who)).appeal?.words).toBe(words);
    expect((await read('moderator')).decide.allowed).toBe(true);
    await expect(read('two')).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is over, without its words, where the account is closed', async () => {
    await refuse();
    await makePerson(test, 'leaver');
    await test.database.transaction(({ prisma }) =>
      prisma.signUp.update({ where: { id: signUpId }, data: { personId: 'leaver' } }),
    );
    await appeal('leaver');
    await erasePerson(await test.asPerson('leaver'), 'leaver');
    const item = await test.database.read.queueItem.findFirstOrThrow({ where: { subjectId: signUpId } });
    expect(item).toMatchObject({ state: 'settled', decision: 'withdrawn', detail: '', title: '' });
  });
});
