import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDepartment } from '../factories/departments';
import { makeFeedback } from '../factories/feedback';
import { makePerson } from '../factories/proposals';
import { finishReport, requestsOf } from './setup/requests';
import { jsonOf, open311Portal, xmlOf } from './setup/open311-portal';
import type { Open311Portal } from './setup/open311-portal';
import { storePicture } from '~/domains/files/index.server';
import { answerCallBack } from '~/domains/workorders/steps/call-back.server';
import { stepWorkOrder } from '~/domains/workorders/steps/work-on-order.server';
import { childrenOf, textOf } from '~/lib/xml/read-xml';

let portal: Open311Portal;
beforeAll(async () => {
  portal = await open311Portal();
  await makePerson(portal.test, 'officer');
  await makeDepartment(portal.test, { id: 'department', memberId: 'officer' });
});
afterAll(() => portal.dispose());

const { post, orderFor, step, updatesOf, update } = requestsOf(() => portal);

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

  it('keeps the words and the picture of the first report when the order is reopened and done again', async () => {
    const id = await post('井盖松动，请更换。');
    const orderId = await orderFor(id);
    const { default: sharp } = await import('sharp');
    const officer = await portal.asPerson('officer');
    const files: string[] = [];
    const finishWith = async (report: string, background: string) => {
      await step(orderId, { act: 'accept' });
      const picture = sharp({ create: { width: 8, height: 8, channels: 3, background } }).png();
      const file = await storePicture(officer, await picture.toBuffer());
      files.push(file);
      const { version } = await portal.services.database.read.workOrder.findUniqueOrThrow({
        where: { id: orderId },
      });
      await stepWorkOrder(officer, orderId, {
        act: 'finish',
        version,
        report,
        pictures: { before: [], after: [file] },
      });
    };
    const done = async () =>
      (await updatesOf(id))
        .filter((update) => update.media_url)
        .map(({ description, media_url }) => [description, media_url]);
    await finishWith('第一次：已更换新井盖，周边地面一并修补。', '#a11');
    const first = await done();
    const askers = await portal.services.database.read.callBack.findMany({ where: { workOrderId: orderId } });
    for (const { personId } of askers)
      await answerCallBack(await portal.asPerson(personId ?? ''), orderId, {
        solved: false,
        rating: 1,
        words: '',
      });
    await finishWith('第二次：再次更换加厚井盖，现场复核无误。', '#1a1');
    const both = await done();
    expect(both).toHaveLength(2);
    expect(both[0]).toEqual(first[0]);
    expect(both.map(([, url]) => url)).toEqual(
      files.map((file) => expect.stringContaining(`/files/${file}`) as string),
    );
    expect(both[1]?.[0]).toContain('第二次');
  });

  it('keeps what was told: a second end changes neither the words nor the pictures of the first', async () => {
    const id = await post('两次办结，两份报告。');
    const orderId = await orderFor(id);
    const finish = async (words: string, background: string) => {
      await step(orderId, { act: 'accept' });
      const officer = await portal.asPerson('officer');
      const size = { width: 8, height: 8, channels: 3 as const, background };
      const file = await storePicture(officer, await sharp({ create: size }).png().toBuffer());
      const { version } = await portal.services.database.read.workOrder.findUniqueOrThrow({
        where: { id: orderId },
      });
      const pictures = { before: [], after: [file] };
      await stepWorkOrder(officer, orderId, { act: 'finish', version, report: words, pictures });
      return file;
    };
    const one = await finish('第一次：已更换路灯两盏。', '#c22');
    const [first] = (await updatesOf(id)).filter(({ status }) => status === 'FIXED');
    expect(first).toMatchObject({ description: '第一次：已更换路灯两盏。' });
    expect(first?.media_url).toContain(one);
    const again = update({
      service_request_id: id,
      update_id: 'again',
      status: 'REOPEN',
      description: '又坏了',
    });
    expect((await portal.post('servicerequestupdates.json', again)).status).toBe(201);
    const [open] = await jsonOf<Record<string, unknown>[]>(await portal.get(`requests/${id}.json`));
    expect(open).toMatchObject({ status: 'open', status_notes: null });
    const two = await finish('第二次：已更换线缆和控制器。', '#2c2');
    const both = (await updatesOf(id)).filter(({ status }) => status === 'FIXED');
    expect(both).toHaveLength(2);
    expect(both[0]?.update_id).toBe(first?.update_id);
    expect(both[0]?.media_url).toBe(first?.media_url);
    expect(both[0]?.description).not.toContain('第二次');
    expect(both[1]).toMatchObject({ description: '第二次：已更换线缆和控制器。' });
    expect(both[1]?.media_url).toContain(two);
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
