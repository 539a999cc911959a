import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonOf, open311Portal, report, xmlOf } from './setup/open311-portal';
import type { Open311Portal } from './setup/open311-portal';
import { makeDepartment } from '../factories/departments';
import { makePerson } from '../factories/proposals';
import { registerWorkOrder } from '~/domains/workorders/registering/register-work-order.server';
import {
  issueApiKey,
  readReporters,
  reportersBehind,
  reportersPage,
  revokeApiKey,
} from '~/domains/bridges/index.server';
import { childrenOf, textOf } from '~/lib/xml/read-xml';

/** The beginning of the answer to what is sent as it stands, whether or not more was announced. */
function answerTo(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.once('data', (answer) => {
      resolve(answer.toString('utf8'));
      socket.destroy();
    });
    socket.once('error', reject);
    socket.once('close', () => resolve('closed'));
  });
}

let portal: Open311Portal;
beforeAll(async () => {
  portal = await open311Portal();
  for (const id of ['officer', 'other-officer']) await makePerson(portal.test, id);
  await makeDepartment(portal.test, { id: 'department', memberId: 'officer' });
  await makeDepartment(portal.test, { id: 'other-department', memberId: 'other-officer' });
});
afterAll(() => portal.dispose());

const posted = async (pairs: [string, string][]) => {
  const answer = await portal.post('requests.json', pairs);
  expect(answer.status).toBe(201);
  return (await jsonOf<[{ service_request_id: string }]>(answer))[0].service_request_id;
};
const feedbackOf = (id: string) =>
  portal.services.database.read.feedback.findUniqueOrThrow({ where: { id } });

describe('posting a request', () => {
  it('takes what FixMyStreet sends, and answers in XML with an id as plain text', async () => {
    const answer = await portal.post('requests.xml', [
      ...report(portal.key, {
        description: '垃圾没有清运\r\n\r\n三天没有人来，味道很大。',
        service_code: 'environment',
      }),
      ['attribute[affected]', 'elderly'],
      ['attribute[affected]', 'children'],
      ['attribute[fixmystreet_id]', '77'],
      ['media_url', 'https://fms.example/photo/77.jpeg'],
      ['media_url', 'https://fms.example/photo/78.jpeg'],
    ]);
    expect(answer.status).toBe(201);
    expect(answer.headers.get('Content-Type')).toBe('text/xml; charset=utf-8');
    const [reply] = childrenOf(await xmlOf(answer), 'request');
    const id = reply ? textOf(reply, 'service_request_id') : null;
    if (!id) throw new Error('no id');
    expect(reply && textOf(reply, 'token')).toBeNull();
    const feedback = await feedbackOf(id);
    expect(feedback).toMatchObject({
      title: '垃圾没有清运',
      category: 'environment',
      isPublic: true,
      latitude: 30.3265,
    });
    expect(feedback.body).toContain('涉及人群：老年人、儿童');
    expect(feedback.body).not.toContain('\r');
    const row = await portal.services.database.read.externalRequest.findUniqueOrThrow({
      where: { feedbackId: id },
    });
    expect(row.sealedReporter).not.toContain('wang@example.org');
    const opened = portal.services.keys.open(row.sealedReporter ?? '');
    expect(JSON.parse(opened)).toEqual({
      first_name: '王小明',
      email: 'wang@example.org',
      phone: '13800138000',
    });
    expect(JSON.parse(row.mediaUrls ?? '')).toHaveLength(2);
    const shown = await (await portal.get(`requests/${id}.xml`)).text();
    for (const secret of ['wang@example.org', '13800138000', '王小明']) expect(shown).not.toContain(secret);
    const [token] = await jsonOf<Record<string, string>[]>(await portal.get(`tokens/${row.id}.json`));
    expect(token).toEqual({ service_request_id: id, token: row.id });
  });

  it('shows who asked to those who act on the order, for a reason and on record', async () => {
    const id = await posted(report(portal.key, { description: '积水没过脚踝，请派人来看。' }));
    const orderId = await registerWorkOrder(await portal.asPerson('moderator'), {
      subjectKind: 'feedback',
      subjectId: id,
      title: '积水',
      description: '查看排水口。',
      category: 'facilities',
      departmentId: 'department',
      externalNumber: '',
      deadline: undefined,
      urgency: 'normal',
    });
    const asked = { workOrderId: orderId, reason: '上门前约时间' };
    for (const outsider of ['resident', 'other-officer']) {
      const ctx = await portal.asPerson(outsider);
      expect(await reportersBehind(ctx, orderId)).toBeNull();
      await expect(readReporters(ctx, asked)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(reportersPage(ctx, orderId)).rejects.toMatchObject({ code: 'forbidden' });
    }
    const officer = await portal.asPerson('officer');
    expect(await reportersBehind(officer, orderId)).toBe(1);
    expect(await reportersPage(officer, orderId)).toMatchObject({ count: 1, reads: [] });
    expect(await readReporters(officer, asked)).toEqual([
      {
        id: expect.any(String),
        feedbackId: id,
        channel: null,
        system: 'FixMyStreet',
        name: '王小明',
        email: 'wang@example.org',
        phone: '13800138000',
      },
    ]);
    const { reads } = await reportersPage(await portal.asPerson('moderator'), orderId);
    expect(reads).toMatchObject([{ by: 'officer', reason: '上门前约时间' }]);
    const event = await portal.services.database.read.event.findFirstOrThrow({
      where: { type: 'bridge.reporter-read', subjectId: orderId },
    });
    expect(event.isPublic).toBe(false);
    expect(JSON.stringify(event)).not.toContain('13800138000');
  });

  it('is recorded as an act of the key, and waits in the queue like any other', async () => {
    const id = await posted(report(portal.key, { description: '公园健身器材坏了，螺丝松动。' }));
    const { read } = portal.services.database;
    const event = await read.event.findFirstOrThrow({ where: { subjectId: id, type: 'feedback.submitted' } });
    const actor = await read.person.findUniqueOrThrow({ where: { id: event.actorPersonId ?? '' } });
    expect(actor).toMatchObject({ displayName: 'FixMyStreet', passwordHash: null, mailFrequency: 'none' });
    expect(await read.queueItem.count({ where: { subjectId: id, state: 'open' } })).toBe(1);
  });

  it('makes one of a POST that is repeated, one after another or at once', async () => {
    const pairs = report(portal.key, { description: '井盖缺失，很危险，请尽快处理。' });
    const first = await posted(pairs);
    expect(await posted(pairs)).toBe(first);
    const other = report(portal.key, { description: '井盖又缺失了一个，在南门。' });
    const ids = await Promise.all([1, 2, 3, 4, 5].map(() => posted(other)));
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).not.toBe(first);
    const numbered = (id: string, words: string): [string, string][] => [
      ...report(portal.key, { description: words }),
      ['attribute[fixmystreet_id]', id],
    ];
    const before = await posted(numbered('901', '树枝挡住了信号灯，请修剪。'));
    expect(await posted(numbered('901', '改过的说明，编号没变。'))).toBe(before);
    expect(await posted(numbered('902', '树枝挡住了信号灯，请修剪。'))).not.toBe(before);
  });

  it('takes addresses in place of points, and treats what is empty as absent', async () => {
    const byText = await posted(
      report(portal.key, {
        lat: '',
        long: '',
        address_string: '中山路 8 号',
        description: '消防通道被占用了。',
      }),
    );
    expect(await feedbackOf(byText)).toMatchObject({
      place: '中山路 8 号',
      areaId: '421002',
      latitude: null,
    });
    const byId = await posted(
      report(portal.key, {
        lat: undefined,
        long: undefined,
        address_id: '421002001001',
        description: '活动室漏水了。',
      }),
    );
    expect((await feedbackOf(byId)).areaId).toBe('421002001001');
  });

  it('takes multipart forms with pictures', async () => {
    const { default: sharp } = await import('sharp');
    const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#c22' } })
      .jpeg()
      .toBuffer();
    const form = new FormData();
    for (const [name, value] of report(portal.key, { description: '墙面开裂，附照片。' }))
      form.append(name, value);
    form.append('photo1', new File([new Uint8Array(picture)], 'crack.jpg', { type: 'image/jpeg' }));
    const answer = await fetch(`${portal.url}/open311/v2/requests.json`, { method: 'POST', body: form });
    expect(answer.status).toBe(201);
    const [{ service_request_id: id }] = await jsonOf<[{ service_request_id: string }]>(answer);
    const [request] = await jsonOf<{ media_url: string }[]>(await portal.get(`requests/${id}.json`));
    expect(request?.media_url).toMatch(/\/files\/[0-9A-Z]{26}$/);
  });

  it('asks in a matter of safety whether anybody is in danger, and says what to do then', async () => {
    const safety = { service_code: 'safety', description: '电线掉在人行道上了。' };
    const missing = await portal.post('requests.json', report(portal.key, safety));
    expect(missing.status).toBe(400);
    expect(JSON.stringify(await missing.json())).toContain('attribute[immediate_danger]');
    const answer = await portal.post('requests.json', [
      ...report(portal.key, safety),
      ['attribute[immediate_danger]', 'yes'],
    ]);
    expect(JSON.stringify(await answer.json())).toContain('110');
  });

  it('keeps what comes through a confidential key out of every public answer', async () => {
    const { secret: key } = await issueApiKey(await portal.asPerson('admin'), {
      name: '12345 转办',
      areaId: '421002',
      postsArePublic: 'no',
    });
    const id = await posted(report(key, { description: '邻居反复扰民，请不要公开。' }));
    expect((await feedbackOf(id)).isPublic).toBe(false);
    expect((await portal.get(`requests/${id}.xml`)).status).toBe(404);
    expect(await jsonOf(await portal.get(`requests.json?service_request_id=${id}`))).toEqual([]);
  });
});

describe('refusals of a posted request', () => {
  it.each([
    [403, { api_key: undefined }],
    [403, { api_key: 'gz_wrong' }],
    [400, { service_code: '' }],
    [404, { service_code: 'none' }],
    [400, { description: '' }],
    [400, { description: '长'.repeat(4001) }],
    [400, { lat: undefined, long: undefined }],
    [400, { lat: '91' }],
    [400, { long: undefined }],
    [400, { lat: 'north' }],
    [404, { jurisdiction_id: 'atlantis' }],
    [403, { jurisdiction_id: '421003' }],
    [400, { lat: undefined, long: undefined, address_id: '421003' }],
    [400, { media_url: 'javascript:alert(1)' }],
    [400, { 'attribute[kind]': 'none' }],
    [400, { email: 'x'.repeat(201) }],
  ] as [number, Record<string, string | undefined>][])('%i for %j', async (status, change) => {
    const pairs = report(portal.key, { description: '这一件不会被收下。', ...change });
    const xml = await portal.post('requests.xml', pairs);
    expect(xml.status).toBe(status);
    expect((await xmlOf(xml)).name).toBe('errors');
    const json = await portal.post('requests.json', pairs);
    expect(await json.json()).toMatchObject([{ code: status }]);
  });

  it('names every fault at once, and refuses what is no form', async () => {
    const several = await portal.post('requests.json', [['api_key', portal.key]]);
    expect((await jsonOf<unknown[]>(several)).length).toBeGreaterThanOrEqual(3);
    const none = await fetch(`${portal.url}/open311/v2/requests.json`, {
      method: 'POST',
      headers: { 'X-Api-Key': portal.key },
      body: 'not a form',
    });
    expect(none.status).toBe(400);
  });

  it('asks for the key before the body is read, and holds it to what forms hold', async () => {
    const { port } = new URL(portal.url);
    const head = (more: string) =>
      `POST /open311/v2/requests.json HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n${more}\r\n\r\n`;
    // The body is announced and never sent: only a server that does not wait for it can answer.
    const withheld = (headers: string) => answerTo(Number(port), head(headers));
    const form = 'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000000';
    expect(await withheld(`X-Api-Key: unknown\r\n${form}`)).toMatch(/^HTTP\/1.1 403/);
    const long = 'attribute%5Bkind%5D=x&'.repeat(4000);
    expect(await answerTo(Number(port), head(form) + long)).toMatch(/^HTTP\/1.1 403/);
    const many = await portal.post('requests.json', [
      ...report(portal.key, {}),
      ...Array.from({ length: 400 }, (): [string, string] => ['attribute[kind]', 'x']),
    ]);
    expect(many.status).toBe(413);
    const wordy = await portal.post(
      'requests.json',
      report(portal.key, { description: '长'.repeat(600_000) }),
    );
    expect(wordy.status).toBe(413);
  });

  it('refuses a key from the moment that it is revoked', async () => {
    const admin = await portal.asPerson('admin');
    const { id, secret: key } = await issueApiKey(admin, {
      name: 'Old',
      areaId: '421002',
      postsArePublic: 'yes',
    });
    await revokeApiKey(admin, id);
    expect((await portal.post('requests.xml', report(key))).status).toBe(403);
    await expect(revokeApiKey(admin, id)).rejects.toThrow('conflict');
    await expect(
      issueApiKey(await portal.asPerson('moderator'), {
        name: 'No',
        areaId: '421002',
        postsArePublic: 'yes',
      }),
    ).rejects.toThrow('bridges.administrators-only');
  });

  it('lets pages of other sites post nowhere else', async () => {
    const elsewhere = { method: 'POST', headers: { Origin: 'https://evil.example' }, body: 'a=b' };
    expect((await fetch(`${portal.url}/sign-out`, elsewhere)).status).toBe(403);
    expect((await fetch(`${portal.url}/open311/v2/requests.xml`, elsewhere)).status).not.toBe(201);
  });
});
