import { afterAll, beforeAll, expect, it } from 'vitest';
import { makePerson } from '../../factories/proposals';
import { makeOffices, makeOrder } from '../../factories/work-orders';
import type { TestContext } from '../../setup/context';
import { runJobs } from '../../setup/jobs';
import { contextOfPortal, postForm, signedInCookie } from '../../setup/posting-people';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import { wholeBuild } from '../../setup/whole-build';

let portal: TestPortal;
let test: TestContext;
let path = '';
let order = '';
const cookies: Record<string, string> = {};
beforeAll(async () => {
  portal = await testPortal(await wholeBuild());
  test = contextOfPortal(portal);
  await makeOffices(test);
  await makePerson(test, 'neighbour');
  await test.database.transaction((tx) =>
    tx.prisma.person.update({ where: { id: 'asker' }, data: { displayName: '柳春风' } }),
  );
  order = await makeOrder(test);
  path = `/work-orders/${order}/messages`;
  for (const who of ['asker', 'moderator', 'water-clerk', 'roads-clerk', 'neighbour'])
    cookies[who] = await signedInCookie(portal, who);
}, 120_000);
afterAll(() => portal.dispose());

const get = (who: string) => portal.ask(path, { headers: { Cookie: cookies[who] ?? '' } });
const page = async (who: string) => (await get(who)).text();
const keyIn = (html: string) => /name="key" value="([^"]+)"/.exec(html)?.[1] ?? '';
const write = (who: string, body: string, key: string) =>
  postForm(portal, { cookie: cookies[who] ?? '', path, form: { key, body } });
const told = async (personId: string, type: string) => {
  await runJobs(test);
  return test.database.read.notification.count({ where: { personId, type } });
};

it('is for those who may reach who asked, and for who asked', async () => {
  for (const who of ['neighbour', 'roads-clerk']) {
    expect((await get(who)).status).toBe(403);
    expect((await write(who, '让我看看', 'x')).status).toBe(403);
  }
  for (const who of ['moderator', 'water-clerk', 'asker']) expect((await get(who)).status).toBe(200);
  expect((await write('moderator', '请问在哪一段？', 'nobody-of-this-key')).status).toBe(404);
});

it('the office begins, who asked answers, and neither learns who or where the other is', async () => {
  expect(await page('asker')).toContain('经办人员写来以后，您可以在这里回复。');
  expect((await write('asker', '请快一点', 'any')).status).toBe(403);
  const shown = await page('water-clerk');
  expect(shown).toContain('第 1 位提诉求的人');
  const key = keyIn(shown);
  expect((await write('water-clerk', '请问夜里几点开始施工？', key)).status).toBe(302);
  expect(await told('asker', 'work-order.message-written')).toBe(1);
  const asked = await page('asker');
  expect(asked).toContain('请问夜里几点开始施工？');
  for (const words of ['water-clerk', '@example.org']) expect(asked).not.toContain(words);
  expect((await write('asker', '每天十一点以后。', keyIn(asked))).status).toBe(302);
  expect(await told('water-clerk', 'work-order.message-answered')).toBe(1);
  for (const who of ['water-clerk', 'moderator']) {
    const kept = await page(who);
    expect(kept).toContain('每天十一点以后。');
    for (const words of ['柳春风', 'asker@', '"asker"']) expect(kept).not.toContain(words);
  }
  const orderPage = (who: string) =>
    portal.ask(`/work-orders/${order}`, { headers: { Cookie: cookies[who] ?? '' } });
  expect(await (await orderPage('neighbour')).text()).not.toContain('十一点以后');
  for (const who of ['asker', 'water-clerk']) expect(await (await orderPage(who)).text()).toContain(path);
});

it('the same message sent twice is one; an empty one is refused at its field with what was typed', async () => {
  const key = keyIn(await page('water-clerk'));
  for (let times = 0; times < 2; times += 1)
    expect((await write('water-clerk', '谢谢，我们今晚去看。', key)).status).toBe(302);
  expect(await test.database.read.orderMessage.count({ where: { fromAsker: false } })).toBe(2);
  expect((await write('water-clerk', '', key)).status).toBe(400);
  const long = await write('water-clerk', '长'.repeat(2001), key);
  expect(long.status).toBe(400);
  expect(await long.text()).toContain('长'.repeat(100));
});
