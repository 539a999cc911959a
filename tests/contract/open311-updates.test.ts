import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDepartment } from '../factories/departments';
import { makeFeedback } from '../factories/feedback';
import { makePerson } from '../factories/proposals';
import { openReceiver } from '../setup/receiver';
import { jsonOf, open311Portal, report, xmlOf } from './setup/open311-portal';
import type { Open311Portal } from './setup/open311-portal';
import { fetchPictures, saidOutside } from '~/domains/bridges/index.server';
import { storePicture } from '~/domains/files/index.server';
import { readablePicture } from '~/domains/insights/readable-picture.query.server';
import { registerWorkOrder } from '~/domains/workorders/register-work-order.server';
import type { WorkOrderStep } from '~/domains/workorders/schema';
import { stepWorkOrder } from '~/domains/workorders/work-on-order.server';
import { contextFor } from '~/http/services.server';
import { childrenOf, textOf } from '~/lib/xml/read-xml';

let portal: Open311Portal;
beforeAll(async () => {
  portal = await open311Portal();
  await makePerson(portal.test, 'officer');
  await makeDepartment(portal.test, { id: 'department', memberId: 'officer' });
});
afterAll(() => portal.dispose());

interface Update {
  update_id: string;
  service_request_id: string;
  fixmystreet_id: string | null;
  status: string;
  description: string;
  updated_datetime: string;
  media_url: string | string[] | null;
}

async function post(words: string, fmsId?: string): Promise<string> {
  const pairs = report(portal.key, { description: words });
  if (fmsId) pairs.push(['attribute[fixmystreet_id]', fmsId]);
  const answer = await portal.post('requests.json', pairs);
  return (await jsonOf<[{ service_request_id: string }]>(answer))[0].service_request_id;
}

async function orderFor(feedbackId: string): Promise<string> {
  return registerWorkOrder(await portal.asPerson('moderator'), {
    subjectKind: 'feedback',
    subjectId: feedbackId,
    title: '修复东门路灯',
    description: '检查线路并修复六盏路灯。',
    category: 'facilities',
    departmentId: 'department',
    externalNumber: '',
    deadline: undefined,
    urgency: 'normal',
  });
}

type Act = WorkOrderStep extends infer Step
  ? Step extends { version: number }
    ? Omit<Step, 'version'>
    : never
  : never;
async function step(orderId: string, act: Act): Promise<void> {
  const { version } = await portal.services.database.read.workOrder.findUniqueOrThrow({
    where: { id: orderId },
  });
  await stepWorkOrder(await portal.asPerson('officer'), orderId, { ...act, version } as WorkOrderStep);
}

const finishReport = '六盏路灯已全部修复，夜间亮灯正常。';
const updatesOf = async (id: string, query = '') =>
  (await jsonOf<Update[]>(await portal.get(`servicerequestupdates.json${query}`))).filter(
    (update) => update.service_request_id === id,
  );

const update = (fields: Record<string, string>): [string, string][] =>
  Object.entries({
    api_key: portal.key,
    updated_datetime: '2026-11-24T08:00:00+08:00',
    first_name: '王小明',
    last_name: '-',
    email: 'wang@example.org',
    ...fields,
  });

describe('reading updates', () => {
  it('tells each public step once, with ids that stay, in both formats', async () => {
    const id = await post('路灯不亮：东门到车站。', '5001');
    const orderId = await orderFor(id);
    await step(orderId, { act: 'accept' });
    await step(orderId, { act: 'finish', report: finishReport });
    const updates = await updatesOf(id, `?api_key=${portal.key}&jurisdiction_id=421002`);
    expect(updates.map(({ status }) => status)).toEqual(['ACTION_SCHEDULED', 'IN_PROGRESS', 'FIXED']);
    expect(updates.at(-1)).toMatchObject({ description: finishReport, fixmystreet_id: '5001' });
    expect(new Set(updates.map(({ update_id }) => update_id)).size).toBe(3);
    expect(await updatesOf(id)).toEqual(updates);
    const root = await xmlOf(await portal.get('servicerequestupdates.xml'));
    expect(root.name).toBe('service_request_updates');
    const first = childrenOf(root, 'request_update').find((one) => textOf(one, 'service_request_id') === id);
    expect(first && textOf(first, 'update_id')).toBe(updates[0]?.update_id);
    const [request] = await jsonOf<Record<string, unknown>[]>(await portal.get(`requests/${id}.json`));
    expect(request).toMatchObject({
      status: 'closed',
      status_notes: finishReport,
      agency_responsible: '城管局',
    });
  });

  it('brings the pictures of the report', async () => {
    const id = await post('路灯不亮，附修复后的照片。');
    const orderId = await orderFor(id);
    await step(orderId, { act: 'accept' });
    const officer = await portal.asPerson('officer');
    const picture = async (background: string) =>
      storePicture(
        officer,
        await sharp({ create: { width: 8, height: 8, channels: 3, background } })
          .png()
          .toBuffer(),
      );
    const after = [await picture('#c22'), await picture('#2c2')];
    const { version } = await portal.services.database.read.workOrder.findUniqueOrThrow({
      where: { id: orderId },
    });
    await stepWorkOrder(officer, orderId, {
      act: 'finish',
      version,
      report: finishReport,
      pictures: { before: [], after },
    });
    const done = (await updatesOf(id)).at(-1);
    expect(done?.media_url).toEqual(after.map((file) => expect.stringContaining(`/files/${file}`) as string));
    const root = await xmlOf(await portal.get('servicerequestupdates.xml'));
    const last = childrenOf(root, 'request_update').filter((one) => textOf(one, 'service_request_id') === id);
    const urls = last.flatMap((one) => childrenOf(one, 'media_url').map(({ text }) => text)).filter(Boolean);
    expect(urls).toHaveLength(2);
  });

  it('keeps to the window, both ends included', async () => {
    const id = await post('窗口之外的更新不出现。');
    await orderFor(id);
    const [only] = await updatesOf(id);
    if (!only) throw new Error('none');
    const at = encodeURIComponent(only.updated_datetime);
    expect(await updatesOf(id, `?start_date=${at}&end_date=${at}`)).toEqual([only]);
    const before = encodeURIComponent('2026-01-01T00:00:00Z');
    const long = encodeURIComponent('2026-01-02T00:00:00+08:00');
    expect(await updatesOf(id, `?start_date=${before}&end_date=${long}`)).toEqual([]);
    expect((await portal.get(`servicerequestupdates.xml?start_date=${before}`)).status).toBe(400);
    expect((await portal.get('servicerequestupdates.xml?start_date=x&end_date=y')).status).toBe(400);
  });

  it('is silent on what is not public', async () => {
    const id = await makeFeedback(portal.test, 'resident', { isPublic: 'no' });
    const orderId = await orderFor(id);
    await step(orderId, { act: 'accept' });
    const text = await (await portal.get('servicerequestupdates.xml')).text();
    expect(text).not.toContain(id);
    expect(text).not.toContain(orderId);
    expect((await portal.get(`requests/${orderId}.json`)).status).toBe(404);
  });
});

describe('posting updates', () => {
  const reply = async (fields: Record<string, string>) => {
    const answer = await portal.post('servicerequestupdates.xml', update(fields));
    expect(answer.status).toBe(201);
    const [one] = childrenOf(await xmlOf(answer), 'request_update');
    return one && textOf(one, 'update_id');
  };
  const effects = async (id: string) =>
    (await portal.services.database.read.externalUpdate.findMany({ where: { subjectId: id } })).map(
      ({ effect }) => effect,
    );

  it('takes one update_id once, tells those who act, and seals who wrote', async () => {
    const id = await post('更新只收一次。');
    const fields = { service_request_id: id, update_id: '31', status: 'OPEN', description: '还是不亮' };
    const first = await reply(fields);
    expect(first).toMatch(/^[0-9A-Z]{26}$/);
    const again = await Promise.all([reply(fields), reply(fields), reply(fields)]);
    expect(new Set([first, ...again]).size).toBe(1);
    const { read } = portal.services.database;
    const row = await read.externalUpdate.findFirstOrThrow({ where: { updateId: '31' } });
    expect(row).toMatchObject({
      effect: 'noted',
      status: 'OPEN',
      updatedAt: new Date('2026-11-24T00:00:00Z'),
    });
    expect(row.sealedSender).not.toContain('wang');
    expect(await read.event.count({ where: { type: 'bridge.update-received', subjectId: id } })).toBe(1);
    expect(JSON.stringify(await updatesOf(id))).not.toContain('还是不亮');
  });

  it('takes updates with fields that are missing, empty, long or unknown', async () => {
    const id = await post('不寻常的更新也收下。');
    const bare = await portal.post('servicerequestupdates.json', [
      ['api_key', portal.key],
      ['service_request_id', id],
      ['update_id', 'bare'],
      ['status', 'in progress'],
    ]);
    expect(bare.status).toBe(201);
    const pairs = update({
      service_request_id: id,
      update_id: 'rich',
      status: 'no_further_action',
      description: '长'.repeat(5000),
      updated_datetime: '2026-11-24T08:00:00.123+08:00',
      title: '标题',
      phone: '',
      service_code: 'facilities',
      email_alerts_requested: '0',
      'attribute[easting]': '1',
    });
    pairs.push(['media_url', 'https://fms.example/1.jpg'], ['media_url', 'https://fms.example/2.jpg']);
    expect((await portal.post('servicerequestupdates.xml', pairs)).status).toBe(201);
    const row = await portal.services.database.read.externalUpdate.findFirstOrThrow({
      where: { updateId: 'rich' },
    });
    expect(JSON.parse(row.mediaUrls ?? '[]')).toHaveLength(2);
    expect([...row.description]).toHaveLength(5000);
  });

  const stateOf = async (id: string) =>
    (await portal.services.database.read.workOrder.findUniqueOrThrow({ where: { id } })).state;
  const doneOrder = async (words: string) => {
    const id = await post(words);
    const orderId = await orderFor(id);
    await step(orderId, { act: 'accept' });
    await step(orderId, { act: 'finish', report: finishReport });
    const { at } = await portal.services.database.read.event.findFirstOrThrow({
      where: { subjectId: orderId, type: 'work-order.done' },
    });
    const seconds = (more: number) => new Date(at.getTime() + more * 1000).toISOString();
    return { id, orderId, before: seconds(-5), after: seconds(5) };
  };

  it.each([
    ['the state that everyone’s comment carries', 'FIXED', 'after', 'wang@example.org', 'noted'],
    ['closed, which says no more than our fixed', 'CLOSED', 'after', 'wang@example.org', 'noted'],
    ['open from before we told of the end', 'OPEN', 'before', 'wang@example.org', 'noted'],
    ['open from somebody else', 'OPEN', 'after', 'passer-by@example.org', 'noted'],
    ['open from nobody', 'OPEN', 'after', '', 'noted'],
    ['open again, said by who asked', 'OPEN', 'after', ' Wang@Example.org ', 'reopened'],
    ['reopened by who asked', 'REOPEN', 'after', 'wang@example.org', 'reopened'],
    ['reopened by somebody else', 'REOPEN', 'after', 'passer-by@example.org', 'noted'],
  ] as const)(
    'takes as the asker’s answer only what is one: %s',
    async (name, status, when, email, effect) => {
      const { id, orderId, ...times } = await doneOrder(`回访：${name}。`);
      const fields = { service_request_id: id, update_id: name, status, email, description: '还是不亮' };
      await reply({ ...fields, updated_datetime: times[when] });
      expect(await effects(id)).toEqual([effect]);
      expect(await stateOf(orderId)).toBe(effect === 'reopened' ? 'dispatched' : 'done');
    },
  );

  it('never takes a request back because somebody calls it fixed', async () => {
    const id = await post('路过的人说已经好了。');
    for (const email of ['passer-by@example.org', 'wang@example.org'])
      await reply({ service_request_id: id, update_id: email, status: 'FIXED', email, description: '好了' });
    expect(await effects(id)).toEqual(['noted', 'noted']);
    const { state } = await portal.services.database.read.feedback.findUniqueOrThrow({ where: { id } });
    expect(state).toBe('submitted');
  });

  it('takes a request back that nobody has begun', async () => {
    const id = await post('自己解决了，撤回。');
    await reply({ service_request_id: id, update_id: 'back', status: 'cancelled', description: '' });
    expect(await effects(id)).toEqual(['withdrawn']);
  });

  it('does not take back for somebody else', async () => {
    const id = await post('别人不能替我撤回。');
    const email = 'passer-by@example.org';
    await reply({
      service_request_id: id,
      update_id: 'not-mine',
      status: 'CANCELLED',
      email,
      description: '',
    });
    expect(await effects(id)).toEqual(['noted']);
  });

  it('shows the words as plain text and the pictures to whoever may read the matter', async () => {
    const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#c22' } })
      .png()
      .toBuffer();
    const photos = await openReceiver();
    photos.answer = (_call, response) =>
      void response.writeHead(200, { 'Content-Type': 'image/png' }).end(picture);
    const id = await post('更新的文字和照片。');
    const orderId = await orderFor(id);
    const words = `<b>三处</b> 3*4*5 ${'长'.repeat(2000)}`;
    const pairs = update({ service_request_id: id, update_id: 'words', status: 'OPEN', description: words });
    pairs.push(['media_url', `${photos.url}/1.png`], ['media_url', `${photos.url}/2.png`]);
    expect((await portal.post('servicerequestupdates.json', pairs)).status).toBe(201);
    const { services } = portal;
    const system = contextFor(services, { kind: 'system' }, 'zh-CN');
    const job = await services.database.read.outboxJob.findFirstOrThrow({
      where: { kind: 'bridge.fetch-pictures', payload: { contains: 'externalUpdateId' }, state: 'waiting' },
      orderBy: { id: 'desc' },
    });
    const reaching = { ...system, configuration: { ...system.configuration, privateBridges: true } };
    await fetchPictures(reaching, JSON.parse(job.payload));
    const visitor = contextFor(services, { kind: 'visitor' }, 'zh-CN');
    await photos.close();
    for (const matter of [
      { kind: 'feedback', id },
      { kind: 'work-order', id: orderId },
    ] as const) {
      const [said] = await saidOutside(visitor, matter);
      expect(said).toMatchObject({ description: words });
      expect(said?.pictures).toHaveLength(2);
      const fileId = said?.pictures[0]?.id ?? '';
      expect((await readablePicture(visitor, fileId)).open).toBe(true);
      await portal.services.database.transaction((tx) =>
        tx.prisma.feedback.update({ where: { id }, data: { isPublic: false } }),
      );
      expect(await saidOutside(visitor, matter)).toEqual(
        matter.kind === 'feedback' ? [expect.anything()] : [],
      );
      await expect(readablePicture(visitor, fileId)).rejects.toThrow('not-found');
      await portal.services.database.transaction((tx) =>
        tx.prisma.feedback.update({ where: { id }, data: { isPublic: true } }),
      );
    }
  });

  it('only notes what others say of a request that is not theirs', async () => {
    const id = await makeFeedback(portal.test, 'resident');
    await reply({ service_request_id: id, update_id: 'other', status: 'FIXED', description: '我看已经好了' });
    expect(await effects(id)).toEqual(['noted']);
  });

  it.each([
    [400, { update_id: '' }],
    [400, { status: 'PERHAPS' }],
    [400, { updated_datetime: 'yesterday' }],
    [404, { service_request_id: 'none' }],
    [403, { api_key: 'gz_wrong' }],
  ] as [number, Record<string, string>][])('refuses with %i for %j', async (status, change) => {
    const fields = { service_request_id: 'none', update_id: 'x', status: 'OPEN', description: '', ...change };
    const answer = await portal.post('servicerequestupdates.json', update(fields));
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject([{ code: status }]);
  });
});
