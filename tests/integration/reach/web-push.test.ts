import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeFeedback } from '../../factories/feedback';
import { makeAreas, makePerson, makeProposal } from '../../factories/proposals';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import { runJobs } from '../../setup/jobs';
import { claimsOf, openPushService } from '../../setup/push-service';
import type { PushService } from '../../setup/push-service';
import { addDeviceOf, reaching } from '../../setup/reaching';
import { decideFeedback } from '~/domains/feedback/decide-feedback.server';
import { endSession, signOut } from '~/domains/identity/index.server';
import { sessionKey } from '~/domains/identity/sessions.server';
import { addDevice, ownDevices, removeDevice, vapidPair } from '~/domains/notifications/index.server';
import { exportPerson } from '~/domains/own-data.server';
import { contactOf } from '~/domains/notifications/push/vapid.server';

let test: TestContext;
let service: PushService;
let person = '';
let count = 0;

beforeAll(async () => {
  test = reaching(await testContext());
  service = await openPushService();
  await makeAreas(test);
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
});
afterAll(async () => {
  await service.close();
  await test.dispose();
});
beforeEach(async () => {
  person = await makePerson(test, `asker-${(count += 1)}`);
  service.receiver.answer = (_call, response) => void response.writeHead(201).end();
});

const title = '三楼王桂芳家漏水';

/** The moderator answers what the person asked: the person is told by name. */
async function answered(isPublic: 'yes' | 'no' = 'yes'): Promise<string> {
  const id = await makeFeedback(test, person, { title, isPublic });
  await runJobs(test);
  await decideFeedback(await test.asPerson('moderator'), id, {
    act: 'answer',
    words: '请到社区服务中心二号窗口。',
  });
  await runJobs(test);
  return id;
}
const devices = async () => ownDevices(await test.asPerson(person));
const pushJobs = async () => {
  const mine = (await devices()).map(({ id }) => id);
  const jobs = await test.database.read.outboxJob.findMany({ where: { kind: 'push' } });
  return jobs.filter(({ payload }) => mine.some((id) => payload.includes(id)));
};

describe('a push', () => {
  it('is signed by the portal, encrypted for the device, and names nobody and no matter', async () => {
    await addDeviceOf(test, person, service.device(person));
    const id = await answered();
    const [push, ...more] = service.pushed(person);
    expect(more).toEqual([]);
    expect(push?.message).toEqual({
      ...{ title: '诉求与办理', body: '有一件与您有关的事', path: `/feedback/${id}` },
      tag: expect.stringMatching(/^[\w-]{32}$/),
    });
    const headers = push?.headers ?? {};
    expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', urgency: 'normal' });
    expect(headers.topic).toBe(push?.message.tag);
    expect(Number(headers.ttl)).toBeGreaterThan(3600);
    const { key, claims } = claimsOf(headers);
    expect(key).toBe((await vapidPair(test.as('system'))).publicKey);
    expect(claims).toMatchObject({
      aud: service.receiver.url,
      sub: expect.stringMatching(/^mailto:\S+@\S+$/),
    });
    expect(Number(claims.exp) - Date.now() / 1000).toBeLessThan(24 * 3600 + 60);
    expect((await devices())[0]?.toldAt).toEqual(test.clock.now());
  });

  it('of what not everyone may read says only that there is something', async () => {
    await addDeviceOf(test, person, service.device(person));
    await answered('no');
    expect(service.pushed(person).map(({ message }) => message)).toEqual([
      { title: '共治', body: '有一条新消息', path: '/inbox', tag: expect.any(String) },
    ]);
  });

  it('goes to each device, and none to who has chosen so', async () => {
    await addDeviceOf(test, person, service.device(`${person}-phone`));
    await addDeviceOf(test, person, service.device(`${person}-desk`));
    await answered();
    expect(service.pushed(`${person}-phone`)).toHaveLength(1);
    expect(service.pushed(`${person}-desk`)).toHaveLength(1);
    await test.database.transaction((tx) =>
      tx.prisma.noticeWay.create({
        data: { personId: person, noticeGroup: 'matters', mail: '', push: false },
      }),
    );
    await answered();
    expect(service.pushed(`${person}-phone`)).toHaveLength(1);
  });

  it.each(['read meanwhile', 'hidden meanwhile'])('is not sent where it was %s', async (how) => {
    await addDeviceOf(test, person, service.device(person));
    service.receiver.answer = (_call, response) => void response.writeHead(503).end();
    const id = await answered();
    expect(service.pushed(person)).toHaveLength(1);
    const now = test.clock.now();
    await test.database.transaction(async (tx) => {
      if (how === 'read meanwhile')
        await tx.prisma.notification.updateMany({ where: { personId: person }, data: { readAt: now } });
      // Whoever asked reads it still.
      else await tx.prisma.feedback.update({ where: { id }, data: { hiddenAt: now, authorId: 'moderator' } });
    });
    service.receiver.answer = (_call, response) => void response.writeHead(201).end();
    test.clock.advance(600_000);
    await runJobs(test);
    expect(service.pushed(person)).toHaveLength(1);
  });
});

describe('a service', () => {
  const answers = (...codes: number[]) => {
    service.receiver.answer = (_call, response) => void response.writeHead(codes.shift() ?? 201).end();
  };

  it.each([404, 410])('that answers %i knows the device no more: it is forgotten', async (code) => {
    await addDeviceOf(test, person, service.device(person));
    answers(code);
    await answered();
    expect(await devices()).toEqual([]);
    await answered();
    expect(service.pushed(person)).toHaveLength(1);
  });

  it('that is away or has too much to do is asked again, and mail and inbox do not wait', async () => {
    await addDeviceOf(test, person, service.device(person));
    answers(429, 503);
    await answered();
    expect(await test.database.read.mail.count({ where: { personId: person } })).toBe(1);
    for (let turn = 0; turn < 2; turn += 1) {
      test.clock.advance(120_000);
      await runJobs(test);
    }
    expect(service.pushed(person)).toHaveLength(3);
    expect((await pushJobs()).map(({ state }) => state)).toEqual(['done']);
    test.clock.advance(3600_000);
    await runJobs(test);
    expect(service.pushed(person)).toHaveLength(3);
  });

  it('that refuses for good is not asked again, and the device stays', async () => {
    await addDeviceOf(test, person, service.device(person));
    answers(403);
    await answered();
    expect((await pushJobs()).map(({ state }) => state)).toEqual(['dead']);
    expect(await devices()).toHaveLength(1);
  });
});

describe('a device', () => {
  it('is at most ten of one person, and the same one is one', async () => {
    const first = service.device(`${person}-0`);
    await addDeviceOf(test, person, first);
    await addDeviceOf(test, person, first);
    for (let at = 1; at < 10; at += 1) await addDeviceOf(test, person, service.device(`${person}-${at}`));
    expect(await devices()).toHaveLength(10);
    await expect(addDeviceOf(test, person, service.device(`${person}-more`))).rejects.toThrow(
      'notifications.devices-full',
    );
    await addDeviceOf(test, person, first);
  });

  it('is told for whoever asked on it last, and by nobody else taken off the list', async () => {
    const shared = service.device('shared');
    const other = await makePerson(test, `${person}-child`);
    await addDeviceOf(test, other, shared);
    await addDeviceOf(test, person, shared);
    expect(await ownDevices(await test.asPerson(other))).toEqual([]);
    const [mine] = await devices();
    await removeDevice(await test.asPerson(other), mine?.id ?? '');
    expect(await devices()).toHaveLength(1);
    await removeDevice(await test.asPerson(person), mine?.id ?? '');
    expect(await devices()).toEqual([]);
  });

  it('hears nothing more once the person has signed out on it', async () => {
    const at = sessionKey('the token');
    await addDeviceOf(test, person, service.device(person), at);
    await signOut(test.as('visitor'), 'the token');
    expect(await devices()).toEqual([]);
    await addDeviceOf(test, person, service.device(person), at);
    await expect(endSession(await test.asPerson(person), person, at)).rejects.toThrow();
    expect(await devices()).toHaveLength(1);
  });

  it('lies sealed: its address and keys stand nowhere in the clear, nor in the own data', async () => {
    const { subscription } = service.device(person);
    await addDeviceOf(test, person, { subscription, read: () => '' });
    const [row] = await test.database.read.pushDevice.findMany({ where: { personId: person } });
    const text = JSON.stringify(row);
    const own = JSON.stringify(await exportPerson(await test.asPerson(person), person));
    expect(own).toContain('"name":"Test"');
    for (const secret of [...Object.values(subscription), row?.endpointKey ?? '', row?.sealedKeys ?? ''])
      expect(own).not.toContain(secret);
    for (const secret of Object.values(subscription)) expect(text).not.toContain(secret);
    const kept = await test.database.read.keptValue.findMany();
    const { privateKey } = await vapidPair(test.as('system'));
    expect(JSON.stringify(kept)).not.toContain(privateKey);
  });

  it.each([
    'http://push.example/x',
    'https://127.0.0.1/x',
    'https://[::1]/x',
    'https://localhost/x',
    'https://192.168.1.4/x',
    'https://a:b@push.example/x',
  ])('is none at %s on the open web', async (endpoint) => {
    const plain = await test.asPerson(person);
    const ctx = { ...plain, configuration: { ...plain.configuration, privateBridges: false } };
    const { subscription } = service.device(person);
    const given = { ...subscription, endpoint, name: '', sessionKey: '' };
    await expect(addDevice(ctx, given)).rejects.toThrow('notifications.no-such-device');
    await addDevice(ctx, { ...given, endpoint: 'https://push.example/x' });
  });

  it('is none whose key is no point of the curve', async () => {
    const { subscription } = service.device(person);
    const p256dh = Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 7)]).toString('base64url');
    const device = { subscription: { ...subscription, p256dh }, read: () => '' };
    await expect(addDeviceOf(test, person, device)).rejects.toThrow('notifications.no-such-device');
  });
});

it('the contact of the portal is its address, or the sender of its mails where that is none of the web', () => {
  const mailFrom = '共治 Gongzhi <no-reply@gongzhi.example>';
  expect(contactOf({ publicUrl: 'https://gongzhi.example', mailFrom })).toBe('https://gongzhi.example');
  expect(contactOf({ publicUrl: 'http://localhost:3000', mailFrom })).toBe('mailto:no-reply@gongzhi.example');
});

it('the pair is made once, whoever asks first', async () => {
  const fresh = await testContext();
  const pairs = await Promise.all(Array.from({ length: 6 }, () => vapidPair(fresh.as('system'))));
  expect(new Set(pairs.map(({ publicKey }) => publicKey)).size).toBe(1);
  expect(await makeProposal(test, person)).toBeTruthy();
  await fresh.dispose();
});
