import { afterAll, beforeAll, expect, it } from 'vitest';
import { open311Portal } from './setup/open311-portal';
import type { Open311Portal } from './setup/open311-portal';
import { makeFeedback } from '../factories/feedback';
import { makeAreas, makePerson } from '../factories/proposals';
import { makeDepartment } from '../factories/departments';
import { testContext } from '../setup/context';
import type { TestContext } from '../setup/context';
import { openReceiver } from '../setup/receiver';
import {
  addTarget,
  followSentOrders,
  openLanes,
  sendAgain,
  sendDueOrders,
  sendOrder,
  setTargetServices,
} from '~/domains/bridges/index.server';
import { decideFeedback } from '~/domains/feedback/index.server';
import type { Context } from '~/domains/context';
import { registerWorkOrder } from '~/domains/workorders/registering/register-work-order.server';

/** The other server is this portal itself, in a process and a database of its own. */
let remote: Open311Portal;
let test: TestContext;
let admin: Context;
let system: Context;
let targetId: string;

beforeAll(async () => {
  remote = await open311Portal();
  test = await testContext();
  test.clock.set(new Date());
  await makeAreas(test);
  await makePerson(test, 'resident');
  await makePerson(test, 'officer');
  await makePerson(test, 'admin', { role: 'administrator', areaId: '421002' });
  await makeDepartment(test, { id: 'department', memberId: 'officer' });
  const near = (ctx: Context) => ({ ...ctx, configuration: { ...ctx.configuration, privateBridges: true } });
  admin = near(await test.asPerson('admin'));
  system = near(test.as('system'));
  targetId = await target(`${remote.url}/open311/v2/`);
});
afterAll(async () => {
  await remote.dispose();
  await test.dispose();
});

async function target(url: string): Promise<string> {
  const id = await addTarget(admin, {
    name: '市平台',
    areaId: '421002',
    url,
    jurisdictionId: '421002',
    apiKey: remote.key,
  });
  await setTargetServices(admin, id, { environment: 'environment' });
  return id;
}

async function order(title: string, isPublic: 'yes' | 'no' = 'yes') {
  const id = await registerWorkOrder(admin, {
    subjectKind: 'feedback',
    subjectId: await makeFeedback(test, 'resident', { isPublic }),
    title,
    description: '协调施工单位调整时间。',
    category: 'environment',
    departmentId: 'department',
    externalNumber: '',
    deadline: undefined,
    urgency: 'normal',
  });
  return test.database.read.workOrder.findUniqueOrThrow({ where: { id } });
}

async function run(what: typeof sendDueOrders): Promise<void> {
  const lanes = openLanes(4, (error) => {
    throw error;
  });
  await what(system, lanes);
  await lanes.idle();
}
const sentOf = (workOrderId: string) =>
  test.database.read.sentOrder.findFirstOrThrow({ where: { workOrderId } });
const arrived = (title: string) => remote.services.database.read.feedback.findMany({ where: { title } });
const later = (seconds: number) => test.clock.set(new Date(test.clock.now().getTime() + seconds * 1000));

it('sends an order once and follows it to its end', async () => {
  const { id, number } = await order('夜间施工转送市平台');
  await sendOrder(admin, targetId, number);
  await expect(sendOrder(admin, targetId, number)).rejects.toThrow('sent-already');
  await Promise.all([run(sendDueOrders), run(sendDueOrders)]);
  const sent = await sentOf(id);
  expect(sent).toMatchObject({ state: 'sent', attempts: 1, externalStatus: 'open' });
  const [matter] = await arrived('夜间施工转送市平台');
  expect(matter?.id).toBe(sent.externalId);
  expect(matter?.body).toContain(number);
  await run(followSentOrders);
  expect(await sentOf(id)).toMatchObject({ state: 'sent' });
  await decideFeedback(await remote.asPerson('moderator'), matter?.id ?? '', {
    act: 'answer',
    words: '已责令整改。',
  });
  await run(followSentOrders);
  await run(followSentOrders);
  expect(await sentOf(id)).toMatchObject({
    state: 'closed',
    externalStatus: 'closed',
    statusNotes: '已责令整改。',
  });
  expect(
    await test.database.read.event.count({ where: { type: 'bridge.order-followed', subjectId: id } }),
  ).toBe(1);
});

it('makes no double where the answer to a POST is lost: it looks before it sends again', async () => {
  const between = await openReceiver();
  let drops = 2;
  between.answer = (call, response) => {
    const headers = { 'Content-Type': call.headers['content-type'] ?? '' };
    const init = { method: call.method, ...(call.method === 'POST' && { headers, body: call.body }) };
    void fetch(`${remote.url}${call.path}`, init).then(async (answer) => {
      if (call.method === 'POST' && drops-- > 0) return response.destroy();
      response.writeHead(answer.status).end(await answer.text());
    });
  };
  try {
    const id = await target(`${between.url}/open311/v2/`);
    const { id: orderId, number } = await order('答复丢失的工单');
    await sendOrder(admin, id, number);
    await run(sendDueOrders);
    expect(await sentOf(orderId)).toMatchObject({ state: 'uncertain', attempts: 1 });
    later(10);
    await run(sendDueOrders);
    expect(await sentOf(orderId)).toMatchObject({ state: 'sent', attempts: 2 });
    expect(await arrived('答复丢失的工单')).toHaveLength(1);
    expect(between.calls.filter(({ method }) => method === 'POST')).toHaveLength(1);
  } finally {
    await between.close();
  }
});

it('tries again by the schedule where the server is away, and polls a token', async () => {
  const away = await openReceiver();
  try {
    const id = await target(`${away.url}/`);
    const { id: orderId, number } = await order('服务器暂时不在');
    away.answer = (call, response) =>
      void (call.method === 'GET' ? response.end('<service_requests/>') : response.writeHead(503).end());
    await sendOrder(admin, id, number);
    await run(sendDueOrders);
    await run(sendDueOrders);
    expect(away.calls).toHaveLength(1);
    away.answer = (call, response) => {
      const token = '<service_requests><request><token>t-1</token></request></service_requests>';
      const known =
        '<service_requests><request><service_request_id>R 9</service_request_id></request></service_requests>';
      if (call.method === 'POST') response.end(token);
      else response.end(call.path.startsWith('/tokens/t-1.xml') ? known : '<service_requests/>');
    };
    later(10);
    await run(sendDueOrders);
    expect(await sentOf(orderId)).toMatchObject({ token: 't-1', externalId: null });
    later(10);
    await run(sendDueOrders);
    expect(await sentOf(orderId)).toMatchObject({ state: 'sent', externalId: 'R 9' });
    expect(away.calls.filter(({ method }) => method === 'POST')).toHaveLength(2);
  } finally {
    await away.close();
  }
});

it('gives up what is refused, says why, and sends nothing confidential', async () => {
  const refusing = await openReceiver();
  try {
    refusing.answer = (call, response) =>
      void (call.method === 'GET'
        ? response.end('<service_requests/>')
        : response
            .writeHead(400)
            .end(
              '<errors><error><code>400</code><description>no such service</description></error></errors>',
            ));
    const id = await target(`${refusing.url}/`);
    const { id: orderId, number } = await order('会被拒绝的工单');
    await sendOrder(admin, id, number);
    await run(sendDueOrders);
    const failed = await sentOf(orderId);
    expect(failed).toMatchObject({ state: 'failed', lastError: '400: no such service' });
    await sendAgain(admin, id, failed.id);
    await run(sendDueOrders);
    expect(await sentOf(orderId)).toMatchObject({ state: 'failed' });
    const secret = await order('不公开的工单', 'no');
    await expect(sendOrder(admin, id, secret.number)).rejects.toThrow('confidential');
    await expect(sendOrder(admin, id, 'GZ0')).rejects.toThrow('unknown-number');
  } finally {
    await refusing.close();
  }
});
