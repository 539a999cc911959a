import { afterAll, beforeAll, expect, it } from 'vitest';
import { communityId, makeAreas, makePerson } from '../../factories/proposals';
import { contextOfPortal, postForm, signedInCookie } from '../../setup/posting-people';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import { wholeBuild } from '../../setup/whole-build';

const path = '/moderation/invitations/list';
const portals: TestPortal[] = [];
let cookies: Record<string, string> = {};

async function office(environment: Record<string, string> = {}) {
  const portal = await testPortal(await wholeBuild(), environment);
  portals.push(portal);
  const test = contextOfPortal(portal);
  await makeAreas(test);
  await makePerson(test, 'district', { role: 'administrator', areaId: '421002' });
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  cookies = Object.fromEntries(
    await Promise.all(
      ['district', 'moderator'].map(async (who) => [who, await signedInCookie(portal, who)] as const),
    ),
  );
  return portal;
}

let portal: TestPortal;
beforeAll(async () => {
  portal = await office();
}, 120_000);
afterAll(() => Promise.all(portals.map((one) => one.dispose())));

const send = (text: string, who = 'district', to = portal) =>
  postForm(to, { cookie: cookies[who] ?? '', path, form: { text, days: '14' } });
const made = (of = portal) => of.services.database.read.roleInvitation.count();
const header = 'name,email,role,area';
const linksIn = (html: string) => [...new Set(html.match(/\/invitations\/[\w-]{20,}/g))];

it('is for administrators', async () => {
  expect((await portal.ask(path, { headers: { Cookie: cookies.moderator ?? '' } })).status).toBe(403);
  expect((await send(`${header}\n张敏,,moderator,${communityId}`, 'moderator')).status).toBe(403);
});

it('names each fault at its line, keeps what was typed, and invites nobody', async () => {
  const list = [
    header,
    `张敏,,审核员,${communityId}`,
    '李强,not-an-address,审核员,青石社区',
    '王芳,,校长,青石社区',
    '赵勇,,部门工作人员,荆州区',
    '王,,审核员,青石社区',
    `张敏,,审核员,${communityId}`,
  ].join('\n');
  const answer = await send(list);
  expect(answer.status).toBe(400);
  const html = await answer.text();
  for (const words of [
    '有 5 行要改，一个邀请也没有发出。',
    '这不是邮箱地址：not-an-address',
    '没有职责“校长”',
    '您管理的范围内没有区域“荆州区”',
    '姓名要有 2 到 60 个字：王',
    '和第 2 行重复',
  ])
    expect(html).toContain(words);
  expect(html).toContain('赵勇,,部门工作人员,荆州区');
  expect(await made()).toBe(0);
});

it.each([
  ['', '缺少列：name, role, area'],
  [header, '名单是空的'],
  ['name,role\n张敏,审核员', '缺少列：area'],
  [`${header}\n"张敏,,审核员,青石社区`, '读不懂这份表格'],
])('says what a table lacks: %o', async (text, words) => {
  const answer = await send(text);
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain(words);
});

it('makes a slip with link and code for each; the links hold, and the same list sent twice is one', async () => {
  const list = `area,role,name\n青石社区,审核员,张敏\n421002001000,staff,李强`;
  const sheet = await send(list);
  expect(sheet.status).toBe(200);
  const html = await sheet.text();
  const links = linksIn(html);
  expect(links).toHaveLength(2);
  expect(html.match(/aria-label="[^"]*的邀请二维码"/g)).toHaveLength(2);
  expect(await made()).toBe(2);
  expect(linksIn(await (await send(list)).text())).toEqual(links);
  expect(await made()).toBe(2);
  const joined = await postForm(portal, {
    ...{ cookie: '', path: links[0] ?? '' },
    form: {
      ...{ intent: 'join', email: 'zhangmin@example.org', displayName: '张敏' },
      password: 'kunpeng-zhanchi-9527',
    },
  });
  expect(joined.status).toBe(302);
  const { read } = portal.services.database;
  const person = await read.person.findUniqueOrThrow({ where: { email: 'zhangmin@example.org' } });
  expect(await read.roleHeld.findMany({ where: { personId: person.id } })).toMatchObject([
    { role: 'moderator', areaId: communityId },
  ]);
  // One of them is used up: the same list makes new ones.
  expect(linksIn(await (await send(list)).text())).not.toEqual(links);
});

it('where the portal sends mail, who has an address gets the link there, and the sheet does not show it', async () => {
  const mailing = await office({ SMTP_URL: 'smtp://127.0.0.1:9' });
  const list = `${header}\n张敏,ZhangMin@example.org,审核员,青石社区\n李强,,审核员,青石社区`;
  const html = await (await send(list, 'district', mailing)).text();
  expect(linksIn(html)).toHaveLength(1);
  expect(html).toContain('其中 1 个已寄到邮箱：张敏');
  const mails = await mailing.services.database.read.mail.findMany();
  expect(mails).toMatchObject([{ recipient: 'zhangmin@example.org', subject: '邀请您担任审核员 · 共治' }]);
  expect(await made(mailing)).toBe(2);
}, 60_000);
