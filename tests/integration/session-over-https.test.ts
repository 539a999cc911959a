import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeAreas, makePerson } from '../factories/proposals';
import { contextOfPortal } from '../setup/posting-people';
import { testPortal } from '../setup/portal';
import type { TestPortal } from '../setup/portal';
import { askRaw } from '../setup/raw-request';
import { actionRoute, remixBuild } from '../setup/remix-build';
import { openSession, resolveActor } from '~/domains/identity/index.server';
import { sessionCookie } from '~/http/guards/cookies.server';
import { contextOf } from '~/http/actor.server';
import * as signOut from '~/routes/sign-out';

const site = 'https://gongzhi.example';
let portal: TestPortal;
let cookie = '';

beforeAll(async () => {
  const who = {
    path: 'who',
    page: false,
    loader: (args: Parameters<typeof contextOf>[0]) => Response.json(contextOf(args).actor.kind),
  };
  portal = await testPortal(
    remixBuild([who, actionRoute('sign-out', signOut)], () => new Response('')),
    { PUBLIC_URL: site, RATE_LIMITS: 'false' },
  );
  const test = contextOfPortal(portal);
  await makeAreas(test);
  await makePerson(test, 'ann');
  const token = await openSession(test.as('system'), 'ann', 'test');
  cookie = await sessionCookie(portal.services.configuration).serialize(token);
}, 60_000);
afterAll(() => portal.dispose());

const value = () => (cookie.split(';')[0] ?? '').split('=').slice(1).join('=');
const whoIs = async (header: string) =>
  JSON.parse((await askRaw(portal.url, { path: '/who', headers: ['Cookie', header] })).body) as string;

it('a session over https is a cookie that no other host of the town can lay', async () => {
  expect(cookie).toMatch(
    /^__Host-session=[^;]+; Max-Age=2592000; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/,
  );
  expect(cookie).not.toContain('Domain');
  expect(await whoIs(`__Host-session=${value()}`)).toBe('person');
  expect(await whoIs(`session=${value()}`)).toBe('visitor');
  expect(await whoIs(`session=x; __Host-session=${value()}`)).toBe('person');
});

it('signing out ends it, and has the browser forget what it kept', async () => {
  const answer = await askRaw(portal.url, {
    ...{ method: 'POST', path: '/sign-out', body: 'a=1' },
    headers: [
      'Cookie',
      `__Host-session=${value()}`,
      'Origin',
      site,
      'Content-Type',
      'application/x-www-form-urlencoded',
    ],
  });
  expect(answer.headers['clear-site-data']).toBe('"cache"');
  expect(String(answer.headers['set-cookie'])).toContain('__Host-session=; Max-Age=0');
  expect(await whoIs(`__Host-session=${value()}`)).toBe('visitor');
  const { database, clock } = portal.services;
  expect((await resolveActor(database, value(), clock.now())).kind).toBe('visitor');
});
