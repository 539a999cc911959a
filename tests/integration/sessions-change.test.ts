import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeAreas, makePerson } from '../factories/proposals';
import type { TestContext } from '../setup/context';
import { contextOfPortal, postForm, signedInCookie } from '../setup/posting-people';
import { testPortal } from '../setup/portal';
import type { TestPortal } from '../setup/portal';
import { actionRoute, remixBuild } from '../setup/remix-build';
import { hashPassword } from '~/domains/identity/proving/passwords.server';
import { resolveActor } from '~/domains/identity/resolve-actor.server';
import { sessionCookie } from '~/http/guards/cookies.server';
import * as password from '~/routes/account+/password';
import * as signIn from '~/routes/sign-in';

const secret = 'eleven quiet herons';
let portal: TestPortal;
let test: TestContext;

beforeAll(async () => {
  portal = await testPortal(
    remixBuild(
      [actionRoute('sign-in', signIn), actionRoute('account/password', password)],
      () => new Response(''),
    ),
    { RATE_LIMITS: 'false' },
  );
  test = contextOfPortal(portal);
  await makeAreas(test);
  const passwordHash = await hashPassword(secret);
  for (const id of ['ann', 'bob']) {
    await makePerson(test, id);
    await test.database.transaction((tx) =>
      tx.prisma.person.update({ where: { id }, data: { passwordHash } }),
    );
  }
}, 60_000);
afterAll(() => portal.dispose());

/** Who the bearer of the cookie is now. */
async function bearerOf(cookie: string): Promise<string> {
  const token: unknown = await sessionCookie(portal.services.configuration).parse(cookie);
  const actor = await resolveActor(test.database, typeof token === 'string' ? token : null, test.clock.now());
  return actor.kind === 'person' ? actor.personId : actor.kind;
}

/** The session that an answer lays down. */
function laidDown(answer: Response): string {
  const cookies = answer.headers.getSetCookie().map((text) => text.split(';')[0] ?? '');
  return cookies.find((text) => text.startsWith('session=')) ?? '';
}

it.each([
  ['at once', {}],
  [
    'with a form that was kept until then',
    { posted: JSON.stringify({ path: '/feedback/new', fields: [['title', 'x']] }) },
  ],
])('signing in %s makes a new session, and ends the one that the browser had', async (_how, extra) => {
  const former = await signedInCookie(portal, 'bob');
  expect(await bearerOf(former)).toBe('bob');
  const answer = await postForm(portal, {
    ...{ cookie: former, path: '/sign-in' },
    form: { email: 'ann@example.org', password: secret, ...extra },
  });
  const fresh = laidDown(answer);
  expect(fresh).not.toBe('');
  expect(fresh).not.toBe(former);
  expect(await bearerOf(fresh)).toBe('ann');
  expect(await bearerOf(former)).toBe('visitor');
});

it('a session that somebody chose beforehand is never the one that is signed in', async () => {
  const chosen = await sessionCookie(portal.services.configuration).serialize('chosen-by-an-attacker');
  const answer = await postForm(portal, {
    ...{ cookie: chosen.split(';')[0] ?? '', path: '/sign-in' },
    form: { email: 'ann@example.org', password: secret },
  });
  expect(await bearerOf(chosen.split(';')[0] ?? '')).toBe('visitor');
  expect(await bearerOf(laidDown(answer))).toBe('ann');
});

it('changing the password ends every session, and gives a new one to who changed it', async () => {
  const [here, elsewhere] = [await signedInCookie(portal, 'ann'), await signedInCookie(portal, 'ann')];
  const wrong = await postForm(portal, {
    ...{ cookie: here, path: '/account/password' },
    form: { password: 'not mine at all', newPassword: 'nine loud magpies sing' },
  });
  expect(wrong.status).toBe(400);
  expect(await bearerOf(elsewhere)).toBe('ann');
  const answer = await postForm(portal, {
    ...{ cookie: here, path: '/account/password' },
    form: { password: secret, newPassword: 'nine loud magpies sing' },
  });
  expect(answer.status).toBe(302);
  for (const old of [here, elsewhere]) expect(await bearerOf(old)).toBe('visitor');
  expect(await bearerOf(laidDown(answer))).toBe('ann');
});
