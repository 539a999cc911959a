import { readFileSync } from 'node:fs';
import path from 'node:path';
import { flatRoutes } from 'remix-flat-routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesTakenFrom, largestDocument, largestForm, largestUpload } from './body-limit.server';
import { askRaw } from '../../../tests/setup/raw-request';
import { remixBuild } from '../../../tests/setup/remix-build';
import { testPortal } from '../../../tests/setup/portal';
import type { TestPortal } from '../../../tests/setup/portal';
import { personWithSession } from '../../../tests/setup/session-cookie';
import { defineRoutes } from '@remix-run/dev/dist/config/routes.js';

let reached = 0;
const action = async ({ request }: { request: Request }) => {
  reached += 1;
  return new Response(String((await request.arrayBuffer()).byteLength));
};
const build = remixBuild(
  ['feedback/new', 'sign-in', 'work-orders/:id', 'open311/v2/requests.json', 'agreements/check'].map(
    (at) => ({
      path: at,
      page: false,
      action,
    }),
  ),
  () => new Response('page'),
);

let portal: TestPortal;
let cookie: string;
beforeAll(async () => {
  portal = await testPortal(build);
  cookie = `session=${await personWithSession(portal.services, 'one')}`;
});
afterAll(() => portal.dispose());

const mebibyte = 1024 * 1024;
const files = 'multipart/form-data; boundary=x';
const form = 'application/x-www-form-urlencoded';

/** Says how much it will send, and sends none of it: what is refused must be refused before it is read. */
async function announce(at: string, type: string, bytes: number, headers: string[] = []) {
  const { status } = await askRaw(portal.url, {
    method: 'POST',
    path: at,
    headers: ['Content-Type', type, 'Content-Length', String(bytes), 'Origin', portal.url, ...headers],
    announcedOnly: true,
  });
  return status;
}

async function send(at: string, type: string, bytes: number, headers: string[] = []) {
  const { status, body } = await askRaw(portal.url, {
    method: 'POST',
    path: at,
    headers: ['Content-Type', type, 'Origin', portal.url, ...headers],
    body: 'x'.repeat(bytes),
  });
  return [status, body];
}

describe('a body', () => {
  it.each([
    '/sign-in',
    '/nowhere',
    '/proposals',
    '/',
    '/feedback',
    '/agreements',
    '/agreements/new',
    '/agreements/subsidies',
    '/work-orders/a/b',
    '/sign-in.data',
    '/open311/v2/services.json',
  ])('with files is refused unread where no form carries files, of whomever: %s', async (at) => {
    const before = reached;
    expect(await announce(at, files, 3 * mebibyte)).toBe(413);
    expect(await announce(at, files, 3 * mebibyte, ['Cookie', cookie])).toBe(413);
    expect(await announce(at, 'Multipart/Form-Data;boundary=x', largestForm + 1)).toBe(413);
    expect(reached).toBe(before);
  });

  it.each(['/feedback/new', '/Feedback/New', '/feedback/new.data', '/feedback/n%65w/', '/work-orders/1'])(
    'with files is taken of who is signed in, and refused unread of others: %s',
    async (at) => {
      expect(await announce(at, files, 3 * mebibyte)).toBe(401);
      expect(await announce(at, files, 3 * mebibyte, ['Cookie', 'session=invented'])).toBe(401);
      expect(await announce(at, files, largestUpload + 1, ['Cookie', cookie])).toBe(413);
      expect(await announce(at, form, largestForm + 1, ['Cookie', cookie])).toBe(413);
    },
  );

  it('with a document to be checked is taken of whomever, of one document’s size', async () => {
    expect(await announce('/agreements/check', files, largestDocument + 1)).toBe(413);
    expect(await announce('/agreements/check', files, largestDocument + 1, ['Cookie', cookie])).toBe(413);
    expect(await announce('/agreements/check', form, 3 * mebibyte)).toBe(413);
    expect(await send('/agreements/check', files, 20 * mebibyte)).toEqual([200, String(20 * mebibyte)]);
  });

  it('arrives whole where it may', async () => {
    expect(await send('/feedback/new', files, 3 * mebibyte, ['Cookie', cookie])).toEqual([
      200,
      String(3 * mebibyte),
    ]);
    expect(await send('/open311/v2/requests.json', files, 3 * mebibyte)).toEqual([200, String(3 * mebibyte)]);
    expect(await send('/sign-in', form, mebibyte)).toEqual([200, String(mebibyte)]);
  });
});

it('may be large on every page whose form carries files', () => {
  const manifest = flatRoutes('routes', defineRoutes, { ignoredRouteFiles: ['**/*.test.{ts,tsx}'] });
  const read = [
    'readUploads',
    'takePictures',
    'commentAction',
    'readNamedUploads',
    'saveDraft',
    'ProposalEditor',
    'readBody',
    'agreementAction',
  ];
  const pages = Object.values(manifest).flatMap((route) => {
    const source = readFileSync(path.join('app', route.file), 'utf8');
    // Scripts keep a draft's words beside the page: its pictures wait for the form itself.
    if (route.path === 'proposals/autosave') return [];
    const takes = /<Form[^>]*\sfiles\b/s.test(source) || read.some((name) => source.includes(name));
    return takes && route.path !== undefined ? [`/${route.path.replace(/:[a-zA-Z]+/g, '01ABC')}`] : [];
  });
  expect(pages.length).toBeGreaterThan(6);
  expect(pages.filter((page) => filesTakenFrom(page) === 'nobody')).toEqual([]);
});
