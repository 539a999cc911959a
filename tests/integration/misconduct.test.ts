import { afterAll, beforeAll, expect, it } from 'vitest';
import { communityId, makePerson } from '../factories/proposals';
import { makeOffices } from '../factories/work-orders';
import type { TestContext } from '../setup/context';
import { runJobs } from '../setup/jobs';
import { contextOfPortal, postForm, signedInCookie } from '../setup/posting-people';
import { testPortal } from '../setup/portal';
import type { TestPortal } from '../setup/portal';
import { wholeBuild } from '../setup/whole-build';
import { feedbackCards } from '~/domains/feedback/feedback.query.server';

let portal: TestPortal;
let test: TestContext;
let id = '';
const cookies: Record<string, string> = { visitor: '' };
const who = ['reporter', 'moderator', 'staff', 'water-clerk', 'both'];
beforeAll(async () => {
  portal = await testPortal(await wholeBuild());
  test = contextOfPortal(portal);
  await makeOffices(test);
  await makePerson(test, 'reporter');
  await makePerson(test, 'staff', { role: 'staff', areaId: '421002' });
  await makePerson(test, 'both', { role: 'moderator', areaId: '421002' });
  await test.database.transaction(async (tx) => {
    await tx.prisma.person.update({ where: { id: 'reporter' }, data: { displayName: '柳春风' } });
    await tx.prisma.organisationMember.create({
      data: {
        ...{ organisationId: 'water', personId: 'both', mandate: 'representative' },
        createdAt: test.clock.now(),
      },
    });
  });
  for (const name of who) cookies[name] = await signedInCookie(portal, name);
}, 120_000);
afterAll(() => portal.dispose());

const get = (name: string, path: string) => portal.ask(path, { headers: { Cookie: cookies[name] ?? '' } });
const page = async (name: string, path: string) => (await get(name, path)).text();
const post = (name: string, path: string, form: Record<string, string>) =>
  postForm(portal, { cookie: cookies[name] ?? '', path, form });
const read = () => test.database.read;

const title = '水务所收钱才接管';
const body = '水务所窗口的人私下要了两百元才给我家接水管，没有开票。';

it('is never public, whatever was ticked', async () => {
  const sent = await post('reporter', '/feedback/new', {
    ...{ kind: 'misconduct', title, body, category: 'other', areaId: communityId },
    ...{ isPublic: 'yes', place: '', latitude: '', longitude: '' },
  });
  expect(sent.status).toBe(302);
  id = (await read().feedback.findFirstOrThrow({ where: { title } })).id;
  expect((await read().feedback.findUniqueOrThrow({ where: { id } })).isPublic).toBe(false);
  expect(await page('visitor', '/feedback')).not.toContain(title);
  expect(await page('visitor', `/search?q=${encodeURIComponent('水务所')}`)).not.toContain(title);
  expect(await page('visitor', '/feedback')).not.toContain('value="misconduct"');
  const services = await (await portal.ask('/open311/v2/services/other.json')).text();
  expect(services).not.toContain('misconduct');
});

it('is read by moderators of the area without the name, and by no staff of departments', async () => {
  const path = `/feedback/${id}`;
  for (const name of ['visitor', 'staff', 'water-clerk']) expect((await get(name, path)).status).toBe(403);
  const shown = await page('moderator', path);
  expect(shown).toContain(body);
  expect(shown).toContain('举报人身份已密封');
  expect(shown).not.toContain('柳春风');
  expect(await page('reporter', path)).toContain('柳春风');
  expect(await page('moderator', '/moderation')).not.toContain('柳春风');
  const events = await read().event.findMany({ where: { subjectId: id } });
  expect(events.map(({ actorPersonId, isPublic }) => [actorPersonId, isPublic])).toEqual([[null, false]]);
});

it('the name is opened with a reason, which the reporter is told', async () => {
  const path = `/feedback/${id}`;
  expect((await post('moderator', path, { intent: 'who', reason: '' })).status).toBe(400);
  const opened = await post('moderator', path, { intent: 'who', reason: '请举报人补充收款时间' });
  expect(await opened.text()).toContain('举报人：柳春风');
  await runJobs(test);
  expect(await read().notification.count({ where: { personId: 'reporter', type: 'private.read' } })).toBe(1);
  expect((await post('staff', path, { intent: 'who', reason: '想知道是谁举报' })).status).toBe(403);
});

it('an order made of it bears none of its words, and closes it to the department’s people', async () => {
  const form = `/work-orders/new?feedback=${id}`;
  const order = {
    ...{ intent: 'register', subjectKind: 'feedback', subjectId: id, category: 'other', urgency: 'normal' },
    ...{ title: '核查窗口收费', description: '请核查近三个月窗口收费和开票情况。', externalNumber: '' },
    departmentId: 'water',
  };
  const refused = await post('moderator', form, { ...order, description: body });
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain('工单里不能用举报的原话');
  expect((await get('both', `/feedback/${id}`)).status).toBe(200);
  expect((await post('moderator', form, order)).status).toBe(302);
  for (const name of ['both', 'water-clerk']) {
    expect((await get(name, `/feedback/${id}`)).status).toBe(403);
    expect(await feedbackCards(await test.asPerson(name), [id])).toEqual([]);
  }
  expect(await feedbackCards(await test.asPerson('moderator'), [id])).toHaveLength(1);
  const { id: orderId } = await read().workOrder.findFirstOrThrow({ where: { title: order.title } });
  const shown = await page('water-clerk', `/work-orders/${orderId}`);
  expect(shown).toContain(order.title);
  for (const words of [title, '柳春风', `/feedback/${id}`]) expect(shown).not.toContain(words);
});

it('taking it back leaves no name on record', async () => {
  const again = '门卫多收停车费';
  await post('reporter', '/feedback/new', {
    ...{ kind: 'misconduct', title: again, body: '门卫每天多收五元，不给票据。', category: 'other' },
    ...{ areaId: communityId, isPublic: 'no', place: '', latitude: '', longitude: '' },
  });
  const own = await read().feedback.findFirstOrThrow({ where: { title: again } });
  expect((await post('reporter', `/feedback/${own.id}`, { intent: 'withdraw' })).status).toBe(302);
  const events = await read().event.findMany({ where: { subjectId: own.id } });
  expect(events.map(({ actorPersonId }) => actorPersonId)).toEqual([null, null]);
});
