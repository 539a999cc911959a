import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadDemoIfEmpty } from '../../prisma/seed/load-demo.server';
import { onSqlite } from '../setup/needs';
import { testPortal } from '../setup/portal';
import type { TestPortal } from '../setup/portal';
import { wholeBuild } from '../setup/whole-build';

let portal: TestPortal;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-languages-'));
  const files = path.join(folder, 'files');
  portal = await testPortal(await wholeBuild(), { DEMO_MODE: 'true', FILES_DIRECTORY: files });
  if (portal.services.database.engine === 'sqlite') await loadDemoIfEmpty(portal.services, () => undefined);
}, 300_000);
afterAll(async () => {
  await portal.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const each = (under: string, rows: readonly { id: string }[]) => rows.map(({ id }) => `/${under}/${id}`);

/** Lists, and some of each kind whose words people wrote. */
async function pages(): Promise<string[]> {
  const { read } = portal.services.database;
  const discussed = await read.comment.findMany({ where: { subjectKind: 'proposal' }, take: 2 });
  return [
    ...['/', '/proposals', '/feedback', '/agreements', '/ballots', '/work-orders', '/volunteering', '/map'],
    ...['/meetings', '/conversations', '/councils', '/organisations', '/areas/421002001'],
    ...new Set(discussed.map(({ subjectId }) => `/proposals/${subjectId}`)),
    ...each('feedback', await read.feedback.findMany({ where: { isPublic: true, hiddenAt: null }, take: 2 })),
    ...each('agreements', await read.agreement.findMany({ where: { state: { not: 'draft' } }, take: 2 })),
    ...each('ballots', await read.ballot.findMany({ distinct: ['kind'], take: 4 })),
    ...each('work-orders', await read.workOrder.findMany({ where: { isConfidential: false }, take: 2 })),
    ...each('meetings', await read.meeting.findMany({ take: 1 })),
    ...each('volunteering', await read.opportunity.findMany({ take: 1 })),
    ...each('organisations', await read.organisation.findMany({ take: 1 })),
    ...each('conversations', await read.conversation.findMany({ take: 1 })),
  ];
}

const empty = ['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'];
const unspoken = ['script', 'style', 'option', 'textarea', 'code', 'pre', 'title'];

interface Open {
  name: string;
  as: string;
  language: string;
}

/** Words of a page with the elements that hold them, the innermost last; React writes its pages well-formed. */
function* wordsOf(html: string): Generator<{ words: string; open: Open[] }> {
  const open: Open[] = [];
  for (const [, end, name = '', rest = '', words] of html.matchAll(/<(\/?)([a-z][\w-]*)([^>]*)>|([^<]+)/gi)) {
    if (words !== undefined) yield { words, open };
    else if (end) open.splice(open.findLastIndex((one) => one.name === name));
    else if (!empty.includes(name) && !rest.endsWith('/')) {
      const read = (attribute: string) => new RegExp(` ${attribute}="([^"]*)"`).exec(rest)?.[1];
      const language = read('lang') ?? open.at(-1)?.language ?? '';
      open.push({ name, as: read('class') ?? '', language });
    }
  }
}

/** Where words of people stand: headings of pages and cards, texts, and lists of matters. */
const isOfPeople = ({ name, as }: Open) =>
  name === 'h1' || /\b(prose|card-title|linked-matters|map-list)\b/.test(as);

/** Words of people on an English page that are Chinese, which nothing says. A sentence of the page with a title within is the page's. */
function unsaid(html: string): string[] {
  const page = html.replaceAll(/<(script|style)\b.*?<\/\1>|<!--.*?-->|<!doctype[^>]*>/gis, '');
  const found = new Set<string>();
  for (const { words, open } of wordsOf(page)) {
    const isSaid = open.at(-1)?.language.startsWith('zh') || open.some(({ name }) => unspoken.includes(name));
    if (isSaid || !open.some(isOfPeople) || /[a-z]{3}/i.test(words) || !/\p{Script=Han}{4}/u.test(words))
      continue;
    const within = open.slice(-2).map(({ name, as }) => `${name}.${as}`);
    found.add(`${within.join(' > ')}: ${words.slice(0, 30)}`);
  }
  return [...found];
}

it('words of people are marked with their language on pages in another', onSqlite, async () => {
  const found: Record<string, string[]> = {};
  for (const at of await pages()) {
    const answer = await portal.ask(at, { headers: { Cookie: 'locale=en', 'Accept-Language': 'en' } });
    const html = await answer.text();
    expect(html, at).toContain('<html lang="en"');
    if (/^\/(proposals|feedback)\/./.test(at)) {
      expect(html, at).toMatch(/<h1 lang="zh"/);
      expect(html, at).toMatch(/<p lang="zh"/);
    }
    const some = unsaid(html);
    if (some.length > 0) found[at] = some;
  }
  expect(found).toEqual({});
});
