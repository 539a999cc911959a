import { afterAll, beforeAll, expect, it } from 'vitest';
import { communityId, makeAreas, makePerson } from '../../factories/proposals';
import { atOnce } from '../../setup/at-once';
import { contextOfPortal, postForm, signedInCookie } from '../../setup/posting-people';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import { wholeBuild } from '../../setup/whole-build';
import { timelineOf } from '~/domains/ledger/index.server';

const path = '/areas/421002/list';
const header = '区划代码,名称';
const reason = '荆民函〔2026〕7号';
let portal: TestPortal;
const cookies: Record<string, string> = {};
beforeAll(async () => {
  portal = await testPortal(await wholeBuild());
  const test = contextOfPortal(portal);
  await makeAreas(test);
  await makePerson(test, 'district', { role: 'administrator', areaId: '421002' });
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  for (const who of ['district', 'moderator']) cookies[who] = await signedInCookie(portal, who);
}, 120_000);
afterAll(() => portal.dispose());

const send = (text: string, { who = 'district', to = path } = {}) =>
  postForm(portal, { cookie: cookies[who] ?? '', path: to, form: { text, reason } });
const counted = () => portal.services.database.read.area.count();

it('is for administrators of the area', async () => {
  const asked = { headers: { Cookie: cookies.moderator ?? '' } };
  expect((await portal.ask(path, asked)).status).toBe(403);
  expect((await send(`${header}\n421002009000,新街道`, { who: 'moderator' })).status).toBe(403);
  const beside = { headers: { Cookie: cookies.district ?? '' } };
  expect((await portal.ask('/areas/421003/list', beside)).status).toBe(403);
  expect((await portal.ask('/areas/999999/list', beside)).status).toBe(404);
});

it('names each fault at its line, keeps what was typed, and adds none', async () => {
  const before = await counted();
  const list = [
    header,
    '421002009000,新街道',
    '421003009000,别区的街道',
    `${communityId},早就有的社区`,
    '421002008001,没有街道的社区',
    '4.21002E+11,被表格改坏的',
    '42100200,短',
    '421002009001,一',
    '421002009000,又是新街道',
  ].join('\n');
  const answer = await send(list);
  expect(answer.status).toBe(400);
  const html = await answer.text();
  for (const words of [
    '有 7 行要改，一个区域也没有增加。',
    '代码 421003009000 不在这个区域之下',
    `代码 ${communityId} 已经有了`,
    '上级区域 421002008 既不在名单里，也还没有增加',
    '表格软件改坏了代码“4.21002E+11”',
    '“42100200”不是 12 位区划代码',
    '名称要有 2 到 60 个字：一',
    '和第 2 行重复',
    '421002009000,又是新街道',
  ])
    expect(html).toContain(words);
  expect(await counted()).toBe(before);
});

it.each([
  ['', '缺少列：code, name'],
  [header, '名单是空的'],
  ['区划代码\n421002009000', '缺少列：name'],
  [`${header}\n"421002009000,新街道`, '读不懂这份表格'],
  [[header, ...Array.from({ length: 501 }, () => '421002009000,新街道')].join('\n'), '最多 500 行'],
])('says what a table lacks: %#', async (text, words) => {
  const answer = await send(text);
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain(words);
});

it('adds streets, communities and grids of one list, in any order, each with its history', async () => {
  const before = await counted();
  const list = 'code,name,name_en\n421002009001001,第一网格,\n421002009001,新社区,New\n421002009000,新街道,';
  expect((await send(list)).status).toBe(302);
  expect(await counted()).toBe(before + 3);
  const { read } = portal.services.database;
  expect(await read.area.findUniqueOrThrow({ where: { id: '421002009001' } })).toMatchObject({
    ...{ level: 'community', parentId: '421002009', name: '新社区', nameEnglish: 'New' },
  });
  const visitor = contextOfPortal(portal).as('visitor');
  const { events } = await timelineOf(visitor, [{ kind: 'area', id: '421002009001' }], null);
  expect(events[0]?.text).toContain(reason);
  expect((await send(list)).status).toBe(400);
});

it('the same list sent ten times at once is added once', async () => {
  const before = await counted();
  const list = `${header}\n421002010000,同时的街道\n421002010001,同时的社区`;
  const { ok } = await atOnce(Array.from({ length: 10 }), async () => (await send(list)).status);
  expect(ok.filter((status) => status === 302)).toHaveLength(1);
  expect(ok.every((status) => [302, 400, 409].includes(status))).toBe(true);
  expect(await counted()).toBe(before + 2);
});
