import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Request, Response } from 'express';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolvePerson } from '~/domains/identity/index.server';
import { negotiateLocale } from '~/i18n/locale';
import { listen } from './server/listen.server';
import { lastHeaders } from './guards/last-headers.server';
import { keptPages } from './kept-pages/kept-pages.server';
import { preferencesOf } from './preferences.server';
import { noteRenderedFor } from './server/rendered-for';
import type { RenderedFor } from './server/rendered-for';
import { withNonce } from './guards/security.server';
import { viewerOf } from './viewer.server';
import { forbiddenScripts } from '../../tests/setup/allowed-scripts';
import { askRaw } from '../../tests/setup/raw-request';
import { remixBuild } from '../../tests/setup/remix-build';
import { testPortal } from '../../tests/setup/portal';
import type { TestPortal } from '../../tests/setup/portal';
import { personWithSession } from '../../tests/setup/session-cookie';

const build = remixBuild([{ path: 'page', page: true }], (nonce, { context, preferences, flash }) => {
  const who = context.actor.kind === 'person' ? context.actor.personId : context.actor.kind;
  const body = `<p data-for="${who}" lang="${preferences.locale}">${flash ?? ''}</p><script nonce="${nonce}">1</script>`;
  return new Response(body, { headers: { 'Content-Type': 'text/html', 'X-Cache-Topics': 'proposals' } });
});

const people = ['one', 'other'] as const;
type Person = (typeof people)[number];

let portal: TestPortal;
const sessions: Record<Person, string> = { one: '', other: '' };
beforeAll(async () => {
  portal = await testPortal(build);
  for (const person of people) sessions[person] = await personWithSession(portal.services, person);
});
afterAll(() => portal.dispose());

async function whose(path: string, headers: readonly string[]) {
  const { status, headers: answered, body } = await askRaw(portal.url, { path, headers });
  expect(forbiddenScripts(String(answered['content-security-policy']), body)).toEqual([]);
  return { status, who: /data-for="([^"]+)"/.exec(body)?.[1], lang: /lang="([^"]+)"/.exec(body)?.[1] };
}

/** Mostly as it should be, else one of the ways in which other programs write it. */
const mostly = (right: string, ...ways: string[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(right) }, { weight: 2, arbitrary: fc.constantFrom(...ways) });

const spelt = (value: string) =>
  mostly(
    value,
    decodeURIComponent(value),
    `"${value}"`,
    value.replace(/[a-z]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
    value.slice(0, -3),
    ` ${value}`,
    `\t${value} `,
    `${value},`,
    '',
  );
const names = ['Session', ' session', '\tsession', 'session ', '"session"', '%73ession', 'x-session'];
const sessionPart = fc
  .constantFrom<Person>(...people)
  .chain((person) =>
    fc
      .tuple(mostly('session', ...names), mostly('=', ' = ', '=\t', '==', ''), spelt(sessions[person]))
      .map((parts) => parts.join('')),
  );
const otherPart = fc.constantFrom(
  'a=b',
  'a',
  '=',
  '',
  ' ',
  'Hm_lvt_1=16,17',
  'j={"a":1}',
  'q="x; y"',
  'preferences=e30',
  'flash=x',
  'pending-choice=eyJhIjoxfQ%3D%3D',
  '__proto__=x',
);
const separator = mostly('; ', ';', ';\t', ';  ', ' ; ', ', ', ';;', '&');
const cookieLine = fc
  .array(fc.tuple(fc.oneof(sessionPart, otherPart), separator), { maxLength: 4 })
  .map((parts) => parts.flat().slice(0, -1).join(''));

const header = (named: string, ...values: string[]) =>
  fc.constantFrom(...values).map((value) => [named, value]);
const otherHeader = fc.oneof(
  header('Accept-Language', 'en', 'zh-TW,en;q=0.5', 'en;q=x,zh', 'fr, *;q=0.1', '', ';;;'),
  header('Host', 'evil.example', 'gongzhi.example:81', '[::1]:3000', 'a b', '', 'evil.example/page'),
  header('X-Forwarded-Host', 'evil.example', 'a, b', '"', ''),
  header('X-Forwarded-For', '1.2.3.4', 'unknown', '::1, 10.0.0.1:99'),
  header('X-Forwarded-Proto', 'https', 'javascript'),
  header('X-Original-URL', '/sign-in'),
  header('Forwarded', 'for=1.2.3.4;host=evil.example;proto=https', 'for="[::1]"'),
  header('Range', 'bytes=0-9', 'bytes=-1', 'lines=1'),
  header('If-None-Match', '*', '"x"', 'W/"x"'),
  header('If-Modified-Since', 'Thu, 01 Jan 2099 00:00:00 GMT'),
  header('Cache-Control', 'no-cache', 'only-if-cached'),
  header('Authorization', 'Bearer x'),
);
const request = fc.record({
  cookies: fc.array(cookieLine, { maxLength: 2 }),
  headers: fc.array(otherHeader, { maxLength: 3 }),
  path: fc.constantFrom(
    '/page',
    '/page?a',
    '/Page',
    '/page/',
    '/x/../page',
    '//page',
    '/p%61ge',
    '/./page?a',
  ),
});

describe('kept pages', () => {
  it('of a person are never answered to a visitor or another, however a request is spelt', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(request, async ({ cookies, headers, path }) => {
        // An address of its own for each run: nothing is kept of it yet.
        run += 1;
        const address = `${path}${path.includes('?') ? '&' : '?'}run=${run}`;
        const others = headers.flat();
        const odd = await whose(address, [...cookies.flatMap((line) => ['Cookie', line]), ...others]);
        if (odd.status === 200 && odd.who !== 'visitor') {
          const escaped = cookies
            .join(';')
            .replace(/%([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
          expect(escaped).toContain(sessions[odd.who as Person].slice(4, -8));
        }
        const again = await whose(address, others);
        if (again.status === 200) expect(again.who).toBe('visitor');
        expect((await whose(address, [])).who).toBe('visitor');
        expect(await whose(address, ['Accept-Language', 'en'])).toMatchObject({ who: 'visitor', lang: 'en' });
        for (const person of people)
          expect((await whose(address, ['Cookie', `session=${sessions[person]}`])).who).toBe(person);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it.each([
    'a=b;session=TOKEN',
    'a=b;\tsession=TOKEN',
    'a=b;  session=TOKEN',
    'session =TOKEN',
    ';session=TOKEN',
    'session="TOKEN"',
    'session=TOKEN; session=TOKEN',
    'Session=x; session=TOKEN',
  ])('hold nothing of who is signed in by the header %j, who is answered rightly', async (line) => {
    const path = `/page?${encodeURIComponent(line)}`;
    const cookie = line.replaceAll('TOKEN', sessions.one);
    expect((await whose(path, ['Cookie', cookie])).who).toBe('one');
    expect((await whose(path, [])).who).toBe('visitor');
    expect((await whose(path, ['Cookie', cookie])).who).toBe('one');
  });

  it('are in the language that is asked for, whatever else is', async () => {
    for (const language of ['en', 'zh', 'en-GB,zh;q=0.1', 'fr'])
      expect((await whose('/page?l', ['Accept-Language', language])).lang).toBe(negotiateLocale(language));
  });

  /** The cache before a handler that notes for whom it made its answer, or notes nothing. */
  async function timesMade(note: (request: Request, response: Response) => Promise<void>): Promise<number> {
    let made = 0;
    const kept = keptPages(portal.services);
    const app = express().use(withNonce, lastHeaders, kept.keep, (request, response, next) => {
      made += 1;
      response.set('X-Cache-Topics', 'proposals');
      note(request, response).then(() => response.send(`<p>${made}</p>`), next);
    });
    const answer: RequestListener = (request, response) =>
      void kept.answer(request, response).then((answered) => answered || app(request, response));
    const { server, stop } = await listen(answer, { host: '127.0.0.1', port: 0 });
    const { port } = server.address() as AddressInfo;
    const asked = () => askRaw(`http://127.0.0.1:${port}`, { path: `/made?${port}` });
    await asked();
    await asked();
    await stop();
    return made;
  }

  it('hold nothing that was made for somebody else than the key says, wherever the two were read', async () => {
    const own = async (request: Request) => ({
      ...(await viewerOf(portal.services, request)),
      preferences: await preferencesOf(request),
    });
    const somebody = await resolvePerson(portal.services.database, 'one', null);
    const note = (over: Partial<RenderedFor>) => async (request: Request, response: Response) => {
      const { actor, preferences } = await own(request);
      noteRenderedFor(response, { actor, preferences, once: false, ...over });
    };
    expect(await timesMade(note({}))).toBe(1);
    expect(await timesMade(note({ actor: somebody }))).toBe(2);
    expect(await timesMade(note({ once: true }))).toBe(2);
    expect(await timesMade(note({ preferences: { locale: 'en', theme: 'dark', senior: true } }))).toBe(2);
    expect(await timesMade(() => Promise.resolve())).toBe(2);
    expect(
      await timesMade(async (request, response) => {
        await note({})(request, response);
        await note({ actor: somebody })(request, response);
      }),
    ).toBe(2);
  });
});
