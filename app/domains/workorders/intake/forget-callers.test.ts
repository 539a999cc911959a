import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeCall, makeFinishedCall, questionOf } from '../../../../tests/factories/calls';
import { makeOffices, stateOf } from '../../../../tests/factories/work-orders';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { readReporters } from '../../bridges/index.server';
import { daysWithContact } from '../../held-terms';
import { recurringJobs } from '../../registry.server';
import { recordCallBack } from './record-call-back.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
});
afterAll(() => test.dispose());

const forget = () => recurringJobs(test.as('system'))['work-orders.callers']?.run();
const callerOf = (workOrderId: string) =>
  test.database.read.workOrderCaller.findFirstOrThrow({ where: { workOrderId } });

it('forgets how to reach a caller so many days after the order is closed, and not a day before', async () => {
  const over = await makeFinishedCall(test);
  const callBackId = await questionOf(test, over);
  const words = { contacted: true, rating: 5, words: '亮了' } as const;
  await recordCallBack(await test.asPerson('moderator'), over, {
    ...{ reached: 'yes', callBackId, solved: true, ...words },
  });
  const waits = await makeFinishedCall(test, { title: '南门路灯不亮' });
  const open = await makeCall(test, { title: '北门路灯不亮' });
  expect((await stateOf(test, over)).state).toBe('rated');
  test.clock.advance((daysWithContact - 1) * 24 * 3600_000);
  await forget();
  expect((await callerOf(over)).sealedContact).not.toBeNull();
  test.clock.advance(2 * 24 * 3600_000);
  await forget();
  expect(await callerOf(over)).toMatchObject({ sealedContact: null, hasPhone: false, channel: 'phone' });
  for (const id of [waits, open]) expect((await callerOf(id)).sealedContact).not.toBeNull();
  const reading = { workOrderId: over, reason: '再问一次' };
  await expect(readReporters(await test.asPerson('moderator'), reading)).rejects.toMatchObject({
    code: 'not-found',
  });
});
