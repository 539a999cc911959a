import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  callOf,
  finishCall,
  makeCall,
  makeFinishedCall,
  questionOf,
} from '../../../../tests/factories/calls';
import { communityId, makePerson } from '../../../../tests/factories/proposals';
import { makeOffices, stateOf } from '../../../../tests/factories/work-orders';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { seenBy } from '../../../../tests/setup/seen-by';
import { readReporters, reportersBehind, reportersPage } from '../../bridges/index.server';
import { mergeOrders } from '../steps/merge-orders.server';
import { factsOfOrders } from '../reads/order-facts.query.server';
import { workOrderPage } from '../reads/work-order.query.server';
import { mostTries, sameTryMinutes } from '../lifecycle';
import { readCallerToAsk } from './caller-to-ask.server';
import { callerCallBackPage } from './caller-call-back.query.server';
import { recordCallBack } from './record-call-back.server';
import type { CallerAnswer } from './schema';
import { takeCall } from './take-call.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
  await makePerson(test, 'clerk', { role: 'staff', areaId: communityId });
  await makePerson(test, 'stranger');
});
afterAll(() => test.dispose());

const answer = (callBackId: string, change: Partial<CallerAnswer> = {}): CallerAnswer =>
  ({
    ...{ reached: 'yes', callBackId, solved: true, contacted: true, rating: 4, words: '师傅当天就来了' },
    ...change,
  }) as CallerAnswer;
const asModerator = () => test.asPerson('moderator');

describe('a call', () => {
  it('becomes an order with a number, whose caller is sealed and opened with a reason alone', async () => {
    const { id, number } = await takeCall(await asModerator(), callOf());
    expect(number).toMatch(/^GZ\d{12}$/);
    const row = await test.database.read.workOrderCaller.findFirstOrThrow({ where: { workOrderId: id } });
    expect(row.sealedContact).not.toContain('王');
    expect(await reportersBehind(await test.asPerson('stranger'), id)).toBeNull();
    await expect(
      readReporters(await test.asPerson('roads-clerk'), { workOrderId: id, reason: '看看' }),
    ).rejects.toThrow();
    const reason = '上门前约时间';
    const read = await readReporters(await test.asPerson('water-clerk'), { workOrderId: id, reason });
    expect(read).toMatchObject([{ name: '王小明', phone: '138 0000 1234', channel: 'phone' }]);
    const record = await test.database.read.event.findFirstOrThrow({
      where: { type: 'bridge.reporter-read', subjectId: id },
    });
    expect([record.actorPersonId, record.isPublic]).toEqual(['water-clerk', false]);
  });

  it('is taken by staff of the area, who do not dispatch, and by nobody else', async () => {
    const clerk = await test.asPerson('clerk');
    const { id } = await takeCall(clerk, callOf({ departmentId: '', title: '西门井盖松动' }));
    expect((await stateOf(test, id)).state).toBe('registered');
    await expect(takeCall(clerk, callOf({ title: '派给部门' }))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(takeCall(clerk, callOf({ areaId: '421003', departmentId: '' }))).rejects.toMatchObject({
      reason: 'work-orders.calls-by-staff',
    });
    await expect(takeCall(await test.asPerson('stranger'), callOf())).rejects.toMatchObject({
      reason: 'work-orders.calls-by-staff',
    });
  });

  it('is refused where its public words name the caller, at the field', async () => {
    await expect(
      takeCall(await asModerator(), callOf({ description: '王小明说路灯不亮。' })),
    ).rejects.toMatchObject({ field: 'description', reason: 'work-orders.names-caller' });
  });

  it('in confidence is read by those who work on it alone, and stands nowhere else', async () => {
    const title = '三楼夜里打麻将吵闹';
    const id = await makeCall(test, {
      isConfidential: true,
      title,
      description: `${title}，请不要说是我讲的。`,
    });
    const stranger = await test.asPerson('stranger');
    await expect(workOrderPage(stranger, id)).rejects.toMatchObject({ reason: 'work-orders.not-public' });
    for (const who of [stranger, test.as('visitor'), await test.asPerson('roads-clerk')])
      expect(await seenBy(test, title, who)).not.toContain('打麻将');
    for (const who of ['moderator', 'water-clerk', 'clerk'])
      expect((await workOrderPage(await test.asPerson(who), id)).audience).toBe('confidential');
  });
});

describe('the call-back by phone', () => {
  it('is written down by a coordinator in the caller’s words, and decides', async () => {
    const id = await makeFinishedCall(test);
    const page = await callerCallBackPage(await asModerator(), id);
    expect(page.waiting).toHaveLength(1);
    await recordCallBack(await asModerator(), id, answer(await questionOf(test, id)));
    expect((await stateOf(test, id)).state).toBe('rated');
    const { rounds } = await workOrderPage(await asModerator(), id);
    expect(rounds[0]).toMatchObject({ callBack: { solved: 1, rating: 4 }, words: ['师傅当天就来了'] });
    expect((await workOrderPage(test.as('visitor'), id)).rounds[0]?.words).toEqual([]);
    const [facts] = await test.database.transaction((tx) => factsOfOrders(tx, [id]));
    expect(facts).toMatchObject({
      verdict: 'solved',
      answers: [{ solved: true, contacted: true, rating: 4 }],
    });
  });

  it('that says “not solved” reopens the order, and both rounds stay', async () => {
    const id = await makeFinishedCall(test);
    const no = { solved: false, rating: 1, words: '晚上还是不亮' };
    await recordCallBack(await asModerator(), id, answer(await questionOf(test, id), no as never));
    expect((await stateOf(test, id)).state).toBe('dispatched');
    await finishCall(test, id);
    await recordCallBack(await asModerator(), id, answer(await questionOf(test, id)));
    const { rounds } = await workOrderPage(await asModerator(), id);
    expect(rounds.map(({ words, report }) => [words, Boolean(report)])).toEqual([
      [['晚上还是不亮'], true],
      [['师傅当天就来了'], true],
    ]);
  });

  it('that reaches nobody stays open and stands in the history', async () => {
    const id = await makeFinishedCall(test);
    const callBackId = await questionOf(test, id);
    const inVain = async () => recordCallBack(await asModerator(), id, { reached: 'no', callBackId });
    const noted = () =>
      test.database.read.event.count({ where: { subjectId: id, type: 'work-order.caller-not-reached' } });
    await inVain();
    await inVain();
    expect((await stateOf(test, id)).state).toBe('done');
    expect(await noted()).toBe(1);
    for (let tries = 1; tries < mostTries; tries += 1) {
      test.clock.advance(sameTryMinutes * 60_000);
      await inVain();
    }
    test.clock.advance(sameTryMinutes * 60_000);
    await expect(inVain()).rejects.toMatchObject({ reason: 'work-orders.tried-often' });
    expect(await noted()).toBe(mostTries);
    expect((await callerCallBackPage(await asModerator(), id)).waiting).toMatchObject([{ tries: mostTries }]);
    await recordCallBack(await asModerator(), id, answer(callBackId));
    await expect(recordCallBack(await asModerator(), id, answer(callBackId))).rejects.toMatchObject({
      reason: 'work-orders.caller-answered',
    });
  });

  it('is not for the department that did the work, nor for a coordinator who acts for it', async () => {
    const id = await makeFinishedCall(test);
    const callBackId = await questionOf(test, id);
    await expect(
      recordCallBack(await test.asPerson('water-clerk'), id, answer(callBackId)),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await makePerson(test, 'both', { role: 'moderator', areaId: '421002' });
    await test.database.transaction((tx) =>
      tx.prisma.organisationMember.create({
        data: {
          ...{ organisationId: 'water', personId: 'both', mandate: 'representative' },
          createdAt: test.clock.now(),
        },
      }),
    );
    await expect(recordCallBack(await test.asPerson('both'), id, answer(callBackId))).rejects.toMatchObject({
      reason: 'work-orders.own-work',
    });
  });

  it('says on the order who asks next, to those who work on it and may not as well', async () => {
    const id = await makeFinishedCall(test);
    const asking = async (who: string) => {
      const page = await workOrderPage(who === 'visitor' ? test.as('visitor') : await test.asPerson(who), id);
      const { callersWaiting, callersToAsk, othersCall } = page;
      return { callersWaiting, callersToAsk, othersCall };
    };
    expect(await asking('water-clerk')).toEqual({ callersWaiting: 1, callersToAsk: 0, othersCall: true });
    expect(await asking('moderator')).toEqual({ callersWaiting: 1, callersToAsk: 1, othersCall: false });
    expect(await asking('visitor')).toEqual({ callersWaiting: 1, callersToAsk: 0, othersCall: false });
    await recordCallBack(await asModerator(), id, answer(await questionOf(test, id)));
    expect(await asking('water-clerk')).toEqual({ callersWaiting: 0, callersToAsk: 0, othersCall: false });
  });

  it('opens the number of the one caller who is asked, and says so on record', async () => {
    const stays = await makeCall(test, { title: '西门路灯不亮' });
    const other = { callerName: '赵女士', callerPhone: '0716-8000000', title: '西门灯坏' };
    const goes = await makeCall(test, other);
    const { version } = await stateOf(test, goes);
    const { number } = await stateOf(test, stays);
    await mergeOrders(await asModerator(), { id: goes, version, number, reason: '同一处路灯' });
    await finishCall(test, stays);
    const [first, second] = (await callerCallBackPage(await asModerator(), stays)).waiting;
    const asked = { workOrderId: stays, callBackId: first?.id ?? '' };
    expect(await readCallerToAsk(await asModerator(), asked)).toEqual({
      ...{ callBackId: first?.id, name: '王小明', phone: '138 0000 1234' },
    });
    const { reads } = await reportersPage(await asModerator(), stays);
    expect(reads).toMatchObject([{ by: 'moderator', reason: '办结回访' }]);
    await expect(readCallerToAsk(await test.asPerson('water-clerk'), asked)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const elsewhere = { ...asked, workOrderId: await makeFinishedCall(test, { title: '北门井盖响' }) };
    await expect(readCallerToAsk(await asModerator(), elsewhere)).rejects.toMatchObject({ code: 'conflict' });
    await recordCallBack(await asModerator(), stays, answer(asked.callBackId));
    await expect(readCallerToAsk(await asModerator(), asked)).rejects.toMatchObject({ code: 'conflict' });
    const left = { ...asked, callBackId: second?.id ?? '' };
    expect(await readCallerToAsk(await asModerator(), left)).toMatchObject({ name: '赵女士' });
  });

  it('asks callers of merged orders with the order that took them in, and nobody without a number', async () => {
    const stays = await makeCall(test);
    const goes = await makeCall(test, {
      callerName: '李女士',
      callerPhone: '0716-8123456',
      title: '东门灯坏',
    });
    const { version } = await stateOf(test, goes);
    const { number } = await stateOf(test, stays);
    await mergeOrders(await asModerator(), { id: goes, version, number, reason: '同一处路灯' });
    await finishCall(test, stays);
    expect((await callerCallBackPage(await asModerator(), stays)).waiting).toHaveLength(2);
    const silent = await makeFinishedCall(test, { callerPhone: '', title: '南门路灯不亮' });
    expect((await callerCallBackPage(await asModerator(), silent)).waiting).toEqual([]);
  });
});
