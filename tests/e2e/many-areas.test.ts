import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertAreas, manyAreas } from '../factories/many-areas';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';

/** As many as a large prefecture has with its villages and grids. */
const count = 30_000;
let few: Portal;
let many: Portal;
beforeAll(async () => {
  few = await startPortal({ SMTP_URL: '' }, { work: false });
  many = await startPortal({ SMTP_URL: '' }, { work: false });
  await insertAreas(many.services.database, manyAreas(count));
}, 120_000);
afterAll(async () => {
  await few.stop();
  await many.stop();
});

const open = [
  '/',
  '/proposals',
  '/feedback',
  '/conversations',
  '/ballots',
  '/volunteering',
  '/agreements',
  '/work-orders',
  '/organisations',
  '/responsibilities',
  '/targets',
  '/statistics',
  '/work-orders/map',
  '/work-orders/deadlines',
  '/areas',
  '/areas/421002',
];
const own: [who: string, pages: string[]][] = [
  ['resident2', ['/proposals/new', '/feedback/new', '/account', '/account/residence', '/organisations/new']],
  [
    'administrator',
    [
      '/moderation',
      '/moderation/roles',
      '/ballots/new',
      '/ballots/import',
      '/conversations/new',
      '/responsibilities/new',
      '/responsibilities/import',
      '/targets/new',
      '/workbench',
      '/workbench/templates',
      '/bridges/exchange',
      '/bridges/webhooks',
      '/bridges/targets',
      '/bridges/inbound',
      '/bridges/keys',
    ],
  ],
];

/** The cookie of somebody of the demo community. */
async function cookieOf({ url }: Portal, person: string): Promise<string> {
  const answer = await fetch(`${url}/demo-sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: url },
    body: new URLSearchParams({ person }),
  });
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

async function bytesOf({ url }: Portal, page: string, cookie: string): Promise<number> {
  const answer = await fetch(url + page, { headers: { cookie } });
  expect(answer.status, page).toBe(200);
  return Buffer.byteLength(await answer.text());
}

describe(`a portal with ${count} areas`, () => {
  it('has pages at most a tenth larger than the demo with its seventeen', async () => {
    const grown: string[] = [];
    const compare = async (pages: string[], person: string | null) => {
      const [inFew, inMany] = person ? [await cookieOf(few, person), await cookieOf(many, person)] : ['', ''];
      for (const page of pages) {
        const [before, after] = [await bytesOf(few, page, inFew), await bytesOf(many, page, inMany)];
        if (after > 1.1 * before) grown.push(`${page}: ${before} → ${after}`);
      }
    };
    await compare(open, null);
    for (const [person, pages] of own) await compare(pages, person);
    expect(grown).toEqual([]);
  });

  it('answers what is looked up in a bounded list', async () => {
    for (const query of [
      'q=社区',
      'q=中心',
      'under=4210',
      '',
      'q=%25',
      `q=${'x'.repeat(2000)}`,
      'under=x&scope=y',
    ]) {
      const answer = await fetch(`${many.url}/areas/offered.json?${query}`);
      expect(answer.status, query).toBe(200);
      expect(((await answer.json()) as { areas: unknown[] }).areas.length, query).toBeLessThanOrEqual(70);
    }
  });
});
