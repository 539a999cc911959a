import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { receiveStatus, retryMessages, setMessageAside } from './receive-status.server';
import { addSource, mapStatus, rotateSourceSecret, setSourceState } from './sources.server';
import { sourcePage } from './sources.query.server';
import { signedHeaders } from '../rules/webhooks/signature';
import type { Context } from '../../context';
import { makeFeedback } from '../../../../tests/factories/feedback';
import { makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { makeDepartment } from '../../../../tests/factories/departments';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { registerWorkOrder } from '../../workorders/registering/register-work-order.server';

let test: TestContext;
let admin: Context;
let source: { id: string; secret: string };
let orderId: string;

beforeEach(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'resident');
  await makePerson(test, 'officer');
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  await makePerson(test, 'admin', { role: 'administrator', areaId: '421002' });
  await makeDepartment(test, { id: 'department', memberId: 'officer' });
  admin = await test.asPerson('admin');
  source = await addSource(admin, { name: '12345', areaId: '421002', departmentId: 'department' });
  await mapStatus(admin, source.id, { status: '已签收', act: 'accept' });
  await mapStatus(admin, source.id, { status: '已办结', act: 'finish' });
  orderId = await register('R-2026-1');
});
afterEach(() => test.dispose());

async function register(externalNumber: string): Promise<string> {
  return registerWorkOrder(await test.asPerson('moderator'), {
    subjectKind: 'feedback',
    subjectId: await makeFeedback(test, 'resident'),
    title: '协调夜间施工',
    description: '协调施工单位调整时间。',
    category: 'environment',
    departmentId: 'department',
    externalNumber,
    deadline: undefined,
    urgency: 'normal',
  });
}

interface Change {
  number?: string;
  report?: string;
  secret?: string;
  id?: string;
  at?: number;
}
let serial = 0;
function send(status: string, { number = 'R-2026-1', report, secret = source.secret, id, at }: Change = {}) {
  serial += 1;
  const body = JSON.stringify({
    type: 'work_order.status',
    data: { number, status, ...(report && { report }) },
  });
  const timestamp = Math.floor(test.clock.now().getTime() / 1000) + (at ?? 0);
  const headers = signedHeaders({ id: id ?? `m-${serial}`, timestamp, body }, [secret]);
  return receiveStatus(test.as('system'), source.id, {
    id: headers['webhook-id'] ?? null,
    timestamp: headers['webhook-timestamp'] ?? null,
    signature: headers['webhook-signature'] ?? null,
    body,
  });
}
const state = async () =>
  (await test.database.read.workOrder.findUniqueOrThrow({ where: { id: orderId } })).state;

describe('status messages', () => {
  it('move the order as its department would, and are recorded in its name', async () => {
    expect(await send('已签收')).toMatchObject({ outcome: 'applied', workOrderId: orderId });
    expect(await state()).toBe('accepted');
    await send('已办结', { report: '施工单位已调整到白天施工，夜间不再作业。' });
    expect(await state()).toBe('done');
    const event = await test.database.read.event.findFirstOrThrow({
      where: { type: 'work-order.done', subjectId: orderId },
    });
    expect(event.actorOrganisationId).toBe('department');
    const order = await test.database.read.workOrder.findUniqueOrThrow({ where: { id: orderId } });
    expect(order.report).toContain('白天施工');
  });

  it('may skip a step, and may come again, late or all at once, without doing anything twice', async () => {
    await send('已办结');
    expect(await state()).toBe('done');
    expect(await send('已签收')).toMatchObject({ outcome: 'applied' });
    expect(await state()).toBe('done');
    const before = await test.database.read.event.count({ where: { subjectId: orderId } });
    const answers = await Promise.all([1, 2, 3].map(() => send('已办结', { id: 'same' })));
    expect(new Set(answers.map((answer) => answer.outcome)).size).toBeLessThanOrEqual(2);
    expect(await test.database.read.inboundMessage.count({ where: { messageId: 'same' } })).toBe(1);
    expect(await test.database.read.event.count({ where: { subjectId: orderId } })).toBe(before);
  });

  it('with an unknown status wait until somebody says what it means', async () => {
    expect(await send('督办中')).toMatchObject({ outcome: 'unmapped' });
    expect(await send('督办中')).toMatchObject({ outcome: 'unmapped' });
    expect(await test.database.read.event.count({ where: { type: 'bridge.status-unmapped' } })).toBe(1);
    expect((await sourcePage(admin, source.id)).unmapped).toEqual(['督办中']);
    await mapStatus(admin, source.id, { status: '督办中', act: 'note' });
    expect(await retryMessages(admin, source.id)).toBe(2);
    const page = await sourcePage(admin, source.id);
    expect(page).toMatchObject({ unmapped: [], open: [] });
    const followed = { type: 'bridge.order-followed', subjectId: orderId };
    expect(await test.database.read.event.count({ where: followed })).toBe(2);
    const { id } = await test.database.read.event.findFirstOrThrow({ where: followed });
    const job = await test.database.read.outboxJob.findFirstOrThrow({
      where: { idempotencyKey: `notify:${id}` },
    });
    // The department works on it, and is told.
    expect(JSON.parse(job.payload)).toMatchObject({
      audience: expect.arrayContaining([{ kind: 'organisation', organisationId: 'department' }]) as unknown,
    });
  });

  it('for an unknown number wait for the order, or are set aside', async () => {
    await send('已签收', { number: 'R-2026-2' });
    await send('已签收', { number: 'R-none' });
    orderId = await register('R-2026-2');
    expect(await retryMessages(admin, source.id)).toBe(1);
    expect(await state()).toBe('accepted');
    const { open } = await sourcePage(admin, source.id);
    expect(open).toMatchObject([{ externalNumber: 'R-none', outcome: 'unknown-order' }]);
    await setMessageAside(admin, source.id, open[0]?.id ?? '');
    expect((await sourcePage(admin, source.id)).open).toEqual([]);
  });

  it('are refused with a wrong signature, an old or future timestamp, and a body that is none', async () => {
    await expect(
      send('已签收', { secret: 'whsec_MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG1ub3BxcnN0dXY=' }),
    ).rejects.toThrow('wrong-signature');
    await expect(send('已签收', { at: -301 })).rejects.toThrow('too-old');
    await expect(send('已签收', { at: 301 })).rejects.toThrow('from-the-future');
    await expect(send('')).rejects.toThrow('bad-message');
    expect(await state()).toBe('dispatched');
    expect(await test.database.read.inboundMessage.count()).toBe(0);
  });

  it('are accepted with the old secret for a day after the change', async () => {
    const old = source.secret;
    source = { ...source, secret: await rotateSourceSecret(admin, source.id) };
    expect(await send('已签收', { secret: old })).toMatchObject({ outcome: 'applied' });
    test.clock.set(new Date(test.clock.now().getTime() + 25 * 3600_000));
    await expect(send('已办结', { secret: old })).rejects.toThrow('wrong-signature');
    expect(await send('已办结')).toMatchObject({ outcome: 'applied' });
    await setSourceState(admin, source.id, 'disabled');
    await expect(send('已办结')).rejects.toThrow('not-found');
  });

  it('keep what they brought sealed', async () => {
    await send('已签收', { report: '联系人张三 13800138000' });
    const row = await test.database.read.inboundMessage.findFirstOrThrow();
    expect(row.payload).not.toContain('13800138000');
  });
});
