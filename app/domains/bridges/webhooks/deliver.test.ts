import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addEndpoint, replay, rotateEndpointSecret, setEndpointState } from './endpoints.server';
import { endpointPage, listEndpoints } from './endpoints.query.server';
import { deliverDue } from './deliver.server';
import { openLanes } from './lanes';
import { tellOutside } from './tell-outside.server';
import { verify } from '../rules/webhooks/signature';
import { schedule } from '../rules/webhooks/retries';
import type { Context } from '../../context';
import { makeFeedback } from '../../../../tests/factories/feedback';
import { makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { testContext, testNow } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { openReceiver } from '../../../../tests/setup/receiver';
import type { ReceivedCall, Receiver } from '../../../../tests/setup/receiver';

let test: TestContext;
let receiver: Receiver;
let admin: Context;
let system: Context;

beforeEach(async () => {
  test = await testContext();
  receiver = await openReceiver();
  await makeAreas(test);
  await makePerson(test, 'resident');
  await makePerson(test, 'admin', { role: 'administrator', areaId: '421002' });
  const near = (ctx: Context) => ({ ...ctx, configuration: { ...ctx.configuration, privateBridges: true } });
  admin = near(await test.asPerson('admin'));
  system = near(test.as('system'));
});
afterEach(async () => {
  await receiver.close();
  await test.dispose();
});

const add = (change: { url?: string; name?: string } = {}) =>
  addEndpoint(admin, { name: '区数据平台', areaId: '421002', url: receiver.url, ...change });

/** Does the outbox jobs of the events, as the worker does, and then a round of deliveries. */
async function tellAll(): Promise<void> {
  const jobs = await test.database.read.outboxJob.findMany({ where: { kind: 'bridge.tell' } });
  for (const { payload } of jobs) await tellOutside(system, JSON.parse(payload));
}
async function round(timeout = 2000): Promise<void> {
  const lanes = openLanes(16, (error) => {
    throw error;
  });
  await deliverDue(system, lanes, timeout);
  await lanes.idle();
}
const received = (call: ReceivedCall | undefined) => ({
  id: String(call?.headers['webhook-id'] ?? ''),
  timestamp: String(call?.headers['webhook-timestamp'] ?? ''),
  signature: String(call?.headers['webhook-signature'] ?? ''),
  body: call?.body ?? '',
});
const later = (seconds: number) => test.clock.set(new Date(test.clock.now().getTime() + seconds * 1000));
const deliveries = () => test.database.read.webhookDelivery.findMany({ orderBy: { id: 'asc' } });

describe('webhooks', () => {
  it('keep what a receiver answers as text of a bounded length, which every database takes', async () => {
    await add();
    receiver.answer = (_call, response) => void response.writeHead(500).end(`\0${'坏😀'.repeat(400)}`);
    await makeFeedback(test, 'resident', { title: '东门路灯不亮' });
    await tellAll();
    await round();
    const [delivery] = await deliveries();
    const words = delivery?.lastError ?? '';
    expect([words.length <= 300, words.includes('\0'), words.endsWith('…')]).toEqual([true, false, true]);
    expect(words).not.toMatch(/\p{Cs}/u);
    expect(delivery).toMatchObject({ state: 'waiting', lastStatus: 500, leasedUntil: null });
  });

  it.each([
    ['says too much behind its status', (response) => void response.writeHead(200).end('y'.repeat(300_000))],
    [
      'ends in the midst of its words',
      (response) => void response.writeHead(200).write('a', () => response.destroy()),
    ],
    ['never comes to an end', (response) => void response.writeHead(200).write('a')],
  ] satisfies [string, (response: ServerResponse) => void][])(
    'are taken by a receiver that %s, and not told again',
    async (_how, answer) => {
      await add();
      receiver.answer = (_call, response) => answer(response);
      await makeFeedback(test, 'resident');
      await tellAll();
      await round(500);
      later(3600);
      await round(500);
      expect(receiver.calls).toHaveLength(1);
      expect(await deliveries()).toMatchObject([{ state: 'delivered', lastStatus: 200, lastError: null }]);
    },
  );

  it('tell of a public event once, signed, with nothing private in it', async () => {
    const { secret } = await add();
    await makeFeedback(test, 'resident', { title: '东门路灯不亮' });
    await makeFeedback(test, 'resident', { title: '不公开的事情', isPublic: 'no' });
    await tellAll();
    await tellAll();
    await round();
    await round();
    expect(receiver.calls).toHaveLength(1);
    const [call] = receiver.calls;
    expect(verify(received(call), [secret], testNow)).toBe('fine');
    expect(call?.headers['content-type']).toBe('application/json');
    const body = JSON.parse(call?.body ?? '') as {
      type: string;
      timestamp: string;
      data: Record<string, unknown>;
    };
    expect(body).toMatchObject({ type: 'feedback.submitted', timestamp: '2026-11-24T08:00:00Z' });
    expect(body.data).toMatchObject({
      kind: 'feedback',
      title: '东门路灯不亮',
      status: 'open',
      area: '421002001001',
    });
    expect(call?.body).not.toContain('resident');
    expect(await deliveries()).toMatchObject([{ state: 'delivered', attempts: 1, lastStatus: 204 }]);
  });

  it('are tried again by the schedule under one id, and then lie among the dead until they are replayed', async () => {
    const { id } = await add();
    receiver.answer = (_call, response) => void response.writeHead(500).end('out of order');
    await makeFeedback(test, 'resident');
    await tellAll();
    for (const seconds of schedule) {
      await round();
      later(seconds * 1.2 + 90);
      await round();
    }
    const [dead] = await deliveries();
    expect(dead).toMatchObject({ state: 'dead', attempts: 10, lastStatus: 500, lastError: 'out of order' });
    expect(receiver.calls).toHaveLength(10);
    expect(new Set(receiver.calls.map((call) => call.headers['webhook-id'])).size).toBe(1);
    expect(new Set(receiver.calls.map((call) => call.headers['webhook-timestamp'])).size).toBeGreaterThan(5);
    receiver.answer = (_call, response) => void response.writeHead(200).end();
    expect(await replay(admin, { endpointId: id, deliveryId: 'all-dead' })).toBe(1);
    await round();
    expect(receiver.calls.at(-1)?.headers['webhook-id']).toBe(dead?.id);
    const page = await endpointPage(admin, id, {});
    expect(page.items[0]).toMatchObject({ state: 'delivered' });
    expect(page.items[0]?.log).toHaveLength(11);
    await expect(replay(admin, { endpointId: id, deliveryId: 'all-dead' })).rejects.toThrow(
      'nothing-to-replay',
    );
  });

  it('wait as long as the receiver asks', async () => {
    await add();
    receiver.answer = (_call, response) => void response.writeHead(429, { 'Retry-After': '1000' }).end();
    await makeFeedback(test, 'resident');
    await tellAll();
    await round();
    later(900);
    await round();
    expect(receiver.calls).toHaveLength(1);
    later(101);
    await round();
    expect(receiver.calls).toHaveLength(2);
  });

  it('end at an endpoint that answers 410, until an administrator takes it up again', async () => {
    const { id } = await add();
    receiver.answer = (_call, response) => void response.writeHead(410).end();
    await makeFeedback(test, 'resident');
    await makeFeedback(test, 'resident');
    await tellAll();
    await round();
    expect(receiver.calls).toHaveLength(1);
    expect(await listEndpoints(admin, ['421002'])).toMatchObject([
      { state: 'disabled', stateReason: 'HTTP 410', dead: 2 },
    ]);
    expect(await test.database.read.event.count({ where: { type: 'bridge.endpoint-disabled' } })).toBe(1);
    await makeFeedback(test, 'resident');
    await tellAll();
    expect(await deliveries()).toHaveLength(2);
    await expect(replay(admin, { endpointId: id, deliveryId: 'all-dead' })).rejects.toThrow(
      'endpoint-disabled',
    );
    await setEndpointState(admin, id, 'active');
    expect(await replay(admin, { endpointId: id, deliveryId: 'all-dead' })).toBe(2);
  });

  it('carry two signatures for a day after the secret was changed', async () => {
    const { id, secret } = await add();
    const fresh = await rotateEndpointSecret(admin, id);
    await makeFeedback(test, 'resident');
    await tellAll();
    await round();
    for (const known of [secret, fresh])
      expect(verify(received(receiver.calls[0]), [known], testNow)).toBe('fine');
    later(25 * 3600);
    await makeFeedback(test, 'resident');
    await tellAll();
    await round();
    expect(verify(received(receiver.calls[1]), [secret], test.clock.now())).toBe('wrong-signature');
    expect(verify(received(receiver.calls[1]), [fresh], test.clock.now())).toBe('fine');
  });

  it('of one receiver that hangs do not hold up another', async () => {
    const other = await openReceiver();
    try {
      receiver.answer = () => undefined;
      await add();
      await add({ url: other.url, name: '街道系统' });
      await makeFeedback(test, 'resident');
      await makeFeedback(test, 'resident');
      await tellAll();
      const hanging = round(400);
      await expect.poll(() => other.calls.length, { timeout: 3000 }).toBe(2);
      await hanging;
      expect(receiver.calls).toHaveLength(1);
      const rows = await deliveries();
      expect(rows.filter(({ state }) => state === 'delivered')).toHaveLength(2);
      expect(rows.find(({ lastError }) => lastError?.includes('No answer'))).toMatchObject({
        state: 'waiting',
        attempts: 1,
      });
    } finally {
      await other.close();
    }
  });

  it('go to no private address unless that is configured', async () => {
    await add();
    await makeFeedback(test, 'resident');
    await tellAll();
    const lanes = openLanes(16, () => undefined);
    await deliverDue(test.as('system'), lanes);
    await lanes.idle();
    expect(receiver.calls).toHaveLength(0);
    expect((await deliveries())[0]?.lastError).toContain('private address');
  });

  it('are sent by one process only, and again where that one has died', async () => {
    await add();
    await makeFeedback(test, 'resident');
    await tellAll();
    await Promise.all([round(), round(), round()]);
    expect(receiver.calls).toHaveLength(1);
    await test.database.transaction((tx) =>
      tx.prisma.webhookDelivery.updateMany({
        data: { state: 'waiting', endedAt: null, leasedUntil: new Date(test.clock.now().getTime() + 60_000) },
      }),
    );
    await round();
    expect(receiver.calls).toHaveLength(1);
    later(61);
    await round();
    expect(receiver.calls).toHaveLength(2);
  });

  it('are for administrators of the area', async () => {
    const stranger = await test.asPerson('resident');
    await expect(
      addEndpoint(stranger, { name: '别人', areaId: '421002', url: receiver.url }),
    ).rejects.toThrow('administrators-only');
    await expect(addEndpoint(admin, { name: '别区', areaId: '421003', url: receiver.url })).rejects.toThrow(
      'administrators-only',
    );
    const { id } = await add();
    await expect(endpointPage(stranger, id, {})).rejects.toThrow('administrators-only');
    await expect(rotateEndpointSecret(stranger, id)).rejects.toThrow('administrators-only');
  });
});
