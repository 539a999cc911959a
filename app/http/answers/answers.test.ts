import { setTimeout as pause } from 'node:timers/promises';
import { inTransaction } from '~/domains/in-transaction.server';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextFor } from '../server/services.server';
import { askRaw } from '../../../tests/setup/raw-request';
import { remixBuild } from '../../../tests/setup/remix-build';
import { testPortal } from '../../../tests/setup/portal';
import type { TestPortal } from '../../../tests/setup/portal';
import { personWithSession } from '../../../tests/setup/session-cookie';
import { DomainError } from '~/domains/domain-error';
import { resolvePerson } from '~/domains/identity/index.server';
import { attachPictures, storePicture } from '~/domains/files/index.server';
import { load } from '../forms/forms.server';
import { loader as papers } from '~/routes/ballots+/$id_.papers[.]csv';
import { loader as embedded } from '~/routes/embed+/work-orders';
import { loader as feed } from '~/routes/feeds+/$collection[.]atom';
import { loader as file } from '~/routes/files+/$id';
import { loader as nowhere } from '~/routes/$';

const pages = [
  'account',
  'account/devices',
  'inbox',
  'workbench',
  'moderation',
  'confirm/:token',
  'proposals',
];
const build = remixBuild(
  [
    ...pages.map((at) => ({ path: at, page: true, loader: () => ({ a: 1 }) })),
    { path: 'files/:id', page: false, loader: file },
    { path: 'embed/work-orders', page: false, loader: embedded },
    { path: 'feeds/work-orders.atom', page: false, loader: feed },
    { path: 'ballots/:id/papers.csv', page: false, loader: papers },
    { path: 'broken', page: false, loader: () => Promise.reject(new Error('of the inside')) },
    {
      path: 'refused/:code',
      page: false,
      loader: (args) => load(args, () => Promise.reject(new DomainError(args.params.code as 'forbidden'))),
    },
    { path: '*', page: true, loader: nowhere },
  ],
  () => new Response('<p>page</p>', { headers: { 'Content-Type': 'text/html' } }),
);

let portal: TestPortal;
let cookie: string;
beforeAll(async () => {
  portal = await testPortal(build, { FILES_DIRECTORY: path.join(os.tmpdir(), 'gongzhi-tests/files') });
  cookie = `session=${await personWithSession(portal.services, 'one')}`;
});
afterAll(() => portal.dispose());

const get = (at: string, headers: Record<string, string> = {}) => portal.ask(at, { headers });

describe('what a browser may keep', () => {
  it.each([
    ['/account', 'private, no-store'],
    ['/account/devices', 'private, no-store'],
    ['/account.data', 'private, no-store'],
    ['/ACCOUNT', 'private, no-store'],
    ['/inbox', 'private, no-store'],
    ['/inbox.data', 'private, no-store'],
    ['/moderation', 'private, no-store'],
    ['/confirm/token', 'private, no-store'],
    ['/workbench', 'private, no-cache'],
    ['/workbench.data', 'private, no-cache'],
    ['/proposals', 'private, no-cache'],
    ['/nowhere', 'private, no-cache'],
  ])('is said by every page and its data: %s', async (at, keeping) => {
    expect((await get(at)).headers.get('cache-control')).toBe(keeping);
    expect((await get(at, { Cookie: cookie })).headers.get('cache-control')).toBe(keeping);
  });
});

describe('a picture', () => {
  async function picture(): Promise<string> {
    const { services } = portal;
    const ctx = contextFor(services, await resolvePerson(services.database, 'one', null), 'zh-CN');
    const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#987' } })
      .png()
      .toBuffer();
    const id = await storePicture(ctx, bytes);
    const attached = { subjectKind: 'proposal', subjectId: 'shown', fileIds: [id] };
    const now = services.clock.now();
    await inTransaction(ctx, async (ctx) => {
      await ctx.prisma.proposal.create({
        data: {
          ...{
            id: 'shown',
            title: '北门路灯',
            body: '北门太黑',
            bodyHtml: '',
            category: 'facilities',
            threshold: 3,
          },
          ...{ areaId: '421002', authorId: 'two', state: 'gathering', createdAt: now, updatedAt: now },
        },
      });
      await attachPictures(ctx, attached);
    });
    return id;
  }

  it('that all may see is kept by its reader’s browser and asked for each time; hidden, it is gone at once', async () => {
    const id = await picture();
    const first = await get(`/files/${id}`);
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'private, no-cache']);
    const tag = first.headers.get('etag') ?? '';
    for (const known of [tag, `W/${tag}`, `"x", ${tag}`]) {
      const again = await get(`/files/${id}`, { 'If-None-Match': known });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
    expect((await get(`/files/${id}`, { 'If-None-Match': '"x"' })).status).toBe(200);
    const head = await portal.ask(`/files/${id}`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([
      200,
      first.headers.get('content-length'),
    ]);
    await portal.services.database.transaction((tx) => tx.prisma.attachment.deleteMany({}));
    expect((await get(`/files/${id}`, { 'If-None-Match': tag })).status).toBe(404);
    const own = await get(`/files/${id}`, { 'If-None-Match': tag, Cookie: cookie });
    expect([own.status, own.headers.get('cache-control'), own.headers.get('etag')]).toEqual([
      200,
      'private, no-store',
      null,
    ]);
  });
});

describe('frames of other sites', () => {
  const framed = async (at: string) => {
    const { status, headers } = await get(at);
    const policy = headers.get('content-security-policy') ?? '';
    expect(headers.get('x-any-frame')).toBeNull();
    return [status, policy.includes('frame-ancestors *'), headers.get('x-frame-options')];
  };

  it('take what is made for them and nothing else', async () => {
    expect(await framed('/embed/work-orders')).toEqual([200, true, null]);
    expect(await framed('/embed/anything')).toEqual([404, false, 'SAMEORIGIN']);
    expect(await framed('/embed/work-orders?area=nope')).toEqual([404, false, 'SAMEORIGIN']);
    expect(await framed('/embed/../proposals')).toEqual([200, false, 'SAMEORIGIN']);
    expect(await framed('/proposals')).toEqual([200, false, 'SAMEORIGIN']);
  });
});

describe('a route without a page', () => {
  it.each([
    ['/ballots/none/papers.csv', 404, 'This was not found'],
    ['/feeds/work-orders.atom?area=nope', 404, 'This was not found'],
    ['/embed/work-orders?category=nope', 404, 'This was not found'],
    ['/files/none', 404, 'This was not found'],
    ['/refused/forbidden', 403, 'not permitted'],
    ['/refused/signed-out', 401, 'sign in'],
    ['/refused/wrong-state', 409, 'at the present stage'],
    ['/refused/expired', 410, 'run out'],
    ['/refused/rate-limited', 429, 'Too many'],
    ['/broken', 500, 'went wrong'],
  ])('refuses in plain words with its status: %s', async (at, status, words) => {
    const asked = { 'Accept-Language': 'en' };
    const answer = await get(at, { ...asked, Accept: '*/*' });
    const body = await answer.text();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      status,
      'text/plain; charset=utf-8',
    ]);
    expect(body).toMatch(new RegExp(words));
    expect(body).not.toMatch(/Unexpected|message|inside/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const shown = await get(at, { ...asked, Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });
    expect([shown.status, shown.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
    expect(await shown.text()).toMatch(/<h1>.*<\/h1>.*href="\/"/s);
  });

  it('is not sent again to who holds it', async () => {
    const feedOf = (headers: Record<string, string>) => portal.ask('/feeds/work-orders.atom', { headers });
    const tag = (await feedOf({})).headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[0-9a-f]{64}"$/);
    // Another second of the clock: a list without orders is the same then.
    await pause(1100);
    expect((await feedOf({ 'If-None-Match': `W/"x", ${tag}` })).status).toBe(304);
    expect((await feedOf({ 'If-None-Match': '"x"' })).status).toBe(200);
  });

  it('says that it takes no posts', async () => {
    const answer = await askRaw(portal.url, {
      method: 'POST',
      path: '/files/x',
      headers: ['Origin', portal.url],
      body: '',
    });
    expect([answer.status, answer.body.includes('Unexpected')]).toEqual([405, false]);
  });
});
