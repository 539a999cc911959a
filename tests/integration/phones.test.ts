import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeAreas, makePerson } from '../factories/proposals';
import type { TestContext } from '../setup/context';
import { mailsTo } from '../setup/mails';
import { contextOfPortal, postForm, signedInCookie } from '../setup/posting-people';
import { testPortal } from '../setup/portal';
import type { TestPortal } from '../setup/portal';
import { actionRoute, remixBuild } from '../setup/remix-build';
import { startSmsServer } from '../setup/sms-server';
import type { SmsServer } from '../setup/sms-server';
import { codeIn } from '../setup/texts';
import { exportPerson, erasePerson } from '~/domains/own-data.server';
import { hashPassword } from '~/domains/identity/proving/passwords.server';
import { resolveActor } from '~/domains/identity/resolve-actor.server';
import { sessionCookie } from '~/http/guards/cookies.server';
import { workerPorts } from '~/http/server/services.server';
import { runDueJobs } from '~/platform/jobs/worker.server';
import * as phone from '~/routes/account+/phone';
import * as signInPhone from '~/routes/sign-in_.phone';

const password = 'eleven quiet herons';
const day = 24 * 3600_000;
let sms: SmsServer;
let portal: TestPortal;
let test: TestContext;

beforeAll(async () => {
  sms = await startSmsServer();
  const routes = [actionRoute('account/phone', phone), actionRoute('sign-in/phone', signInPhone)];
  portal = await testPortal(
    remixBuild(routes, () => new Response('')),
    { RATE_LIMITS: 'false', SMS_URL: sms.url, SMS_SIGNATURE: '共治社区' },
  );
  test = contextOfPortal(portal);
  await makeAreas(test);
  const passwordHash = await hashPassword(password);
  for (const id of ['ann', 'bob', 'cai', 'dan', 'eve', 'fay', 'gus']) await makePerson(test, id);
  await makePerson(test, 'clerk', { role: 'staff', areaId: '421002' });
  await test.database.transaction((tx) => tx.prisma.person.updateMany({ data: { passwordHash } }));
}, 60_000);
afterAll(async () => {
  await portal.dispose();
  await sms.stop();
});
beforeEach(() => void sms.parts.splice(0));

/** Twice: a job of one lane makes one of another. */
async function work(): Promise<void> {
  const ports = workerPorts(portal.services);
  await runDueJobs(ports);
  await runDueJobs(ports);
}

const mailsOf = async (id: string) =>
  (await mailsTo(test, `${id}@example.org`)).map(({ subject }) => subject);
const sent = () => sms.parts.map(({ to }) => to);

async function account(id: string, form: Record<string, string>): Promise<Response> {
  return postForm(portal, { cookie: await signedInCookie(portal, id), path: '/account/phone', form });
}
const adds = (id: string, number: string) => account(id, { intent: 'add', number, password });

/** The code of the newest message to the number. */
async function codeTo(number: string): Promise<string> {
  await work();
  return codeIn((await sms.wordsTo(number)).at(-1));
}

async function has(id: string, number: string): Promise<void> {
  expect((await adds(id, number)).status).toBe(302);
  const code = await codeTo(`86${number}`);
  expect((await account(id, { intent: 'confirm', code })).status).toBe(302);
}

const byPhone = (form: Record<string, string>, cookie = '') =>
  postForm(portal, { cookie, path: '/sign-in/phone', form });

/** Asks for a code to sign in with; answers what the page carries. */
async function asks(number: string): Promise<string> {
  const answer = await byPhone({ intent: 'ask', number });
  expect(answer.status).toBe(302);
  await work();
  return new URL(answer.headers.get('Location') ?? '', portal.url).searchParams.get('asked') ?? '';
}

async function bearerOf(answer: Response): Promise<string | null> {
  const cookie = answer.headers
    .getSetCookie()
    .map((text) => text.split(';')[0] ?? '')
    .find((text) => text.startsWith('session='));
  if (cookie === undefined) return null;
  const token: unknown = await sessionCookie(portal.services.configuration).parse(cookie);
  const actor = await resolveActor(test.database, typeof token === 'string' ? token : null, test.clock.now());
  return actor.kind === 'person' ? actor.personId : null;
}

const holderOf = async () =>
  (await test.database.read.confirmedPhone.findMany()).map(({ personId }) => personId);
const provedBefore = (personId: string, days: number) =>
  test.database.transaction((tx) =>
    tx.prisma.confirmedPhone.update({
      where: { personId },
      data: { provedAt: new Date(test.clock.now().getTime() - days * day) },
    }),
  );

describe('a phone on the account', () => {
  it('is confirmed by the code that came to it; mail tells, and nothing of it lies in clear', async () => {
    expect(
      (await account('ann', { intent: 'add', number: '138 0000 0001', password: 'not mine' })).status,
    ).toBe(400);
    expect((await account('ann', { intent: 'add', number: '010 12345678', password })).status).toBe(400);
    expect((await adds('ann', '+86 138-0000-0001')).status).toBe(302);
    await work();
    const [words = ''] = await sms.wordsTo('8613800000001');
    expect(words).toMatch(/^【共治社区】\d{6} 是您确认手机号的验证码，10 分钟内有效/);
    expect((await account('ann', { intent: 'confirm', code: '000000' })).status).toBe(400);
    expect((await account('ann', { intent: 'confirm', code: ` ${codeIn(words)} ` })).status).toBe(302);
    expect(await mailsOf('ann')).toEqual(['您的账号添加了手机号 · 共治']);
    const rows = [
      await test.database.read.confirmedPhone.findMany(),
      await test.database.read.textMessage.findMany(),
      await test.database.read.outboxJob.findMany(),
    ];
    expect(JSON.stringify(rows)).not.toContain('13800000001');
    expect((await exportPerson(await test.asPerson('ann'), 'ann')) as object).toMatchObject({
      identity: { confirmedPhone: '8613800000001' },
    });
  });

  it('that another account has is asked for alike, and passes on with the code alone; the former holder is told', async () => {
    await has('bob', '13800000002');
    const [free, taken] = [await adds('cai', '13800000003'), await adds('cai', '13800000002')];
    expect([taken.status, taken.headers.get('Location')]).toEqual([
      free.status,
      free.headers.get('Location'),
    ]);
    expect(await holderOf()).toContain('bob');
    const code = await codeTo('8613800000002');
    expect(await holderOf()).toContain('bob');
    await account('cai', { intent: 'confirm', code });
    expect(await holderOf()).not.toContain('bob');
    await work();
    expect(await mailsOf('bob')).toContain(
      '您的手机号已被另一个账号确认，不再属于您的账号。如果号码仍在您手里，请重新确认 · 共治',
    );
    expect(
      await test.database.read.notification.count({ where: { personId: 'bob', type: 'phone.passed-on' } }),
    ).toBe(1);
  });

  it('is removed after the password: mail and phone are told, and it signs in no more', async () => {
    await has('dan', '13800000004');
    expect((await account('dan', { intent: 'remove', password: 'not mine' })).status).toBe(400);
    expect((await account('dan', { intent: 'remove', password })).status).toBe(302);
    await work();
    expect((await sms.wordsTo('8613800000004', 2)).at(-1)).toContain('已不再属于您的账号');
    expect(await mailsOf('dan')).toContain('您的账号移除了手机号 · 共治');
    sms.parts.splice(0);
    await asks('13800000004');
    expect(sent()).toEqual([]);
  });
});

describe('signing in by phone', () => {
  it('answers alike whether the number is known; the code lets in with a session of its own', async () => {
    await has('eve', '13800000005');
    sms.parts.splice(0);
    const [known, unknown] = [
      await byPhone({ intent: 'ask', number: '13800000005' }),
      await byPhone({ intent: 'ask', number: '13900000009' }),
    ];
    const shape = (answer: Response) => [
      answer.status,
      answer.headers.get('Location')?.replace(/asked=[^&]*/, ''),
    ];
    expect(shape(known)).toEqual(shape(unknown));
    await work();
    expect(sent()).toEqual(['8613800000005']);
    const asked = new URL(known.headers.get('Location') ?? '', portal.url).searchParams.get('asked') ?? '';
    const code = codeIn((await sms.wordsTo('8613800000005')).at(-1));
    const former = await signedInCookie(portal, 'fay');
    const entered = await byPhone({ intent: 'enter', asked, code, next: '/inbox' }, former);
    expect([entered.status, entered.headers.get('Location')]).toEqual([302, '/inbox']);
    expect(await bearerOf(entered)).toBe('eve');
    const token: unknown = await sessionCookie(portal.services.configuration).parse(former);
    expect((await resolveActor(test.database, String(token), test.clock.now())).kind).toBe('visitor');
    expect((await byPhone({ intent: 'enter', asked, code })).status).not.toBe(302);
  });

  it('ends with five wrong codes, and with ten minutes', async () => {
    const [first, later] = [await asks('13800000005'), await asks('13800000005')];
    const [right, laterRight] = (await sms.wordsTo('8613800000005', 2)).map(codeIn);
    const wrong = right === '123456' ? '654321' : '123456';
    for (let tries = 0; tries < 5; tries += 1)
      expect((await byPhone({ intent: 'enter', asked: first, code: wrong })).status).toBe(400);
    const over = await byPhone({ intent: 'enter', asked: first, code: right ?? '' });
    expect([over.status, await bearerOf(over)]).toEqual([410, null]);
    await test.database.transaction((tx) =>
      tx.prisma.phoneCode.updateMany({ data: { expiresAt: test.clock.now() } }),
    );
    const late = await byPhone({ intent: 'enter', asked: later, code: laterRight ?? '' });
    expect([late.status, await bearerOf(late)]).toEqual([410, null]);
  });

  it('opens no account that holds an office, nor by a number unused for 90 days: a mail says why', async () => {
    await has('clerk', '13800000006');
    await has('fay', '13800000007');
    await provedBefore('fay', 91);
    sms.parts.splice(0);
    for (const number of ['13800000006', '13800000007']) await asks(number);
    expect(sent()).toEqual([]);
    expect(await mailsOf('clerk')).toContain('请用密码登录 · 共治');
    expect(await mailsOf('fay')).toContain('请重新确认您的手机号 · 共治');
    await provedBefore('fay', 89);
    const asked = await asks('13800000007');
    const code = codeIn((await sms.wordsTo('8613800000007')).at(-1));
    await test.database.transaction((tx) =>
      tx.prisma.roleHeld.create({
        data: { id: 'late', personId: 'fay', role: 'staff', areaId: '421002', createdAt: test.clock.now() },
      }),
    );
    const entered = await byPhone({ intent: 'enter', asked, code });
    expect([entered.status, await bearerOf(entered)]).toEqual([400, null]);
  });

  it('asks for the second step where the account has one', async () => {
    await test.database.transaction((tx) =>
      tx.prisma.person.update({ where: { id: 'eve' }, data: { secondFactorSince: test.clock.now() } }),
    );
    const asked = await asks('13800000005');
    const code = codeIn((await sms.wordsTo('8613800000005')).at(-1));
    const entered = await byPhone({ intent: 'enter', asked, code });
    expect([entered.status, await bearerOf(entered)]).toEqual([200, null]);
    expect(await test.database.read.halfSignIn.count({ where: { personId: 'eve' } })).toBe(1);
  });
});

it('a person who closes the account leaves the number free', async () => {
  await has('gus', '13800000008');
  await erasePerson(await test.asPerson('gus'), 'gus');
  const own = { where: { personId: 'gus' } };
  const { confirmedPhone, phoneCode, textMessage } = test.database.read;
  expect([await confirmedPhone.count(own), await phoneCode.count(own), await textMessage.count(own)]).toEqual(
    [0, 0, 0],
  );
  await has('ann', '13800000008');
  expect(await holderOf()).toContain('ann');
});
