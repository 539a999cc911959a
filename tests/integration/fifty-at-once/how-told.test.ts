import { afterAll, beforeAll, expect, it } from 'vitest';
import { makePerson } from '../../factories/proposals';
import { act, makeOffices, makeOrder } from '../../factories/work-orders';
import { atOnce } from '../../setup/at-once';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import { openPushService } from '../../setup/push-service';
import type { PushService } from '../../setup/push-service';
import { reaching } from '../../setup/reaching';
import { addDevice, chooseWays, notify, waysSchema } from '~/domains/notifications/index.server';

let test: TestContext;
let service: PushService;
const fifty = Array.from({ length: 50 }, (_none, at) => at);
beforeAll(async () => {
  test = reaching(await testContext());
  service = await openPushService();
  await makeOffices(test);
  await makePerson(test, 'owner');
});
afterAll(async () => {
  await service.close();
  await test.dispose();
});

it('devices of one person are at most ten however many are added at once', async () => {
  const ctx = await test.asPerson('owner');
  const { ok, refused } = await atOnce(fifty, (at) =>
    addDevice(ctx, { ...service.device(`d-${at}`).subscription, name: '', sessionKey: '' }),
  );
  expect([ok.length, refused]).toEqual([10, { 'notifications.devices-full': 40 }]);
  expect(await test.database.read.pushDevice.count({ where: { personId: 'owner' } })).toBe(10);
});

it('the same device that is added at once is one', async () => {
  await makePerson(test, 'other');
  const ctx = await test.asPerson('other');
  const { subscription } = service.device('same');
  const { ok } = await atOnce(fifty, () => addDevice(ctx, { ...subscription, name: '', sessionKey: '' }));
  expect(ok).toHaveLength(50);
  expect(await test.database.read.pushDevice.count({ where: { personId: 'other' } })).toBe(1);
});

it('how a person is told is as one of those who saved at once chose it, whole', async () => {
  const ctx = await test.asPerson('owner');
  const { ok } = await atOnce(fifty, (at) => {
    const mail = at % 2 === 0 ? 'daily' : 'weekly';
    const form = { mailFrequency: mail, quietStart: '22:00', quietEnd: at % 2 === 0 ? '06:00' : '07:00' };
    return chooseWays(ctx, waysSchema.parse({ ...form, 'mail-matters': mail, 'mail-own': mail }));
  });
  expect(ok).toHaveLength(50);
  const { mailFrequency } = await test.database.read.person.findUniqueOrThrow({ where: { id: 'owner' } });
  const ways = await test.database.read.noticeWay.findMany({
    where: { personId: 'owner', mail: { not: '' } },
  });
  expect(ways.map(({ mail }) => mail)).toEqual([mailFrequency, mailFrequency]);
  const { quietEnd } = await test.database.read.noticeSetting.findUniqueOrThrow({
    where: { personId: 'owner' },
  });
  expect(quietEnd).toBe(mailFrequency === 'daily' ? '06:00' : '07:00');
});

it('two events of one act are told once, whichever of their jobs is first', async () => {
  for (let round = 0; round < 5; round += 1) {
    const id = await makeOrder(test);
    await act(test, 'water-clerk', { id, act: 'accept' });
    await act(test, 'water-clerk', { id, act: 'finish', report: '已经协调好施工时间，夜间不再施工。' });
    const types = ['work-order.done', 'work-order.call-back-asked'];
    const events = await test.database.read.event.findMany({
      where: { subjectId: id, type: { in: types } },
      orderBy: { type: round % 2 === 0 ? 'asc' : 'desc' },
    });
    expect(events).toHaveLength(2);
    const jobs = await test.database.read.outboxJob.findMany({
      where: { idempotencyKey: { in: events.map((event) => `notify:${event.id}`) } },
    });
    const { ok } = await atOnce([...jobs, ...jobs], ({ payload }) =>
      notify(test.as('system'), JSON.parse(payload)),
    );
    expect(ok).toHaveLength(4);
    const waiting = await test.database.read.notification.count({
      where: { personId: 'asker', eventId: { in: events.map((event) => event.id) }, mailedAt: null },
    });
    expect(waiting, `round ${round}`).toBe(0);
    expect(await test.database.read.mail.count({ where: { personId: 'asker' } })).toBe(round + 1);
  }
});
