import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeAreas, makePerson, makeProposal } from '../../factories/proposals';
import { contextOfPortal, postForm, signedInCookie } from '../../setup/posting-people';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import type { TestContext } from '../../setup/context';
import { runJobs } from '../../setup/jobs';
import { mailsTo } from '../../setup/mails';
import { addressesOf, publishedAddresses, wholeBuild } from '../../setup/whole-build';
import { renewCalendarLink } from '~/domains/bridges/index.server';
import { saveProfile } from '~/domains/pages/index.server';
import { askForNewPasskey } from '~/domains/identity/passkeys/add-passkey.server';
import { hashPassword } from '~/domains/identity/proving/passwords.server';

const called = { nameChinese: '沙市一家亲', nameEnglish: 'Shashi Together' };
const password = 'kunpeng-zhanchi-9527';
const constant = /共治|Gongzhi/;
let portal: TestPortal;
let test: TestContext;
let addresses: string[];
const cookies: Record<string, string> = { visitor: '' };

beforeAll(async () => {
  const build = await wholeBuild();
  addresses = addressesOf(build.routes).filter((at) => !at.includes(':') && !at.includes('*'));
  portal = await testPortal(build, { RATE_LIMITS: 'false' });
  test = contextOfPortal(portal);
  await makeAreas(test);
  await makePerson(test, 'top', { role: 'administrator', areaId: '4210' });
  await makePerson(test, 'li');
  await makeProposal(test, 'li');
  for (const who of ['top', 'li']) cookies[who] = await signedInCookie(portal, who);
  await saveProfile(await test.asPerson('top'), {
    ...{ reason: '平台开张', revision: 0, withoutLogo: false, logoId: null },
    fields: {
      ...{ ...called, sloganChinese: '', sloganEnglish: '', phone: '', mailAddress: '' },
      ...{ address: '', hours: '', colourLight: '', colourDark: '' },
    },
  });
}, 120_000);
afterAll(() => portal.dispose());

const read = async (path: string, { who = 'visitor', language = 'zh-CN' } = {}) => {
  const headers = { Cookie: cookies[who] ?? '', 'Accept-Language': language };
  // By which programs know the program that wrote a calendar.
  return (await (await portal.ask(path, { headers })).text()).replaceAll('PRODID:-//Gongzhi//', '');
};

it.each(['visitor', 'top', 'li'])(
  'no page, feed or file says the usual name to %s',
  async (who) => {
    const more = [
      ...publishedAddresses(),
      '/feeds/work-orders.atom',
      '/embed/work-orders',
      '/data/catalog.jsonld',
    ];
    const map = encodeURIComponent(`${portal.services.configuration.publicUrl}/map`);
    const asked = [...addresses, ...more, '/api/v1/openapi.json', `/oembed?url=${map}`, '/no-such-page'];
    expect(asked.length).toBeGreaterThan(90);
    const wrong: string[] = [];
    for (const language of ['zh-CN', 'en'])
      for (const path of asked) {
        const text = await read(path, { who, language });
        const found = constant.exec(text);
        if (found) wrong.push(`${path}: …${text.slice(Math.max(0, found.index - 30), found.index + 30)}…`);
      }
    expect(wrong).toEqual([]);
  },
  240_000,
);

it('pages, feeds and descriptions for programs say the name that it was given', async () => {
  for (const [path, words] of [
    ['/', '沙市一家亲</title>'],
    ['/feeds/proposals.atom', '<author><name>沙市一家亲</name></author>'],
    ['/feeds/work-orders.atom', '<author><name>沙市一家亲</name></author>'],
    ['/embed/work-orders', '在沙市一家亲查看全部'],
    ['/api/v1/openapi.json', '沙市一家亲开放接口'],
    ['/data/catalog.jsonld', 'Open API of Shashi Together'],
    [`/oembed?url=${encodeURIComponent(`${portal.services.configuration.publicUrl}/map`)}`, '"沙市一家亲"'],
  ] as const)
    expect(await read(path), path).toContain(words);
});

it('each mail says who writes: in what it is about, above its words, and where it is spoken of', async () => {
  const registered = await postForm(portal, {
    ...{ cookie: '', path: '/register' },
    form: { email: 'new@example.org', displayName: '新来的', password, consent: 'yes', terms: 'yes' },
  });
  expect(registered.status).toBeLessThan(400);
  const [mail] = await mailsTo(test, 'new@example.org');
  expect(mail?.subject).toMatch(/ · 沙市一家亲$/);
  expect(mail?.html).toContain('>沙市一家亲</p>');
  expect(mail?.text).toContain('在沙市一家亲注册');
  expect(`${mail?.subject}${mail?.html}${mail?.text}`).not.toMatch(constant);
  await postForm(portal, { cookie: '', path: '/forgotten-password', form: { email: 'li@example.org' } });
  await runJobs(test);
  const mails = await test.database.read.mail.findMany();
  expect(mails.length).toBeGreaterThan(1);
  for (const { subject } of mails) expect(subject).toMatch(/ · (沙市一家亲|Shashi Together)$/);
});

it('devices that keep a passkey, and calendars, show the name that it was given', async () => {
  const li = await test.asPerson('li');
  const passwordHash = await hashPassword(password);
  await test.database.transaction((tx) =>
    tx.prisma.person.update({ where: { id: 'li' }, data: { passwordHash } }),
  );
  expect(await askForNewPasskey(li, password)).toMatchObject({ rp: { name: '沙市一家亲' } });
  const token = await renewCalendarLink(await test.asPerson('top'));
  expect(await read(`/calendar/${token}/deadlines.ics`)).toContain('沙市一家亲工单期限');
});
