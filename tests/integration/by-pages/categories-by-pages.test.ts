import { afterAll, beforeAll, expect, it } from 'vitest';
import { communityId, makePerson, makeProposal } from '../../factories/proposals';
import { makeOffices } from '../../factories/work-orders';
import type { TestContext } from '../../setup/context';
import { contextOfPortal, postForm, signedInCookie } from '../../setup/posting-people';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import { wholeBuild } from '../../setup/whole-build';

let portal: TestPortal;
let test: TestContext;
const cookies: Record<string, string> = { visitor: '' };
beforeAll(async () => {
  portal = await testPortal(await wholeBuild());
  test = contextOfPortal(portal);
  await makeOffices(test);
  await makePerson(test, 'author');
  await makePerson(test, 'top', { role: 'administrator', areaId: '4210' });
  await makePerson(test, 'district', { role: 'administrator', areaId: '421002' });
  for (const who of ['author', 'top', 'district', 'moderator'])
    cookies[who] = await signedInCookie(portal, who);
}, 120_000);
afterAll(() => portal.dispose());

const page = async (who: string, path: string, language = 'zh-CN') =>
  (
    await portal.ask(path, {
      headers: { Cookie: cookies[who] ?? '', 'Accept-Language': language },
    })
  ).text();
const post = (who: string, path: string, form: Record<string, string>) =>
  postForm(portal, { cookie: cookies[who] ?? '', path, form });

const reason = '12345 月度分析会定';
const noise = {
  ...{ intent: 'add', code: 'noise', name: '噪声扰民', nameEnglish: 'Noise' },
  ...{ group: 'order-and-trade', reason },
};
const feedback = (category: string) => ({
  ...{ kind: 'help', title: '夜里施工太吵', body: '工地夜里十二点还在打桩，睡不着。', category },
  ...{ areaId: communityId, isPublic: 'yes', place: '', latitude: '', longitude: '' },
});
const revisionOf = async (code: string) =>
  /name="revision" value="([^"]+)"/.exec(await page('top', `/categories/${code}`))?.[1] ?? '';

it('is kept by those who administer the whole portal; everyone reads the list', async () => {
  expect(await page('visitor', '/categories')).toContain('<code>greening</code>');
  for (const who of ['district', 'moderator', 'author']) {
    expect(await page(who, '/categories')).not.toContain('增加类别');
    expect((await post(who, '/categories', noise)).status).toBe(403);
  }
  expect(await page('top', '/categories')).toContain('增加类别');
});

it('one that was added is chosen on the next form, in both languages, and is a service of Open311', async () => {
  expect(await page('author', '/feedback/new')).not.toContain('噪声扰民');
  expect((await post('author', '/feedback/new', feedback('noise'))).status).toBe(400);
  expect((await post('top', '/categories', noise)).status).toBe(302);
  expect(await page('author', '/feedback/new')).toContain('<option value="noise">噪声扰民</option>');
  expect(await page('visitor', '/proposals', 'en')).toContain('<option value="noise">Noise</option>');
  expect((await post('author', '/feedback/new', feedback('noise'))).status).toBe(302);
  expect(await page('visitor', '/feedback')).toContain('噪声扰民');
  const services = (await (await portal.ask('/open311/v2/services.json')).json()) as object[];
  expect(services).toContainEqual(
    expect.objectContaining({ service_code: 'noise', group: expect.any(String) as string }),
  );
});

it.each([
  [{ code: 'Noise Two' }, '用小写字母、数字和连字符'],
  [{ code: 'noise' }, '这个代码已经用过'],
  [{ code: 'city-management' }, '这个代码已经用过'],
  [{ code: 'noise-2' }, '已经有这个名称的类别'],
  [{ code: 'noise-2', name: '噪声二', reason: '' }, '请填写'],
  [{ code: 'noise-2', name: '噪声二', group: 'nonsense' }, '请从选项中选择'],
])('says at the field what is wrong, and keeps what was typed: %o', async (change, words) => {
  const answer = await post('top', '/categories', { ...noise, ...change });
  expect([400, 409]).toContain(answer.status);
  const html = await answer.text();
  expect(html).toContain(words);
  expect(html).toContain('value="Noise"');
});

it('renaming it shows on what is sorted under it, and the former name stays in its history', async () => {
  const id = await makeProposal(test, 'author');
  const { category } = await test.database.read.proposal.findUniqueOrThrow({ where: { id } });
  const named = await test.database.read.category.findUniqueOrThrow({ where: { id: category } });
  expect(await page('visitor', `/proposals/${id}`)).toContain(named.name);
  const renamed = { intent: 'change', name: '旧楼加装电梯', nameEnglish: '', group: '', reason };
  const revision = await revisionOf(category);
  expect((await post('top', `/categories/${category}`, { ...renamed, revision })).status).toBe(302);
  const after = await page('visitor', `/proposals/${id}`);
  expect(after).toContain('旧楼加装电梯');
  expect(after).not.toContain(named.name);
  const history = await page('visitor', `/categories/${category}`);
  expect(history).toContain(`类别“${named.name}”改为“旧楼加装电梯”：${reason}`);
  expect((await post('top', `/categories/${category}`, { ...renamed, revision })).status).toBe(409);
});

it('a retired one cannot be chosen, is read and filtered still, and comes back', async () => {
  expect((await post('top', '/categories/noise', { intent: 'retire', reason })).status).toBe(302);
  expect(await page('author', '/feedback/new')).not.toContain('<option value="noise"');
  const refused = await post('author', '/feedback/new', { ...feedback('noise'), title: '又在施工' });
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain('这个类别已停用，请另选一个。');
  expect(await page('visitor', '/feedback')).toContain('噪声扰民');
  expect(await page('visitor', '/proposals')).toContain('<option value="noise">噪声扰民</option>');
  const services = await (await portal.ask('/open311/v2/services.json')).text();
  expect(services).not.toContain('"noise"');
  expect((await portal.ask('/open311/v2/services/noise.json')).status).toBe(200);
  expect((await post('top', '/categories/noise', { intent: 'back', reason })).status).toBe(302);
  expect(await page('author', '/feedback/new')).toContain('<option value="noise"');
});

it('a matter keeps a category that was retired meanwhile, and its order may take it over', async () => {
  await post('author', '/feedback/new', { ...feedback('noise'), title: '空调外机太吵' });
  const { id } = await test.database.read.feedback.findFirstOrThrow({ where: { title: '空调外机太吵' } });
  await post('top', '/categories/noise', { intent: 'retire', reason });
  const form = `/work-orders/new?feedback=${id}`;
  expect(await page('moderator', form)).toContain('<option value="noise" selected="">噪声扰民</option>');
  const order = {
    ...{
      intent: 'register',
      subjectKind: 'feedback',
      subjectId: id,
      title: '空调外机噪声',
      urgency: 'normal',
    },
    ...{ description: '请到现场测量噪声。', departmentId: '', externalNumber: '' },
  };
  expect((await post('moderator', form, { ...order, category: 'noise' })).status).toBe(302);
});

it('the one for what nobody has sorted stays, and the page says why', async () => {
  expect(await page('top', '/categories/other')).toContain('这个类别不能停用');
  const refused = await post('top', '/categories/other', { intent: 'retire', reason });
  expect(refused.status).toBe(403);
  expect(await refused.text()).toContain('这个类别不能停用');
});

it('the order of the forms is the order of the list', async () => {
  const codes = async () =>
    [...(await page('author', '/feedback/new')).matchAll(/<option value="([a-z-]+)"[^>]*>/g)]
      .map(([, code]) => code)
      .filter((code) => code === 'housing' || code === 'environment');
  expect(await codes()).toEqual(['environment', 'housing']);
  const move = { intent: 'move', code: 'housing', way: 'up' };
  expect((await post('top', '/categories', move)).status).toBe(302);
  expect(await codes()).toEqual(['housing', 'environment']);
});
