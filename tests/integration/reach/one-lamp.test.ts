import { afterAll, beforeAll, expect, it } from 'vitest';
import { act, answer, makeOffices } from '../../factories/work-orders';
import { makeFeedback } from '../../factories/feedback';
import { makePerson } from '../../factories/proposals';
import { runJobs } from '../../setup/jobs';
import { openPushService } from '../../setup/push-service';
import type { PushService } from '../../setup/push-service';
import { reaching, addDeviceOf } from '../../setup/reaching';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import { follow } from '~/domains/notifications/index.server';
import { registerWorkOrder } from '~/domains/workorders/registering/register-work-order.server';

let test: TestContext;
let service: PushService;
beforeAll(async () => {
  test = reaching(await testContext());
  service = await openPushService();
  await makeOffices(test);
  await makePerson(test, 'neighbour');
});
afterAll(async () => {
  await service.close();
  await test.dispose();
});

/** Longer than what is told together waits, and well within the day. */
async function later(minutes: number): Promise<void> {
  await runJobs(test);
  test.clock.advance(minutes * 60_000);
  await runJobs(test);
}

const mailsTo = (personId: string) =>
  test.database.read.mail.findMany({ where: { personId }, orderBy: { id: 'asc' } });

it('what is told of one lamp from filing to the question whether it is solved is two mails and two pushes', async () => {
  await addDeviceOf(test, 'asker', service.device('asker'));
  const feedback = await makeFeedback(test, 'asker', { title: '东门路灯不亮' });
  await test.database.transaction((tx) =>
    follow(tx, {
      ...{ personId: 'neighbour', subjectKind: 'feedback', subjectId: feedback },
      at: test.clock.now(),
    }),
  );
  await later(40);
  const moderator = await test.asPerson('moderator');
  const id = await registerWorkOrder(moderator, {
    ...{ subjectKind: 'feedback', subjectId: feedback, title: '东门路灯不亮', description: '请修复路灯。' },
    ...{
      category: 'environment',
      departmentId: '',
      externalNumber: '',
      deadline: undefined,
      urgency: 'normal',
    },
  } as never);
  await later(40);
  await act(test, 'moderator', { id, act: 'dispatch', departmentId: 'water' } as never);
  await later(40);
  await act(test, 'water-clerk', { id, act: 'accept' });
  await later(40);
  await act(test, 'water-clerk', { id, act: 'finish', report: '路灯已经修好，夜间复核过。' });
  await later(40);

  const inbox = await test.database.read.notification.findMany({
    where: { personId: 'asker' },
    orderBy: { eventId: 'asc' },
  });
  expect(inbox.map(({ type }) => type)).toEqual([
    'work-order.registered',
    'work-order.dispatched',
    'work-order.accepted',
    'work-order.done',
    'work-order.call-back-asked',
  ]);
  const mails = await mailsTo('asker');
  expect(mails.map(({ subject }) => subject)).toEqual([
    '2 条新动态 · 共治',
    expect.stringContaining('东门路灯不亮'),
  ]);
  const pushes = service.pushed('asker');
  expect(pushes.map(({ message }) => message.body)).toEqual([
    '您关注的事项有 2 条新进展',
    '有一个问题请您回答',
  ]);
  // The later takes the place of the earlier on the phone.
  expect(new Set(pushes.map(({ message }) => message.tag)).size).toBe(1);

  // Who only follows is told that it is done, with the steps between.
  const followed = await mailsTo('neighbour');
  expect(followed.map(({ subject }) => subject)).toEqual(['2 条新动态 · 共治', '2 条新动态 · 共治']);

  await answer(test, id, true);
  await later(40);
  expect(await mailsTo('asker')).toHaveLength(2);
  expect(service.pushed('asker')).toHaveLength(2);
});
