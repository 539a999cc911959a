import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDepartment } from '../factories/departments';
import { makeFeedback } from '../factories/feedback';
import { makePerson } from '../factories/proposals';
import { openReceiver } from '../setup/receiver';
import { finishReport, requestsOf } from './setup/requests';
import { open311Portal, xmlOf } from './setup/open311-portal';
import type { Open311Portal } from './setup/open311-portal';
import { fetchPictures, saidOutside } from '~/domains/bridges/index.server';
import { readablePicture } from '~/domains/insights/readable-picture.query.server';
import { contextFor } from '~/http/server/services.server';
import { childrenOf, textOf } from '~/lib/xml/read-xml';

let portal: Open311Portal;
beforeAll(async () => {
  portal = await open311Portal();
  await makePerson(portal.test, 'officer');
  await makeDepartment(portal.test, { id: 'department', memberId: 'officer' });
});
afterAll(() => portal.dispose());

const { post, orderFor, step, updatesOf, update } = requestsOf(() => portal);

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

  it('knows nothing of what the caller could not read: closed orders, what was taken back', async () => {
    const { database } = portal.services;
    const sent = async (id: string) => {
      const fields = { service_request_id: id, update_id: `closed-${id}`, status: 'OPEN' };
      return (await portal.post('servicerequestupdates.xml', update(fields))).status;
    };
    const id = await post('派单后转为不公开。');
    const orderId = await orderFor(id);
    expect(await sent(orderId)).toBe(201);
    const change = (feedbackId: string, data: { isPublic?: boolean; state?: string }) =>
      database.transaction((tx) => tx.prisma.feedback.update({ where: { id: feedbackId }, data }));
    await change(id, { isPublic: false });
    const again = { service_request_id: orderId, update_id: 'closed-again', status: 'OPEN' };
    expect((await portal.post('servicerequestupdates.xml', update(again))).status).toBe(404);
    const others = await makeFeedback(portal.test, 'officer');
    expect(await sent(others)).toBe(201);
    await change(others, { state: 'withdrawn' });
    const late = { service_request_id: others, update_id: 'late', status: 'OPEN' };
    expect((await portal.post('servicerequestupdates.xml', update(late))).status).toBe(404);
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
