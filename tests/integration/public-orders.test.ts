import { afterEach, beforeEach, expect, it } from 'vitest';
import { calendarOf, endCalendarLink, renewCalendarLink } from '~/domains/bridges/index.server';
import { listPublicOrders } from '~/domains/bridges/index.server';
import { orderFeed } from '~/http/answers/sharing/order-feed.server';
import { embeddedOrders } from '~/http/answers/sharing/embedded-orders.server';
import { registerWorkOrder } from '~/domains/workorders/registering/register-work-order.server';
import { makeFeedback } from '../factories/feedback';
import { makeAreas, makePerson } from '../factories/proposals';
import { makeDepartment } from '../factories/departments';
import { testContext } from '../setup/context';
import type { TestContext } from '../setup/context';
import { readXml, textOf } from '~/lib/xml/read-xml';

let test: TestContext;
let shown: string;
let confidential: string;
beforeEach(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'resident');
  await makePerson(test, 'officer');
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  await makeDepartment(test, { id: 'department', memberId: 'officer' });
  shown = await order('协调夜间施工<&>', 'yes');
  confidential = await order('不公开的工单', 'no');
});
afterEach(() => test.dispose());

async function order(title: string, isPublic: 'yes' | 'no'): Promise<string> {
  return registerWorkOrder(await test.asPerson('moderator'), {
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
}

it('gives staff their deadlines by an address that can be renewed and ended', async () => {
  const officer = await test.asPerson('officer');
  const token = await renewCalendarLink(officer);
  const visitor = test.as('visitor');
  const calendar = await calendarOf(visitor, token);
  expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(calendar).toContain(`UID:${shown}@`);
  const fresh = await renewCalendarLink(officer);
  await expect(calendarOf(visitor, token)).rejects.toThrow('not-found');
  expect(await calendarOf(visitor, fresh)).toContain('BEGIN:VCALENDAR');
  await endCalendarLink(officer);
  await expect(calendarOf(visitor, fresh)).rejects.toThrow('not-found');
});

it('shows each only what is theirs, as it stands when the calendar is asked for', async () => {
  const resident = await calendarOf(
    test.as('visitor'),
    await renewCalendarLink(await test.asPerson('resident')),
  );
  expect(resident).not.toContain('BEGIN:VEVENT');
  const token = await renewCalendarLink(await test.asPerson('moderator'));
  expect((await calendarOf(test.as('visitor'), token)).match(/BEGIN:VEVENT/g)).toHaveLength(2);
  await test.database.transaction((tx) => tx.prisma.roleHeld.deleteMany({}));
  expect(await calendarOf(test.as('visitor'), token)).not.toContain('BEGIN:VEVENT');
  await test.database.transaction((tx) =>
    tx.prisma.person.update({ where: { id: 'moderator' }, data: { suspendedAt: test.clock.now() } }),
  );
  await expect(calendarOf(test.as('visitor'), token)).rejects.toThrow('not-found');
});

it('keeps what is confidential out of lists, feeds and frames', async () => {
  const visitor = test.as('visitor');
  const listed = await listPublicOrders(visitor, { areaId: '421002', most: 10 });
  expect(listed.map(({ id }) => id)).toEqual([shown]);
  expect(await listPublicOrders(visitor, { areaId: '421002', status: 'closed', most: 10 })).toEqual([]);
  const feed = await orderFeed(
    visitor,
    new URL('http://x/feeds/work-orders.atom?area=421002&category=environment'),
  );
  const root = readXml(feed.replaceAll(/<link [^>]*\/>|<category [^>]*\/>/g, ''));
  const entries = root.children.filter(({ name }) => name === 'entry');
  expect(entries.map((entry) => textOf(entry, 'title'))).toEqual(['协调夜间施工<&>']);
  const frame = await embeddedOrders(visitor, new URL('http://x/embed/work-orders?area=421002'));
  expect(frame).toContain('协调夜间施工&lt;&amp;&gt;');
  expect(frame).not.toContain('<script');
  for (const text of [feed, frame]) {
    expect(text).not.toContain(confidential);
    expect(text).not.toContain('不公开的工单');
  }
  await expect(orderFeed(visitor, new URL('http://x/?category=none'))).rejects.toThrow('not-found');
  // What no filter is makes no other feed under another id.
  const [plain, odd] = await Promise.all(
    ['http://x/', 'http://x/?status=closed'].map((url) => orderFeed(visitor, new URL(url))),
  );
  expect(odd).toBe(plain);
});
