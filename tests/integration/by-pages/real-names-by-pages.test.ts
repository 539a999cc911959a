import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { communityId, makeAreas, makePerson } from '../../factories/proposals';
import { mailsTo } from '../../setup/mails';
import { contextOfPortal, postForm, signedInCookie } from '../../setup/posting-people';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import { openReceiver } from '../../setup/receiver';
import type { Receiver } from '../../setup/receiver';
import { wholeBuild } from '../../setup/whole-build';

const password = 'spring river lamp';
const card = '11010519491231002X';
let portal: TestPortal;
let service: Receiver;
const cookies: Record<string, string> = {};
beforeAll(async () => {
  service = await openReceiver();
  portal = await testPortal(await wholeBuild(), {
    ...{ RATE_LIMITS: 'false', PRIVATE_BRIDGES: 'true', IDENTITY_SERVICE_URL: `${service.url}/compare` },
    ...{ IDENTITY_SERVICE_KEY: 'its key', IDENTITY_SERVICE_NAME: '江汉身份服务' },
  });
  const test = contextOfPortal(portal);
  await makeAreas(test);
  await makePerson(test, 'clerk', { role: 'moderator', areaId: '421002' });
  for (const who of ['ann', 'bob']) {
    await makePerson(test, who);
    await test.database.transaction((tx) =>
      tx.prisma.person.update({ where: { id: who }, data: { residenceAreaId: communityId } }),
    );
  }
  for (const who of ['clerk', 'ann', 'bob']) cookies[who] = await signedInCookie(portal, who);
}, 120_000);
afterAll(async () => {
  await portal.dispose();
  await service.close();
});
beforeEach(() => {
  service.calls.length = 0;
});

const read = async (path: string, cookie = '') =>
  (await portal.ask(path, { headers: { Cookie: cookie } })).text();

describe('who is under 14', () => {
  const register = (email: string, guardianEmail: string, minor = 'yes') =>
    postForm(portal, {
      ...{ cookie: '', path: '/register' },
      form: { email, displayName: '小林', password, guardianEmail, ...(minor && { minor }) },
    });
  const linkTo = async (email: string, part: string) => {
    const mails = await mailsTo(contextOfPortal(portal), email);
    return new URL(new RegExp(`https?://\\S+${part}\\S+`).exec(mails[0]?.text ?? '')?.[0] ?? 'x:/').pathname;
  };

  it('has an account once a parent or guardian has agreed by a link of their own', async () => {
    for (const wrong of ['', 'child@example.org']) {
      const answer = await register('child@example.org', wrong);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('父母或监护人的邮箱，不能与您的相同');
    }
    await register('child@example.org', 'mother@example.org');
    const own = await linkTo('child@example.org', '/confirm/');
    const confirm = () => postForm(portal, { cookie: '', path: own, form: { password } });
    // Nobody is mailed before the child's own address is shown to be theirs: a mail would tell who has an account.
    expect(await mailsTo(contextOfPortal(portal), 'mother@example.org')).toEqual([]);
    const early = await confirm();
    expect(early.status).toBe(403);
    expect(await early.text()).toContain('要等您的监护人同意');
    const path = await linkTo('mother@example.org', '/register/guardian/');
    const page = await portal.ask(path);
    expect(page.headers.get('Cache-Control')).toBe('private, no-store');
    expect(await page.text()).toContain('小林');
    // Looking agrees to nothing.
    expect((await confirm()).status).toBe(403);
    expect(await mailsTo(contextOfPortal(portal), 'mother@example.org')).toHaveLength(1);
    expect(await (await postForm(portal, { cookie: '', path, form: {} })).text()).toContain('您已同意');
    expect((await confirm()).status).toBe(302);
    const person = await contextOfPortal(portal).database.read.person.findUniqueOrThrow({
      where: { email: 'child@example.org' },
    });
    expect(person.guardianAgreedAt).not.toBeNull();
    expect(await read(path)).toContain('链接已失效或已完成');
  });

  it('is not asked for by who is older', async () => {
    await register('older@example.org', '', '');
    const path = await linkTo('older@example.org', '/confirm/');
    expect((await postForm(portal, { cookie: '', path, form: { password } })).status).toBe(302);
  });
});

describe('a real name', () => {
  it('is written down at the counter, and read by its person alone', async () => {
    const form = { email: 'ann@example.org', name: '陈桂兰', number: card, seen: '居民身份证，本人到场' };
    const post = (more: Record<string, string>) =>
      postForm(portal, {
        cookie: cookies.clerk ?? '',
        path: '/moderation/identities',
        form: { ...form, ...more },
      });
    expect((await post({})).status).toBe(400);
    expect(await (await post({ consent: 'yes', number: '110105194912310021' })).text()).toContain(
      '证件号码不对',
    );
    expect((await post({ consent: 'yes' })).status).toBe(302);
    const own = await read('/account/real-name', cookies.ann);
    expect(own).toContain('陈桂兰');
    expect(own).toContain('110*************2X');
    expect(own).not.toContain(card);
    expect(await read('/account/data', cookies.ann)).toContain('实名核验');
    expect(await read('/account', cookies.ann)).toContain('已核验');
    expect(service.calls).toEqual([]);
  });

  it('is compared by an official service where there is one', async () => {
    const post = (number: string) =>
      postForm(portal, {
        ...{ cookie: cookies.bob ?? '', path: '/account/real-name' },
        form: { name: '王五', number, consent: 'yes' },
      });
    const says = (result: string) => {
      service.answer = (_call, response) => void response.end(JSON.stringify({ result }));
    };
    says('different');
    expect(await (await post('440524188001010014')).text()).toContain('姓名和证件号码对不上');
    expect(JSON.parse(service.calls[0]?.body ?? '')).toEqual({ name: '王五', number: '440524188001010014' });
    expect(service.calls[0]?.headers.authorization).toBe('Bearer its key');
    for (const broken of ['{', '{"result":"perhaps"}', '[]']) {
      service.answer = (_call, response) => void response.end(broken);
      expect((await post('440524188001010014')).status).toBe(409);
    }
    service.answer = (_call, response) =>
      void response.writeHead(500).end(JSON.stringify({ result: 'same' }));
    expect((await post('440524188001010014')).status).toBe(409);
    says('same');
    expect(await (await post(card)).text()).toContain('已经属于另一个账号');
    expect((await post('440524188001010014')).status).toBe(302);
    expect(await read('/account/real-name', cookies.bob)).toContain('王五');
  });
});
