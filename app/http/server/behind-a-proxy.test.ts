import { createServer, request as send } from 'node:http';
import type { OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askRaw } from '../../../tests/setup/raw-request';
import { remixBuild } from '../../../tests/setup/remix-build';
import { testPortal } from '../../../tests/setup/portal';
import type { TestPortal } from '../../../tests/setup/portal';

const build = remixBuild(
  [
    {
      path: 'form',
      page: true,
      action: async ({ request }) => ({ said: (await request.formData()).get('a') }),
    },
    { path: 'unsubscribe/:token', page: true, action: () => ({ done: true }) },
    { path: 'hooks/:id', page: false, action: () => new Response('taken') },
    { path: 'where', page: false, loader: ({ request }) => Response.json(request.url) },
  ],
  () => new Response('<p>page</p>', { headers: { 'Content-Type': 'text/html' } }),
);

type Rewrite = (headers: OutgoingHttpHeaders) => OutgoingHttpHeaders;

/** A proxy as small as can be: what it passes on to the portal of the headers is what the rewrite leaves. */
async function proxyTo(portal: string, rewrite: Rewrite) {
  const { hostname, port } = new URL(portal);
  const server = createServer((asked, answer) => {
    const headers = rewrite({ ...asked.headers });
    const passed = send({ hostname, port, method: asked.method, path: asked.url, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    });
    asked.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => server.close() };
}

/** What nginx's `proxy_pass http://portal;` does by itself: the upstream's name as Host, and nothing about the visitor. */
const likeNginx: Rewrite = (headers) => ({ ...headers, host: 'portal', connection: 'close' });
const forwarding: Rewrite = (headers) => ({
  ...likeNginx(headers),
  'x-forwarded-host': 'gongzhi.example',
  'x-forwarded-proto': 'https',
  'x-forwarded-for': '192.0.2.7',
});
const odd: Rewrite = (headers) => ({
  ...likeNginx(headers),
  'x-forwarded-host': 'inner.example, gongzhi.example',
  'x-forwarded-proto': 'http',
  forwarded: 'host=elsewhere.example',
});
const passing: Rewrite = (headers) => ({ ...headers, host: 'gongzhi.example' });

const site = 'https://gongzhi.example';
const form = ['Content-Type', 'application/x-www-form-urlencoded'];

describe.each([
  ['passes nothing on, as nginx by itself', likeNginx],
  ['tells host, scheme and visitor', forwarding],
  ['tells several hosts and the inner scheme', odd],
  ['passes the host on', passing],
])('behind a proxy that %s', (_name, rewrite) => {
  let portal: TestPortal;
  let proxy: Awaited<ReturnType<typeof proxyTo>>;
  beforeAll(async () => {
    portal = await testPortal(build, { PUBLIC_URL: site, TRUST_PROXY: '1' });
    proxy = await proxyTo(portal.url, rewrite);
  });
  afterAll(async () => {
    proxy.stop();
    await portal.dispose();
  });
  const post = (path: string, headers: string[]) =>
    askRaw(proxy.url, { method: 'POST', path, headers: [...form, ...headers], body: 'a=1' });

  it('forms of the portal are taken, and pages know their own address', async () => {
    expect((await post('/form', ['Origin', site])).status).toBe(200);
    expect((await post('/form.data', ['Origin', site])).status).toBe(200);
    expect((await post('/form', ['Sec-Fetch-Site', 'same-origin'])).status).toBe(200);
    const where = await askRaw(proxy.url, { path: '/where?x=1' });
    expect(JSON.parse(where.body)).toBe(`${site}/where?x=1`);
  });

  it.each([
    'https://evil.example',
    'null',
    'http://gongzhi.example',
    'https://gongzhi.example.evil',
    'x',
    'http://portal',
  ])('a form from %s is refused with a page, and what programs call is answered', async (origin) => {
    const refused = await post('/form', ['Origin', origin]);
    expect([refused.status, refused.body.includes('<h1>')]).toEqual([403, true]);
    expect((await post('/unsubscribe/token', ['Origin', origin])).status).toBe(200);
    expect((await post('/unsubscribe/token.data', ['Origin', origin])).status).toBe(200);
    expect((await post('/hooks/1', ['Origin', origin])).body).toBe('taken');
  });

  it.each(['/unsubscribe/../form', '/hooks/x/../../form', '/hooks/%2e%2e/form', '//unsubscribe/../form'])(
    'no way leads through them to the form: %s',
    async (path) => {
      expect((await post(path, ['Origin', 'https://evil.example'])).status).toBe(403);
      expect((await post(path, [])).status).toBe(403);
    },
  );
});

describe('asked directly', () => {
  it('with PUBLIC_URL a foreign pair of Host and Origin changes nothing; without, the host that is asked counts', async () => {
    const foreign = [...form, 'Host', 'evil.example', 'Origin', 'http://evil.example'];
    const ask = { method: 'POST', path: '/form', headers: foreign, body: 'a=1' };
    const named = await testPortal(build, { PUBLIC_URL: 'http://gongzhi.example' });
    expect((await askRaw(named.url, ask)).status).toBe(403);
    await named.dispose();
    const unnamed = await testPortal(build);
    expect((await askRaw(unnamed.url, ask)).status).toBe(200);
    const forwarded = [...form, 'X-Forwarded-Host', 'evil.example', 'Origin', 'http://evil.example'];
    expect((await askRaw(unnamed.url, { ...ask, headers: forwarded })).status).toBe(403);
    await unnamed.dispose();
  });

  it('binds no other site of the town to TLS', async () => {
    const portal = await testPortal(build, { PUBLIC_URL: site });
    const { headers } = await askRaw(portal.url, { path: '/where' });
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
    await portal.dispose();
  });
});
