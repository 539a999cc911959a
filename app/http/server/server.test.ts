import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contextOf, requirePerson } from '../actor.server';
import { flashCookie } from '../guards/cookies.server';
import { remixBuild } from '../../../tests/setup/remix-build';
import { testPortal } from '../../../tests/setup/portal';
import type { TestPortal } from '../../../tests/setup/portal';
import { personWithSession } from '../../../tests/setup/session-cookie';
import { forbiddenScripts } from '../../../tests/setup/allowed-scripts';
import { onSqlite } from '../../../tests/setup/needs';

let rendered = 0;
let slowBegun = () => {};
let letSlowEnd = () => {};

const build = remixBuild(
  [
    { path: 'page', page: true },
    { path: 'who', page: false, loader: (args) => Response.json(contextOf(args).actor) },
    { path: 'told', page: false, loader: (args) => Response.json(args.context.flash) },
    { path: 'mine', page: false, loader: (args) => Response.json(requirePerson(args).actor) },
    { path: 'post', page: false, action: async ({ request }) => new Response(await request.text()) },
    { path: 'unsubscribe/:token', page: false, action: () => new Response('done') },
    {
      path: 'slow',
      page: false,
      loader: async () => {
        slowBegun();
        await new Promise<void>((resolve) => (letSlowEnd = resolve));
        return new Response('at last');
      },
    },
  ],
  (nonce) => {
    rendered += 1;
    const headers = { 'Content-Type': 'text/html; charset=utf-8', 'X-Cache-Topics': 'proposals, ballots' };
    return new Response(`<!doctype html><p>第${rendered}次</p><script nonce="${nonce}">1</script>`, {
      headers,
    });
  },
);

let portal: TestPortal;
beforeEach(async () => {
  rendered = 0;
  portal = await testPortal(build);
});
afterEach(() => portal.dispose());

const form = { 'Content-Type': 'application/x-www-form-urlencoded' };

describe('the message for the next page', () => {
  it('waits for a page or its data, is shown once, and is not used up by the list of routes', async () => {
    const cookie = (await flashCookie(portal.services.configuration).serialize('已保存')).split(';')[0] ?? '';
    const told = await portal.ask('/told', { headers: { Cookie: cookie } });
    expect(await told.json()).toBe('已保存');
    const clears = async (path: string) => {
      const response = await portal.ask(path, { headers: { Cookie: cookie } });
      return response.headers.getSetCookie().some((set) => set.startsWith(cookie.split('=')[0] ?? '-'));
    };
    expect(await clears('/told')).toBe(true);
    expect(await clears('/page.data')).toBe(true);
    expect(await clears('/page.data?_routes=root%2Cpage')).toBe(true);
    expect(await clears('/page.data?_routes=page')).toBe(false);
    expect(await clears('/__manifest?p=%2Fpage&version=x')).toBe(false);
  });
});

describe('what guards every request', () => {
  it('allows only scripts with this answer’s nonce', async () => {
    const unkept = { headers: { 'If-Modified-Since': 'Thu, 01 Jan 2026 00:00:00 GMT' } };
    const [one, two] = [await portal.ask('/page?a', unkept), await portal.ask('/page?b', unkept)];
    const nonceOf = (response: Response) =>
      /script-src 'self' 'nonce-([^']+)';/.exec(response.headers.get('content-security-policy') ?? '')?.[1];
    expect(nonceOf(one)).toHaveLength(24);
    expect(nonceOf(one)).not.toBe(nonceOf(two));
    expect(await one.text()).toContain(`nonce="${nonceOf(one)}"`);
    expect(one.headers.get('x-content-type-options')).toBe('nosniff');
    expect(one.headers.get('strict-transport-security')).toBeNull();
    expect(one.headers.get('x-powered-by')).toBeNull();
  });

  it.each([
    ['another site', { Origin: 'https://evil.example' }],
    ['no origin that tells', { Origin: 'null' }],
    ['a name that only begins alike', { Origin: 'http://127.0.0.1.evil.example' }],
  ])('refuses what was posted from %s', async (_name, headers) => {
    const response = await portal.ask('/post', {
      method: 'POST',
      headers: { ...headers, 'Accept-Language': 'en' },
    });
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('did not come from a page of the portal');
  });

  it('asks Sec-Fetch-Site where there is no origin, and refuses where neither is given', async () => {
    const post = (headers: Record<string, string>) =>
      fetch(`${portal.url}/post`, { method: 'POST', body: 'a=1', headers: { ...form, ...headers } });
    expect((await post({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200);
    expect((await post({ 'Sec-Fetch-Site': 'same-site' })).status).toBe(403);
    expect((await post({})).status).toBe(403);
    expect((await fetch(`${portal.url}/unsubscribe/x`, { method: 'POST' })).status).toBe(200);
  });

  it('refuses bodies that are too large, whether they say so or not', async () => {
    const large = 'x'.repeat(3 * 1024 * 1024);
    const stated = await portal.ask('/post', { method: 'POST', body: large, headers: form });
    expect(stated.status).toBe(413);
    expect(await stated.text()).toContain('上传的内容过大');
    const unstated = new Response(large).body;
    const streamed = portal.ask('/post', {
      method: 'POST',
      body: unstated,
      headers: form,
      duplex: 'half',
    } as RequestInit);
    expect(await streamed.then((response) => response.status).catch(() => 'cut off')).toBe('cut off');
    expect((await portal.ask('/post', { method: 'POST', body: 'a=1', headers: form })).status).toBe(200);
  });

  it('answers a malformed address and host with a page', async () => {
    expect((await portal.ask('/%')).status).toBeLessThan(500);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(portal.url).port), '127.0.0.1');
      socket.on('data', (data) => resolve(String(data)));
      socket.on('error', reject);
      socket.write('GET /who HTTP/1.1\r\nHost: a b:c\r\nConnection: close\r\n\r\n');
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('who asks', () => {
  it('is a visitor without a session or with an unknown one, and is led to signing in', async () => {
    expect(await (await portal.ask('/who')).json()).toEqual({ kind: 'visitor' });
    const response = await portal.ask('/mine?page=2', { headers: { Cookie: 'session=eyJhIjoxfQ%3D%3D' } });
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      '/sign-in?next=%2Fmine%3Fpage%3D2',
    ]);
  });
});

describe('kept pages', () => {
  const text = async (path: string, headers: Record<string, string> = {}) => {
    const response = await portal.ask(path, { headers });
    expect(response.headers.get('x-cache-topics')).toBeNull();
    const body = await response.text();
    expect(forbiddenScripts(response.headers.get('content-security-policy') ?? '', body)).toEqual([]);
    return /第\d+次/.exec(body)?.[0];
  };

  it('are kept until an event touches one of their topics', async () => {
    expect(await text('/page')).toBe('第1次');
    expect(await text('/page')).toBe('第1次');
    portal.services.pages.invalidate(['areas']);
    expect(await text('/page')).toBe('第1次');
    portal.services.pages.invalidate(['ballots']);
    expect(await text('/page')).toBe('第2次');
  });

  it('are apart by address, language and preferences, and none of an unknown session', async () => {
    expect(await text('/page')).toBe('第1次');
    expect(await text('/page', { 'Accept-Language': 'en' })).toBe('第2次');
    expect(await text('/page?area=4210')).toBe('第3次');
    const senior = Buffer.from(JSON.stringify({ senior: true })).toString('base64');
    expect(await text('/page', { Cookie: `preferences=${encodeURIComponent(senior)}` })).toBe('第4次');
    expect(await text('/page', { Cookie: 'session=abc' })).toBe('第5次');
    expect(await text('/page', { Cookie: 'session=abc' })).toBe('第6次');
  });

  const signedIn = async (id: string) => `session=${await personWithSession(portal.services, id)}`;

  it('of a person are kept for this person alone, until they act or stand otherwise', onSqlite, async () => {
    const [one, other] = [await signedIn('one'), await signedIn('other')];
    expect(await text('/page', { Cookie: one })).toBe('第1次');
    expect(await text('/page', { Cookie: one })).toBe('第1次');
    expect(await text('/page', { Cookie: other })).toBe('第2次');
    expect(await text('/page')).toBe('第3次');
    await portal.ask('/post', { method: 'POST', body: 'a=1', headers: { ...form, Cookie: one } });
    expect(await text('/page', { Cookie: one })).toBe('第4次');
    expect(await text('/page', { Cookie: other })).toBe('第2次');
    const { database, clock } = portal.services;
    const held = { role: 'moderator', areaId: '4210', createdAt: clock.now() };
    await database.transaction((tx) =>
      tx.prisma.roleHeld.create({ data: { id: 'held', personId: 'one', ...held } }),
    );
    expect(await text('/page', { Cookie: one })).toBe('第5次');
    portal.services.pages.invalidate(['ballots']);
    expect(await text('/page', { Cookie: other })).toBe('第6次');
  });
});

describe('running it', () => {
  it('tells that it lives and that it is ready', async () => {
    expect(await (await portal.ask('/healthz')).text()).toBe('ok\n');
    expect((await portal.ask('/readyz')).status).toBe(200);
    portal.worker.alive = () => false;
    const response = await portal.ask('/readyz');
    expect([response.status, await response.text()]).toEqual([503, 'worker: stands still\n']);
  });

  it('finishes the request at hand when it is stopped, and takes no new one', async () => {
    const begun = new Promise<void>((resolve) => (slowBegun = resolve));
    const slow = portal.ask('/slow');
    await begun;
    const stopped = portal.stop();
    await expect(portal.ask('/who')).rejects.toThrow();
    letSlowEnd();
    expect(await (await slow).text()).toBe('at last');
    await stopped;
  });
});
