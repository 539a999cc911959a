import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { cookieOf } from './setup/session';
import { standstill } from './setup/standstill';
import { addSource } from '~/domains/bridges/inbound/sources.server';
import { signedHeaders } from '~/domains/bridges/rules/webhooks/signature';
import { resolvePerson } from '~/domains/identity/index.server';
import { contextFor } from '~/http/server/services.server';

const mebibyte = 1024 * 1024;

let portal: Portal;
let moderator: string;
let administrator: string;
beforeAll(async () => {
  portal = await startPortal({ SMTP_URL: '' }, { work: false });
  [moderator, administrator] = [await cookieOf(portal, 'moderator'), await cookieOf(portal, 'administrator')];
});
afterAll(() => portal.stop());

interface Posting {
  cookie?: string;
  body: BodyInit;
  headers?: Record<string, string>;
}

async function post(at: string, { cookie = moderator, body, headers = {} }: Posting): Promise<number> {
  const all = { Origin: portal.url, Cookie: cookie, ...headers };
  const response = await fetch(portal.url + at, { method: 'POST', redirect: 'manual', headers: all, body });
  await response.text();
  return response.status;
}

/**
 * Longer than this nobody waits, also where all cores have other work: what was mended here stood still for 15 s and
 * more; forty megabytes of honest pictures are taken apart in one or two.
 */
const most = 6000;

/** What came of a posting that may keep nobody else waiting. */
async function answered(at: string, posting: Posting): Promise<number> {
  let status = 0;
  const waited = await standstill(async () => (status = await post(at, posting)));
  expect(waited, `${at} stood still`).toBeLessThan(most);
  return status;
}

function formOf(fields: Record<string, string>, files: [name: string, file: File][] = []): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [name, file] of files) form.append(name, file);
  return form;
}

const bytesOf = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 2_654_435_761) >>> 24);

describe('the largest forms with files', () => {
  const pages = [
    '/feedback/new',
    '/proposals/new',
    '/work-orders/01ARZ3NDEKTSV4RRFFQ69G5FAV',
    '/workbench',
    '/bridges/exchange',
    '/responsibilities/import',
    '/ballots/import',
  ];

  it('of as many small parts as there may be hold up nobody', async () => {
    const many = formOf(
      Object.fromEntries(Array.from({ length: 499 }, (_, at) => [`f${at}`, 'x'.repeat(4000)])),
    );
    for (const page of pages)
      expect(await answered(page, { cookie: administrator, body: many }), page).toBeLessThan(500);
  });

  it('of as many files as there may be, none of them a picture, hold up nobody', async () => {
    const files = Array.from({ length: 20 }, (_, at): [string, File] => [
      'pictures',
      new File([bytesOf(1.9 * mebibyte)], `${at}.jpg`, { type: 'image/jpeg' }),
    ]);
    for (const page of pages)
      expect(await answered(page, { body: formOf({ title: '路灯' }, files) }), page).toBeLessThan(500);
  });
});

describe('the largest table', () => {
  const csv = (line: string, bytes: number) =>
    new File([line.repeat(Math.floor(bytes / Buffer.byteLength(line)))], 'table.csv', { type: 'text/csv' });
  const shapes = {
    'short lines': 'a,b\n',
    'many cells': `${','.repeat(2000)}\n`,
    'quotes that never end': '"a\n',
    'quotes in quotes': '"""",',
    'one line': '编号',
  };

  it.each(Object.entries(shapes))('of orders, of %s, holds up nobody', async (_, line) => {
    const fields = { areaId: '421002', system: '12345', mode: 'check' };
    const body = formOf(fields, [['table', csv(line, 4.9 * mebibyte)]]);
    expect(await answered('/bridges/exchange', { cookie: administrator, body })).toBeLessThan(500);
  });

  it.each(Object.entries(shapes))('of responsibilities, of %s, holds up nobody', async (_, line) => {
    const body = formOf({ areaId: '421002', reason: '年度更新' }, [['file', csv(line, 1.9 * mebibyte)]]);
    expect(await answered('/responsibilities/import', { cookie: administrator, body })).toBeLessThan(500);
  });
});

describe('the largest file of a budget', () => {
  const head = 'META\nkey;value\nvote_type;approval\nbudget;1000\nPROJECTS\nproject_id;cost\n';
  const shapes = {
    'many projects': head + Array.from({ length: 400_000 }, (_, at) => `p${at};1\n`).join(''),
    'long votes': `${head}p;1\nVOTES\nvoter_id;vote\n${`v;${'p,'.repeat(50_000)}p\n`.repeat(200)}`,
    'many META': `META\n${Array.from({ length: 900_000 }, (_, at) => `k${at};v\n`).join('')}`,
    'one line': 'META'.repeat(4_000_000),
  };

  it.each(Object.entries(shapes))('of %s holds up nobody', async (_, text) => {
    const file = new File([text.slice(0, 29 * mebibyte)], 'large.pb');
    const fields = { areaId: '421002001', budgetRule: 'equal-shares-cost', completion: 'add1' };
    expect(await answered('/ballots/import', { body: formOf(fields, [['file', file]]) })).toBeLessThan(500);
  });
});

describe('the largest message of another system', () => {
  it.each(['[', '{"a":'])('that is signed and as deep as %s can be holds up nobody', async (atom) => {
    const { services } = portal;
    const { id: person } = await services.database.read.person.findFirstOrThrow({
      where: { email: { startsWith: 'administrator@' } },
    });
    const ctx = contextFor(services, await resolvePerson(services.database, person, null), 'zh-CN');
    const departmentId = 'org-chengguan';
    const source = await addSource(ctx, { name: `深 ${atom}`, areaId: '421002', departmentId });
    const body = atom.repeat(Math.floor((127 * 1024) / atom.length));
    const timestamp = Math.floor(portal.now().getTime() / 1000);
    const headers = signedHeaders({ id: 'm1', timestamp, body }, [source.secret ?? '']);
    const posting = { cookie: '', body, headers: { ...headers, 'Content-Type': 'application/json' } };
    const status = await answered(`/hooks/${source.id}`, posting);
    expect([202, 400, 409, 422]).toContain(status);
  });
});

describe('the differences of two versions', () => {
  it('of the longest texts are shown while others are answered', async () => {
    const { database } = portal.services;
    const residents = await database.read.person.findMany({ where: { email: { startsWith: 'resident' } } });
    const { id, authorId, ...own } = await database.read.proposal.findFirstOrThrow({
      where: { state: 'gathering', organisationId: null, authorId: { in: residents.map(({ id }) => id) } },
    });
    const author = residents.find(({ id }) => id === authorId);
    const cookie = await cookieOf(portal, author?.email?.split('@')[0] ?? '');
    for (const piece of ['路灯不亮，老人夜里摔跤。', 'a b. c ', '很长']) {
      const html = await (
        await fetch(`${portal.url}/proposals/${id}/edit`, { headers: { Cookie: cookie } })
      ).text();
      const draftId = /name="draftId" value="([^"]+)"/.exec(html)?.[1] ?? '';
      const body = piece.repeat(20_000).slice(0, 19_900);
      const fields = {
        draftId,
        act: 'save',
        title: own.title,
        body,
        category: own.category,
        areaId: own.areaId,
      };
      expect(await post(`/proposals/${id}/edit`, { cookie, body: new URLSearchParams(fields) })).toBe(302);
    }
    const waited = await standstill(async () => {
      const page = await fetch(`${portal.url}/proposals/${id}/versions`);
      expect([page.status, (await page.text()).includes('<del')]).toEqual([200, true]);
    });
    expect(waited).toBeLessThan(most);
  });
});
