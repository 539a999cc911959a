import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { runJobs } from '../../../../tests/setup/jobs';
import { mailedTokens, mailsTo } from '../../../../tests/setup/mails';
import { confirmAddress, register } from './register.server';
import { changePassword, requestPasswordReset, resetPassword } from './reset-password.server';
import { resolveActor } from '../resolve-actor.server';
import { registerSchema } from '../schema';
import { forgetExpired, openSession, sessionKey, signIn } from '../sessions.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
});
afterAll(() => test.dispose());

const mallory = { displayName: 'Mallory', password: 'violet tram kettle' };
const olive = { displayName: 'Olive', password: 'spring river lamp' };
type Who = typeof olive;

const registers = (who: Who, email: string) => register(test.as('visitor'), { ...who, email });
const signsIn = (who: Who, email: string) =>
  signIn(test.as('visitor'), { email, password: who.password }, 'phone').then(
    ({ displayName }) => displayName,
    (error: unknown) => (error as { reason: string }).reason,
  );
const confirms = (token: string, who: Who) => confirmAddress(test.as('visitor'), token, who.password);
/** The links in the order in which they were mailed. */
const links = async (email: string) => (await mailedTokens(test, email, 'confirm')).reverse();
const refusedAt = (reason: string) => ({ reason });
const wrong = 'identity.wrong-password';

describe('an address that somebody else registers', () => {
  it.each([
    ['first', [mallory, olive]],
    ['afterwards', [olive, mallory]],
    ['before and after', [mallory, olive, mallory]],
  ] as const)('%s belongs to its owner, by name and password', async (when, order) => {
    const email = `owner-${when.replace(/ /g, '-')}@example.org`;
    for (const who of order) {
      await registers(who, email);
      test.clock.advance(1000);
    }
    const mailed = await links(email);
    const own = mailed[order.indexOf(olive)] ?? '';
    for (const foreign of mailed.filter((link) => link !== own)) {
      await expect(confirms(foreign, olive)).rejects.toMatchObject(
        refusedAt('identity.not-your-registration'),
      );
      expect([await signsIn(olive, email), await signsIn(mallory, email)]).not.toContain('Mallory');
    }
    await confirms(own, olive);
    expect(await signsIn(olive, email)).toBe('Olive');
    expect(await signsIn(mallory, email)).toBe(wrong);
    for (const link of mailed)
      for (const who of [olive, mallory])
        await expect(confirms(link, who)).rejects.toMatchObject({ code: 'expired' });
  });

  it('makes no person and no session before it is confirmed', async () => {
    await registers(mallory, 'nobody-yet@example.org');
    expect(await test.database.read.person.count({ where: { email: 'nobody-yet@example.org' } })).toBe(0);
    expect(await signsIn(mallory, 'nobody-yet@example.org')).toBe('identity.confirm-first');
  });

  it('lets honest people who mistyped register again, and any number of strangers push nobody out for long', async () => {
    const email = 'mistyped@example.org';
    await registers({ ...olive, password: 'spring river lanp' }, email);
    for (let more = 0; more < 25; more += 1) await registers(mallory, email);
    test.clock.advance(1000);
    await registers(olive, email);
    expect(await test.database.read.pendingRegistration.count({ where: { email } })).toBeLessThanOrEqual(20);
    await confirms((await links(email)).at(-1) ?? '', olive);
    expect(await signsIn(olive, email)).toBe('Olive');
  });

  it('does not change an account that is confirmed, or let a suspended one in', async () => {
    const email = 'settled@example.org';
    await registers(olive, email);
    await confirms((await links(email))[0] ?? '', olive);
    await registers(mallory, email);
    expect(await links(email)).toHaveLength(1);
    expect([await signsIn(olive, email), await signsIn(mallory, email)]).toEqual(['Olive', wrong]);
    await test.database.transaction((tx) =>
      tx.prisma.person.update({ where: { email }, data: { suspendedAt: test.clock.now() } }),
    );
    const before = (await mailsTo(test, email)).length;
    await registers(mallory, email);
    await requestPasswordReset(test.as('visitor'), email);
    await runJobs(test);
    expect(await mailsTo(test, email)).toHaveLength(before);
  });

  it('takes over what an older version wrote before confirming, without its name and password', async () => {
    const email = 'old-data@example.org';
    await test.database.transaction((tx) =>
      tx.prisma.person.create({
        data: { id: 'old-data', email, displayName: 'Mallory', createdAt: test.clock.now() },
      }),
    );
    await registers(olive, email);
    expect(await confirms((await links(email))[0] ?? '', olive)).toBe('old-data');
    expect(await signsIn(olive, email)).toBe('Olive');
  });
});

describe('a mailed link', () => {
  async function account(email: string): Promise<string> {
    await registers(olive, email);
    return confirms((await links(email))[0] ?? '', olive);
  }
  async function resetLinks(email: string, count: number): Promise<string[]> {
    for (let asked = 0; asked < count; asked += 1) await requestPasswordReset(test.as('visitor'), email);
    await runJobs(test);
    return mailedTokens(test, email, 'reset-password');
  }
  const resets = (token: string) => resetPassword(test.as('visitor'), token, 'another long password');

  it('ends all others of the person when it is used', async () => {
    await account('two-links@example.org');
    const [one = '', other = ''] = await resetLinks('two-links@example.org', 2);
    await resets(one);
    for (const link of [one, other]) await expect(resets(link)).rejects.toMatchObject({ code: 'expired' });
  });

  it('is used by one of two at once', async () => {
    await account('at-once@example.org');
    const both = await resetLinks('at-once@example.org', 2);
    const tried = await Promise.allSettled(both.map(resets));
    expect(tried.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('ends when the password is changed, as do all sessions', async () => {
    const personId = await account('changed@example.org');
    const [link = ''] = await resetLinks('changed@example.org', 1);
    const [here, elsewhere] = [
      await openSession(test.as('visitor'), personId, 'phone'),
      await openSession(test.as('visitor'), personId, 'stolen'),
    ];
    await changePassword(await test.asPerson(personId), {
      personId,
      password: 'a quite new password',
    });
    await expect(resets(link)).rejects.toMatchObject({ code: 'expired' });
    const kinds = await Promise.all(
      [here, elsewhere].map(
        async (token) => (await resolveActor(test.database, token, test.clock.now())).kind,
      ),
    );
    expect(kinds).toEqual(['visitor', 'visitor']);
  });

  it('is refused a password that is easily guessed, or the person’s own name, and stays usable', async () => {
    await account('weak@example.org');
    const [link = ''] = await resetLinks('weak@example.org', 1);
    for (const [password, reason] of [
      ['1234567890', 'identity.password-sequence'],
      ['weak@example.org', 'identity.password-personal'],
    ] as const)
      await expect(resetPassword(test.as('visitor'), link, password)).rejects.toMatchObject({ reason });
    await expect(
      register(test.as('visitor'), { ...olive, email: 'x@example.org', password: '          ' }),
    ).rejects.toMatchObject({ field: 'password', reason: 'identity.password-repeats' });
    await expect(resets(link)).resolves.toBeDefined();
  });
});

describe('what has run out', () => {
  it('is a session that nobody used for two weeks, and is removed with links and registrations', async () => {
    await registers(olive, 'idle@example.org');
    const personId = await confirms((await links('idle@example.org'))[0] ?? '', olive);
    const idle = await openSession(test.as('visitor'), personId, 'phone');
    const used = await openSession(test.as('visitor'), personId, 'desk');
    for (let days = 0; days < 15; days += 1) {
      test.clock.advance(24 * 3600_000);
      await resolveActor(test.database, used, test.clock.now());
      await expect
        .poll(
          async () =>
            (await test.database.read.session.findUnique({ where: { tokenHash: sessionKey(used) } }))
              ?.lastSeenAt,
        )
        .toEqual(test.clock.now());
    }
    expect((await resolveActor(test.database, used, test.clock.now())).kind).toBe('person');
    expect((await resolveActor(test.database, idle, test.clock.now())).kind).toBe('visitor');
    await registers(olive, 'never@example.org');
    test.clock.advance(4 * 24 * 3600_000);
    await forgetExpired(test.as('system'));
    const { read } = test.database;
    expect(await read.session.findMany({ select: { userAgent: true } })).toEqual([{ userAgent: 'desk' }]);
    expect([await read.pendingRegistration.count(), await read.mailToken.count()]).toEqual([0, 0]);
  });
});

it('refuses a name that is an address or cannot be seen', () => {
  const parse = (displayName: string) =>
    registerSchema.safeParse({ ...olive, displayName, email: 'n@example.org' }).error?.issues[0]?.message;
  expect(parse('领奖 http://evil.example/x')).toBe('plain-name');
  expect(parse('\u202eOlive')).toBe('plain-name');
  expect(parse('陈桂兰')).toBeUndefined();
});
