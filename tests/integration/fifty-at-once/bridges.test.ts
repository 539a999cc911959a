import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFeedback } from '../../factories/feedback';
import { makePerson } from '../../factories/proposals';
import { makeOffices, makeOrder, stateOf } from '../../factories/work-orders';
import { all, fired, oneAnd, presses } from '../../setup/at-once';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import { callerOf, issueApiKey } from '~/domains/bridges/api-keys.server';
import { importOrders } from '~/domains/bridges/exchange/import-orders.server';
import {
  receiveStatus,
  retryMessages,
  setMessageAside,
} from '~/domains/bridges/inbound/receive-status.server';
import {
  addSource,
  forgetStatus,
  mapStatus,
  rotateSourceSecret,
  setSourceState,
} from '~/domains/bridges/inbound/sources.server';
import { takeUpdate } from '~/domains/bridges/open311/take-update.server';
import { signedHeaders } from '~/domains/bridges/rules/webhooks/signature';
import {
  addTarget,
  sendAgain,
  sendOrder,
  setTargetServices,
  setTargetState,
} from '~/domains/bridges/targets/targets.server';
import {
  addEndpoint,
  replay,
  rotateEndpointSecret,
  setEndpointState,
} from '~/domains/bridges/webhooks/endpoints.server';
import type { Context } from '~/domains/context';
import type { Transaction } from '~/platform/db/database.server';

let test: TestContext;
let admin: Context;
const areaId = '421002';
beforeAll(async () => {
  test = await testContext();
  await makeOffices(test);
  await makePerson(test, 'admin', { role: 'administrator', areaId });
  admin = await test.asPerson('admin');
});
afterAll(() => test.dispose());

const read = () => test.database.read;
const told = (subjectId: string, type: string) => read().event.count({ where: { subjectId, type } });
const write = (change: (prisma: Transaction['prisma']) => Promise<unknown>) =>
  test.database.transaction((tx) => change(tx.prisma));

describe('messages of another system', () => {
  const source = (name: string) => addSource(admin, { name, areaId, departmentId: 'water' });
  const messages = (sourceId: string) => read().inboundMessage.findMany({ where: { sourceId } });

  /** As the other system sends it, under an id of its own. */
  function send({ id, secret }: { id: string; secret: string }, message: { id: string; number: string }) {
    const data = { number: message.number, status: '已签收' };
    const body = JSON.stringify({ type: 'work_order.status', data });
    const timestamp = Math.floor(test.clock.now().getTime() / 1000);
    const headers = signedHeaders({ id: message.id, timestamp, body }, [secret]);
    return receiveStatus(test.as('system'), id, {
      id: headers['webhook-id'] ?? null,
      timestamp: headers['webhook-timestamp'] ?? null,
      signature: headers['webhook-signature'] ?? null,
      body,
    });
  }

  it('are kept once, told of once where nobody knows what they mean, and applied once', async () => {
    const made = await source('12345');
    const order = await makeOrder(test, { externalNumber: 'R-1' });
    expect(await fired((at) => send(made, { id: `m-${at % 10}`, number: 'R-1' }))).toEqual(all);
    expect([(await messages(made.id)).length, await told(made.id, 'bridge.status-unmapped')]).toEqual([
      10, 1,
    ]);
    const mapped = { status: '已签收', act: 'accept' } as const;
    expect(await fired(() => mapStatus(admin, made.id, mapped))).toEqual(all);
    const applied: number[] = [];
    await fired(async () => applied.push(await retryMessages(admin, made.id)), 10);
    expect(applied.reduce((sum, one) => sum + one, 0)).toBe(10);
    expect([(await stateOf(test, order)).state, await told(order, 'work-order.accepted')]).toEqual([
      'accepted',
      1,
    ]);
    await fired(() => send(made, { id: 'late', number: 'R-1' }));
    expect((await messages(made.id)).map(({ outcome }) => outcome)).toEqual(Array(11).fill('applied'));
    expect(await fired(() => forgetStatus(admin, made.id, '已签收'))).toEqual(all);
  });

  it('are set aside once; a secret is exchanged by each who asks, and the source is switched', async () => {
    const made = await source('城管');
    await send(made, { id: 'unknown', number: 'none' });
    const [{ id = '' } = {}] = await messages(made.id);
    expect(await fired(() => setMessageAside(admin, made.id, id))).toEqual(oneAnd('already-decided'));
    expect(await fired(() => rotateSourceSecret(admin, made.id))).toEqual(all);
    const off = await fired(() => setSourceState(admin, made.id, 'disabled'));
    expect(off).toEqual(oneAnd('already-decided'));
    expect(await told(made.id, 'bridge.source-changed')).toBe(1 + presses);
  });

  it('a posted update is taken once', async () => {
    const { secret } = await issueApiKey(admin, { name: '邻市', areaId, postsArePublic: 'yes' });
    const caller = await callerOf(test.as('system'), secret);
    if (!caller) throw new Error('No caller has the key');
    const service_request_id = await makeFeedback(test, 'asker');
    const fields = { service_request_id, update_id: 'u-1', status: 'OPEN', description: '还没有修' };
    const take = () => takeUpdate(test.as('system'), caller, { fields, attributes: {}, media: [] });
    expect(await fired(take)).toEqual(all);
    const updates = await read().externalUpdate.findMany();
    expect(updates.map(({ effect }) => effect)).toEqual(['noted']);
  });
});

it('a table of orders that is imported at once makes each order once', async () => {
  const head =
    'service_request_id,status_description,status_notes,service_name,description,agency_responsible,lat,long';
  const bytes = Buffer.from(
    [head, 'A-1,open,,facilities,路灯不亮了,,,', 'A-2,open,,facilities,井盖坏了,,,'].join('\n'),
  );
  const moderator = await test.asPerson('moderator');
  const load = () => importOrders(moderator, { bytes, areaId, system: '12345', dryRun: false });
  const { done = 0, 'changed-meanwhile': late = 0 } = await fired(load, 10);
  expect([done > 0, done + late]).toEqual([true, 10]);
  expect(await read().workOrder.count({ where: { externalNumber: { in: ['A-1', 'A-2'] } } })).toBe(2);
});

describe('another server', () => {
  const server = {
    name: '市平台',
    areaId,
    url: 'https://open311.example.org',
    jurisdictionId: '',
    apiKey: '',
  };

  it('gets each order once, and one that failed again once', async () => {
    const id = await addTarget(admin, server);
    const services = { environment: 'environment' };
    expect(await fired(() => setTargetServices(admin, id, services))).toEqual(all);
    expect(await read().open311TargetService.count({ where: { targetId: id } })).toBe(1);
    const { number } = await stateOf(test, await makeOrder(test));
    expect(await fired(() => sendOrder(admin, id, number))).toEqual(oneAnd('bridges.sent-already'));
    const sent = await read().sentOrder.findFirstOrThrow({ where: { targetId: id } });
    await write((tx) => tx.sentOrder.update({ where: { id: sent.id }, data: { state: 'failed' } }));
    expect(await fired(() => sendAgain(admin, id, sent.id))).toEqual(oneAnd('already-decided'));
    const off = await fired(() => setTargetState(admin, id, 'disabled'));
    expect(off).toEqual(oneAnd('already-decided'));
    expect(await told(id, 'bridge.target-changed')).toBe(1 + presses);
  });

  it('is told what was dead once more, and is ended once', async () => {
    const { id } = await addEndpoint(admin, { name: '区数据平台', areaId, url: 'https://data.example.org' });
    const now = test.clock.now();
    await write((tx) =>
      tx.webhookDelivery.create({
        data: {
          id: 'dead',
          endpointId: id,
          eventId: 'none',
          type: 'x',
          body: '',
          state: 'dead',
          dueAt: now,
          createdAt: now,
        },
      }),
    );
    const again = await fired(() => replay(admin, { endpointId: id, deliveryId: 'all-dead' }));
    expect(again).toEqual(oneAnd('bridges.nothing-to-replay'));
    expect(await fired(() => rotateEndpointSecret(admin, id))).toEqual(all);
    expect(await fired(() => setEndpointState(admin, id, 'removed'))).toEqual(oneAnd('not-found'));
  });
});
