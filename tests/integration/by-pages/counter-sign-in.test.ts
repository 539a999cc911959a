import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { communityId, makeAreas, makePerson } from '../../factories/proposals';
import type { TestContext } from '../../setup/context';
import { runJobs } from '../../setup/jobs';
import { contextOfPortal, postForm, signedInCookie } from '../../setup/posting-people';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import { wholeBuild } from '../../setup/whole-build';
import type { Role } from '~/domains/actor';

let portal: TestPortal;
let test: TestContext;
const cookies: Record<string, string> = {};

async function resident(id: string, held?: { role: Role; areaId: string }): Promise<void> {
  await makePerson(test, id, held);
  await test.database.transaction((tx) =>
    tx.prisma.person.update({ where: { id }, data: { residenceAreaId: communityId } }),
  );
}

beforeAll(async () => {
  portal = await testPortal(await wholeBuild(), { RATE_LIMITS: 'false' });
  test = contextOfPortal(portal);
  await makeAreas(test);
  await makePerson(test, 'clerk', { role: 'moderator', areaId: '421002' });
  await makePerson(test, 'elsewhere', { role: 'moderator', areaId: '421003' });
  await makePerson(test, 'district', { role: 'administrator', areaId: '421002' });
  await makePerson(test, 'top', { role: 'administrator', areaId: '4210' });
  for (const who of ['granny', 'grandpa', 'second']) await resident(who);
  await resident('colleague', { role: 'moderator', areaId: communityId });
  await resident('chief', { role: 'administrator', areaId: '421002' });
  await makePerson(test, 'unconfirmed');
  for (const who of ['clerk', 'elsewhere', 'district', 'top', 'granny'])
    cookies[who] = await signedInCookie(portal, who);
}, 120_000);
afterAll(() => portal.dispose());

const path = '/moderation/sign-in-codes';
const give = (who: string, name: string, seen = '居民身份证，本人到场') =>
  postForm(portal, { cookie: cookies[who] ?? '', path, form: { email: `${name}@example.org`, seen } });
const codeIn = (html: string) => /([0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(html)?.[0] ?? '';
const codeFor = async (name: string, who = 'clerk') => codeIn(await (await give(who, name)).text());
const enter = (code: string, password = '') =>
  postForm(portal, { cookie: '', path: '/sign-in/code', form: { code, password } });
const sessionIn = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
const told = async (personId: string, type: string) => {
  await runJobs(test);
  return test.database.read.notification.count({ where: { personId, type } });
};

describe('a code from the counter', () => {
  it('lets its person in once, by the code or the picture, and tells them who checked what', async () => {
    const sheet = await (await give('clerk', 'granny')).text();
    const code = codeIn(sheet);
    expect(sheet).toContain('aria-label="登录码的二维码"');
    const opened = await (await portal.ask(`/sign-in/code?code=${code}`)).text();
    expect(opened).toContain(`value="${code}"`);
    const entered = await enter(code.toLowerCase().replaceAll('-', ' '));
    expect(entered.status).toBe(302);
    const page = await portal.ask('/account', { headers: { Cookie: sessionIn(entered) } });
    expect(await page.text()).toContain('granny');
    const again = await enter(code);
    expect(again.status).toBe(400);
    expect(await again.text()).toContain('登录码不对、用过了或已经过期');
    expect(await told('granny', 'sign-in.given')).toBe(1);
    expect(await told('granny', 'sign-in.used')).toBe(1);
    const inbox = await portal.ask('/inbox', { headers: { Cookie: sessionIn(entered) } });
    expect(await inbox.text()).toContain('居民身份证，本人到场');
  });

  it('holds for a quarter of an hour, and a newer one ends it', async () => {
    const first = await codeFor('grandpa');
    await new Promise((resolve) => setTimeout(resolve, 5));
    const newer = codeIn(await (await give('clerk', 'grandpa', '户口簿，本人到场')).text());
    expect(newer).not.toBe(first);
    expect((await enter(first)).status).toBe(400);
    await test.database.transaction((tx) =>
      tx.prisma.counterSignIn.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } }),
    );
    expect((await enter(newer)).status).toBe(400);
  });

  it('sets another password where one is chosen, so that the next time needs no counter', async () => {
    const weak = await enter(await codeFor('grandpa', 'district'), '1234567890');
    expect(weak.status).toBe(400);
    const answer = await enter(await codeFor('grandpa', 'top'), 'kunpeng-zhanchi-9527');
    expect(answer.status).toBe(302);
    const signIn = await postForm(portal, {
      ...{ cookie: '', path: '/sign-in' },
      form: { email: 'grandpa@example.org', password: 'kunpeng-zhanchi-9527' },
    });
    expect(signIn.status).toBe(302);
  });

  it('stands for the password alone where a second step is asked for', async () => {
    await test.database.transaction((tx) =>
      tx.prisma.person.update({ where: { id: 'second' }, data: { secondFactorSince: new Date() } }),
    );
    const answer = await enter(await codeFor('second'));
    expect(answer.status).toBe(200);
    expect(sessionIn(answer)).not.toContain('session');
    expect(await answer.text()).toContain('name="half"');
  });
});

describe('who gives one', () => {
  it.each([
    ['granny', 'grandpa', 403, ''],
    ['elsewhere', 'grandpa', 400, '在您负责的区域里没有'],
    ['clerk', 'nobody', 400, '在您负责的区域里没有'],
    ['clerk', 'unconfirmed', 400, '在您负责的区域里没有'],
    ['clerk', 'colleague', 403, '对方有管理职责'],
    ['clerk', 'clerk', 403, ''],
    ['district', 'chief', 403, '对方有管理职责'],
    ['district', 'colleague', 200, '请交给本人'],
    ['top', 'chief', 200, '请交给本人'],
  ])('%s to %s: %i', async (who, name, status, words) => {
    const answer = await give(who, name);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(words);
  });

  it('says what was checked', async () => {
    expect((await give('clerk', 'granny', '')).status).toBe(400);
  });
});
