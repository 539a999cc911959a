import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeAreas, makePerson } from '../../factories/proposals';
import { mailsTo } from '../../setup/mails';
import { contextOfPortal, postForm, signedInCookie } from '../../setup/posting-people';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import type { TestContext } from '../../setup/context';
import { wholeBuild } from '../../setup/whole-build';
import { hashPassword } from '~/domains/identity/proving/passwords.server';

const path = '/account/address';
const password = 'kunpeng-zhanchi-9527';
let portal: TestPortal;
let test: TestContext;
let cookie = '';
beforeAll(async () => {
  portal = await testPortal(await wholeBuild());
  test = contextOfPortal(portal);
  await makeAreas(test);
  const passwordHash = await hashPassword(password);
  for (const who of ['mover', 'owner']) await makePerson(test, who);
  await test.database.transaction((tx) => tx.prisma.person.updateMany({ data: { passwordHash } }));
  cookie = await signedInCookie(portal, 'mover');
}, 120_000);
afterAll(() => portal.dispose());

const page = async () => (await portal.ask(path, { headers: { Cookie: cookie } })).text();
const post = (form: Record<string, string>) => postForm(portal, { cookie, path, form });
const asks = (email: string, given = password) => post({ intent: 'ask', email, password: given });
const person = () => test.database.read.person.findUniqueOrThrow({ where: { id: 'mover' } });
const codeTo = async (address: string) =>
  /\d{6}/.exec((await mailsTo(test, address))[0]?.text ?? '')?.[0] ?? '';

it('asks for the password and another address, at their fields', async () => {
  expect(await page()).toContain('mover@example.org');
  const [wrong, same, none] = [
    await asks('new@example.org', 'not mine'),
    await asks('Mover@Example.org'),
    await asks('no address'),
  ];
  expect([wrong.status, same.status, none.status]).toEqual([400, 400, 400]);
  expect(await same.text()).toContain('这就是您现在的邮箱');
  expect(await test.database.read.mailToken.count()).toBe(0);
});

it('changes nothing until the code from the new address is typed in; the former address is told', async () => {
  expect((await asks('New@Example.org')).status).toBe(302);
  expect((await person()).email).toBe('mover@example.org');
  expect(await page()).toContain('验证码已寄往 new@example.org');
  expect((await post({ intent: 'confirm', code: '000000' })).status).toBe(400);
  const code = await codeTo('new@example.org');
  const rows = await test.database.read.mailToken.findMany();
  expect(JSON.stringify(rows)).not.toContain(code);
  const elsewhere = await signedInCookie(portal, 'mover');
  const done = await post({ intent: 'confirm', code: ` ${code.slice(0, 3)} ${code.slice(3)} ` });
  expect(done.status).toBe(302);
  expect((await person()).email).toBe('new@example.org');
  const [told] = await mailsTo(test, 'mover@example.org');
  expect(told?.subject).toContain('您的账号已更换邮箱');
  // Other devices are signed out; this one goes on.
  expect((await portal.ask(path, { headers: { Cookie: elsewhere } })).headers.get('Location')).toContain(
    '/sign-in',
  );
  cookie = (done.headers.getSetCookie().find((one) => one.includes('session')) ?? '').split(';')[0] ?? '';
  expect(await page()).toContain('new@example.org');
  expect((await post({ intent: 'confirm', code })).status).toBe(400);
  const signIn = (email: string) =>
    postForm(portal, { cookie: '', path: '/sign-in', form: { email, password } });
  expect((await signIn('new@example.org')).status).toBe(302);
  expect((await signIn('mover@example.org')).status).toBe(400);
});

it('answers alike where the address has an account, and writes to its owner instead', async () => {
  const [free, taken] = [await asks('free@example.org'), await asks('owner@example.org')];
  expect([taken.status, taken.headers.get('Location')]).toEqual([free.status, free.headers.get('Location')]);
  const [mail] = await mailsTo(test, 'owner@example.org');
  expect(mail?.subject).toContain('您已经有账号了');
  expect(mail?.text).not.toMatch(/\b\d{6}\b/);
  expect((await post({ intent: 'drop' })).status).toBe(302);
  expect(await page()).not.toContain('owner@example.org');
});

it('of an address that somebody registers meanwhile the code confirms nothing', async () => {
  await asks('raced@example.org');
  const code = await codeTo('raced@example.org');
  await test.database.transaction((tx) =>
    tx.prisma.person.update({ where: { id: 'owner' }, data: { email: 'raced@example.org' } }),
  );
  expect((await post({ intent: 'confirm', code })).status).toBe(400);
  expect((await person()).email).toBe('new@example.org');
});
