import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { forbiddenScripts } from '../../../tests/setup/allowed-scripts';
import { onSqlite } from '../../../tests/setup/needs';
import { askRaw } from '../../../tests/setup/raw-request';
import type { RawAnswer } from '../../../tests/setup/raw-request';
import { remixBuild } from '../../../tests/setup/remix-build';
import { testPortal } from '../../../tests/setup/portal';
import type { TestPortal } from '../../../tests/setup/portal';
import { personWithSession } from '../../../tests/setup/session-cookie';

const filling = '城市治理共商共建共享'.repeat(200);
let rendered = 0;
/** Happens once, while a page is being made. */
let duringRender = (): void => undefined;
/** What a page says; who it is for stands in it only where the address says so. */
const build = remixBuild(
  [
    { path: 'page', page: true },
    { path: 'embed', page: true },
  ],
  (nonce, context) => {
    rendered += 1;
    duringRender();
    duringRender = () => undefined;
    const who = context.context.actor.kind === 'person' ? context.context.actor.personId : 'visitor';
    const { locale, theme, senior } = context.preferences;
    const script = `<script nonce="${nonce}">window.who = "${who}"</script>`;
    return new Response(
      `<!doctype html><p>${who} ${locale} ${theme} ${senior}</p>${script}<p>${filling}</p>`,
      {
        headers: {
          'Content-Type': 'text/html; charset=utf-8',
          'X-Cache-Topics': 'proposals',
          'X-Odd': 'of the route',
        },
      },
    );
  },
);

let portal: TestPortal;
const cookies = { one: '', other: '' };
beforeAll(async () => {
  portal = await testPortal(build);
  for (const person of ['one', 'other'] as const)
    cookies[person] = `session=${await personWithSession(portal.services, person)}`;
});
afterAll(() => portal.dispose());

type Headers = Record<string, string>;
const browser = { 'Accept-Encoding': 'gzip, deflate, br, zstd', 'Accept-Language': 'zh-CN' };
const ask = (path: string, headers: Headers = {}, method = 'GET') =>
  askRaw(portal.url, { method, path, headers: Object.entries(headers).flat() });
const tagOf = ({ headers }: RawAnswer) => String(headers.etag);
const unpacked = ({ headers, bytes }: RawAnswer) => {
  const coding = headers['content-encoding'];
  if (coding === 'br') return String(brotliDecompressSync(bytes));
  return String(coding === 'gzip' ? gunzipSync(bytes) : bytes);
};
/** Asks until Brotli is made in the background. */
async function untilBrotli(path: string): Promise<RawAnswer> {
  for (let times = 0; times < 500; times += 1) {
    const answer = await ask(path, browser);
    if (answer.headers['content-encoding'] === 'br') return answer;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('Brotli was never made');
}

describe('a kept page', () => {
  it('is the same bytes for all who take them, from the first answer on, with a policy of hashes', async () => {
    const first = await ask('/page?same', browser);
    const before = rendered;
    const second = await ask('/page?same', browser);
    expect(rendered).toBe(before);
    expect([first.status, first.headers['content-encoding']]).toEqual([200, 'gzip']);
    expect(second.bytes.equals(first.bytes)).toBe(true);
    const { date: one, ...firstHead } = first.headers;
    const { date: two, ...secondHead } = second.headers;
    expect([one, two]).toEqual([expect.any(String), expect.any(String)]);
    expect(secondHead).toEqual(firstHead);
    const policy = String(first.headers['content-security-policy']);
    expect(policy).toMatch(/script-src 'self' 'sha256-[^']{44}';/);
    expect(policy + unpacked(first)).not.toContain('nonce');
    expect(forbiddenScripts(policy, unpacked(first))).toEqual([]);
    expect(forbiddenScripts(policy, '<script>injected()</script>')).toEqual(['injected()']);
  });

  it('says all that other answers say of security, nothing of its route, and that nobody else may store it', async () => {
    const other = await ask('/page?guard', { 'If-Modified-Since': 'Thu, 01 Jan 2026 00:00:00 GMT' });
    const [first, kept] = [await ask('/page?guard'), await ask('/page?guard')];
    const guards = Object.keys(other.headers).filter(
      (name) =>
        !/^(date|connection|keep-alive|transfer-encoding|x-odd|content-security-policy|vary)$/.test(name),
    );
    expect(guards.length).toBeGreaterThan(10);
    for (const answer of [first, kept]) {
      for (const name of guards) expect([name, answer.headers[name]]).toEqual([name, other.headers[name]]);
      expect(answer.headers['cache-control']).toBe('private, no-cache');
      expect(answer.headers.vary).toBe('Accept-Encoding, Accept-Language, Cookie');
      expect(answer.headers['x-odd']).toBeUndefined();
      expect(String(answer.headers['content-security-policy']).replace(/'sha256-[^']+'/, '*')).toBe(
        String(other.headers['content-security-policy']).replace(/'nonce-[^']+'/, '*'),
      );
    }
  });

  it('comes in the coding that is asked for, each with a tag of its own', async () => {
    const brotli = await untilBrotli('/page?codings');
    const tags = new Set([tagOf(brotli)]);
    const codings: [string | null, string | undefined][] = [
      ['br', undefined],
      ['gzip', 'gzip'],
      ['br;q=0, gzip', 'gzip'],
      ['gzip, br;q=0.5', 'gzip'],
      ['br;q=0.2, gzip;q=0.1', 'br'],
      ['*', 'br'],
      ['identity', undefined],
      ['', undefined],
      [null, undefined],
    ];
    for (const [accepted, coding] of codings) {
      const answer = await ask('/page?codings', accepted === null ? {} : { 'Accept-Encoding': accepted });
      const expected = accepted === 'br' ? 'br' : coding;
      expect([accepted, answer.status, answer.headers['content-encoding']]).toEqual([
        accepted,
        200,
        expected,
      ]);
      expect(answer.headers['content-length']).toBe(String(answer.bytes.length));
      expect(unpacked(answer)).toBe(unpacked(brotli));
      tags.add(tagOf(answer));
    }
    expect(tags.size).toBe(3);
    for (const tag of tags) expect(tag).toMatch(/^"[\w.-]+"$/);
    const none = await ask('/page?codings', { 'Accept-Encoding': 'identity;q=0, br;q=0' });
    expect([none.status, none.headers.etag]).toEqual([200, undefined]);
  });

  it('is not sent again to who holds it, in whatever coding they took it, also where it is rendered anew', async () => {
    const tag = tagOf(await ask('/page?held', browser));
    for (const held of [tag, `W/${tag}`, `"x", ${tag}`, '*']) {
      const answer = await ask('/page?held', { ...browser, 'If-None-Match': held });
      expect([held, answer.status, answer.bytes.length]).toEqual([held, 304, 0]);
      expect(tagOf(answer).split('.')[0]).toBe(tag.split('.')[0]);
      expect(answer.headers['cache-control']).toBe('private, no-cache');
      expect(answer.headers['content-security-policy']).toContain("'sha256-");
      for (const name of ['content-type', 'content-encoding', 'content-length'])
        expect(answer.headers[name]).toBeUndefined();
    }
    await untilBrotli('/page?held');
    const still = await ask('/page?held', { ...browser, 'If-None-Match': tag });
    expect([still.status, tagOf(still)]).toEqual([304, tag]);
    portal.services.pages.invalidate(['proposals']);
    const before = rendered;
    expect((await ask('/page?held', { ...browser, 'If-None-Match': tag })).status).toBe(304);
    expect(rendered).toBe(before + 1);
    for (const other of ['"x"', tag.replace('gzip', 'none'), `"${tag}"`, tag.slice(1, -1)])
      expect((await ask('/page?held', { ...browser, 'If-None-Match': other })).status).toBe(200);
    // A coding that is not taken is not held either.
    expect((await ask('/page?held', { 'If-None-Match': tag })).status).toBe(200);
  });

  it('has a head, and ranges of it are not answered', async () => {
    const whole = await ask('/page?head', browser);
    const head = await ask('/page?head', browser, 'HEAD');
    const bare = ({ headers }: RawAnswer) => ({ ...headers, date: undefined });
    expect([head.status, head.bytes.length, bare(head)]).toEqual([200, 0, bare(whole)]);
    const held = await ask('/page?head', { ...browser, 'If-None-Match': tagOf(whole) }, 'HEAD');
    expect([held.status, tagOf(held)]).toEqual([304, tagOf(whole)]);
    const part = await ask('/page?head', { ...browser, Range: 'bytes=0-9' });
    expect([part.status, unpacked(part).includes(filling)]).toEqual([200, true]);
    expect((await ask('/page?never-asked', browser, 'HEAD')).status).toBe(200);
  });
});

describe('an answer from what is kept', () => {
  it('is made once for all who ask when it went stale, and again for those after the next change', async () => {
    await ask('/page?many', browser);
    const many = () => Promise.all(Array.from({ length: 20 }, () => ask('/page?many', browser)));
    for (const change of [() => portal.services.pages.invalidate(['proposals']), () => undefined]) {
      change();
      const before = rendered;
      const answers = await many();
      expect(
        new Set(answers.map(({ status, headers }) => `${status} ${String(headers.etag).split('.')[0]}`)).size,
      ).toBe(1);
      expect(rendered - before).toBeLessThanOrEqual(1);
    }
    // What was begun before a change is nobody's who asks after it, nor kept.
    portal.services.pages.invalidate(['proposals']);
    const before = rendered;
    duringRender = () => portal.services.pages.invalidate(['proposals']);
    const answers = await many();
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(rendered - before).toBe(2);
  });

  it('is logged and counted like any other', async () => {
    const { log, traffic } = portal.services;
    const info = vi.spyOn(log, 'info');
    const [begin, end] = [vi.spyOn(traffic, 'begin'), vi.spyOn(traffic, 'end')];
    const first = await ask('/page?log', browser);
    await ask('/page?log', browser);
    await ask('/page?log', { ...browser, 'If-None-Match': tagOf(first) });
    await ask('/page?log', browser, 'HEAD');
    await vi.waitFor(() => expect(info).toHaveBeenCalledTimes(4));
    const line = { method: 'GET', path: '/page', status: 200, milliseconds: expect.any(Number) as number };
    const lines = [line, line, { ...line, status: 304 }, { ...line, method: 'HEAD' }];
    expect(info.mock.calls).toEqual(lines.map((one) => [one, 'request']));
    await vi.waitFor(() => expect(end).toHaveBeenCalledTimes(4));
    expect(begin).toHaveBeenCalledTimes(4);
    vi.restoreAllMocks();
  });
});

describe('tags tell nobody of pages that are not theirs', () => {
  const english = { ...browser, 'Accept-Language': 'en' };
  const dark = Buffer.from(JSON.stringify({ theme: 'dark' })).toString('base64');
  const senior = Buffer.from(JSON.stringify({ senior: true })).toString('base64');

  it('a tag holds for exactly the page that the one who shows it would be given', onSqlite, async () => {
    const viewers: Record<string, Headers> = {
      visitor: browser,
      english,
      dark: { ...browser, Cookie: `preferences=${encodeURIComponent(dark)}` },
      senior: { ...browser, Cookie: `preferences=${encodeURIComponent(senior)}` },
      one: { ...browser, Cookie: cookies.one },
      'one in English': { ...english, Cookie: cookies.one },
      other: { ...browser, Cookie: cookies.other },
    };
    const path = '/page?tags';
    const answers = await Promise.all(
      Object.entries(viewers).map(async ([name, headers]) => ({
        name,
        headers,
        tag: tagOf(await ask(path, headers)),
      })),
    );
    expect(new Set(answers.map(({ tag }) => tag)).size).toBe(answers.length);
    for (const { name, headers } of answers)
      for (const { name: of, tag } of answers) {
        const { status } = await ask(path, { ...headers, 'If-None-Match': tag });
        expect([name, of, status]).toEqual([name, of, name === of ? 304 : 200]);
      }
    const all = answers.map(({ tag }) => tag).join(', ');
    const signedOut = await ask(path, { ...browser, Cookie: 'session=abc', 'If-None-Match': all });
    expect([signedOut.status, signedOut.headers.etag]).toEqual([200, undefined]);
  });

  it('another host or scheme is another page', async () => {
    const own = await ask('/page?host', browser);
    const before = rendered;
    for (const headers of [{ Host: 'evil.example' }, { Host: 'gongzhi.example:81' }] as Headers[])
      expect((await ask('/page?host', { ...browser, ...headers })).status).toBe(200);
    expect(rendered).toBe(before + 2);
    await ask('/page?host', { ...browser, 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https' });
    const again = await ask('/page?host', browser);
    expect([rendered, unpacked(again)]).toEqual([before + 2, unpacked(own)]);
  });

  it.each([
    ['cookies twice', { Cookie: 'session=a; session=b' }],
    ['a message that waits', { Cookie: 'flash=x' }],
    ['a choice that waits', { Cookie: 'pending-choice=x' }],
    ['a condition by time', { 'If-Modified-Since': 'Thu, 01 Jan 2099 00:00:00 GMT' }],
    ['a range', { Range: 'bytes=0-1' }],
    ['a key', { Authorization: 'Bearer x' }],
    ['tags that are none', { 'If-None-Match': 'x' }],
    ['codings that are none', { 'Accept-Encoding': 'gzip;q=7' }],
  ])('a request with %s is neither answered from what is kept nor kept', async (name, headers) => {
    const path = `/page?odd=${encodeURIComponent(name)}`;
    await ask(path, browser);
    const before = rendered;
    for (const times of [1, 2]) {
      const answer = await ask(path, { ...browser, ...headers });
      expect([answer.status, answer.headers.etag, rendered]).toEqual([200, undefined, before + times]);
    }
    expect((await ask(path, browser)).headers.etag).toBeDefined();
    expect(rendered).toBe(before + 2);
  });
});
