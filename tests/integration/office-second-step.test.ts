import { afterEach, describe, expect, it } from 'vitest';
import { communityId, makeAreas, makePerson } from '../factories/proposals';
import type { TestContext } from '../setup/context';
import { mailsTo } from '../setup/mails';
import { contextOfPortal, postForm } from '../setup/posting-people';
import { testPortal } from '../setup/portal';
import type { TestPortal } from '../setup/portal';
import { actionRoute, remixBuild } from '../setup/remix-build';
import { ownSignIns } from '~/domains/identity/index.server';
import { hashPassword } from '~/domains/identity/proving/passwords.server';
import { erasePerson, exportPerson } from '~/domains/own-data.server';
import * as secondFactor from '~/routes/second-factor';
import * as signIn from '~/routes/sign-in';

const secret = 'eleven quiet herons';
const mail = { SMTP_URL: 'smtp://127.0.0.1:1' };
let portal: TestPortal;
let test: TestContext;
afterEach(() => portal.dispose());

async function open(environment: Record<string, string>): Promise<void> {
  portal = await testPortal(
    remixBuild(
      [actionRoute('sign-in', signIn), actionRoute('second-factor', secondFactor)],
      () => new Response(''),
    ),
    { RATE_LIMITS: 'false', ...environment },
  );
  test = contextOfPortal(portal);
  await makeAreas(test);
  const passwordHash = await hashPassword(secret);
  await makePerson(test, 'ann');
  await makePerson(test, 'moderator', { role: 'moderator', areaId: communityId });
  await test.database.transaction((tx) => tx.prisma.person.updateMany({ data: { passwordHash } }));
}

const post = (path: string, form: Record<string, string>) => postForm(portal, { cookie: '', path, form });
const signsIn = (id: string) => post('/sign-in', { email: `${id}@example.org`, password: secret });
const isIn = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .some((cookie) => cookie.startsWith('session=') && !cookie.includes('Max-Age=0'));
const sessions = () => test.database.read.session.count();

/** What the page carries on from the password to the code. */
async function halfOf(answer: Response): Promise<string> {
  const found = /"half","([\w-]{20,})"|half[\\":,]+([\w-]{20,})/.exec(await answer.text());
  return found?.[1] ?? found?.[2] ?? '';
}

const codesMailed = async () =>
  (await mailsTo(test, 'moderator@example.org')).flatMap(
    ({ text }) => /\b(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}\b/.exec(text)?.[0] ?? [],
  );

describe('who holds an office', () => {
  it('needs the code that is mailed after the password, once, where the password was given', async () => {
    await open(mail);
    const answer = await post('/sign-in.data', { email: 'moderator@example.org', password: secret });
    expect(isIn(answer)).toBe(false);
    const half = await halfOf(answer);
    const [code = ''] = await codesMailed();
    expect([half.length > 20, code.length]).toEqual([true, 19]);
    expect(await sessions()).toBe(0);

    const enter = (given: { half: string; code: string }, intent = 'mailed') =>
      post('/second-factor', { intent, ...given, next: '/mine' });
    expect((await enter({ half, code: '0000-0000-0000-0000' })).status).toBe(400);
    expect(isIn(await enter({ half, code }, 'code'))).toBe(false);
    // Another password at another browser: the code is not for that one, and a new one takes its place.
    const other = await halfOf(
      await post('/sign-in.data', { email: 'moderator@example.org', password: secret }),
    );
    expect(isIn(await enter({ half: other, code }))).toBe(false);
    expect(isIn(await enter({ half, code }))).toBe(false);
    const [fresh = ''] = await codesMailed();
    const entered = await enter({ half: other, code: fresh.toLowerCase().replaceAll('-', ' ') });
    expect([isIn(entered), entered.headers.get('Location')]).toEqual([true, '/mine']);
    expect(isIn(await enter({ half: other, code: fresh }))).toBe(false);
    expect(await sessions()).toBe(1);
  });

  it('goes in by the password where nobody could be mailed, or the portal is set so; others do always', async () => {
    for (const environment of [{}, { ...mail, OFFICE_SECOND_STEP: 'off' }] as Record<string, string>[]) {
      await open(environment);
      expect(isIn(await signsIn('moderator'))).toBe(true);
      await portal.dispose();
    }
    await open(mail);
    expect(isIn(await signsIn('ann'))).toBe(true);
    expect(await codesMailed()).toEqual([]);
  });
});

it('each sign-in is shown to its person with the device, goes along and goes away', async () => {
  await open({});
  await signsIn('ann');
  const chrome = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36';
  await portal.ask('/sign-in', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'User-Agent': chrome },
    body: new URLSearchParams({ email: 'ann@example.org', password: secret }).toString(),
  });
  await signsIn('moderator');
  const ann = await test.asPerson('ann');
  expect((await ownSignIns(ann)).map(({ device }) => device).toSorted()).toContain('Chrome · Android');
  expect(await ownSignIns(ann)).toHaveLength(2);
  expect(JSON.stringify(await exportPerson(ann, 'ann'))).toContain('Chrome · Android');
  await erasePerson(ann, 'ann');
  expect(await test.database.read.signInRecord.count()).toBe(1);
});
