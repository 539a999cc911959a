import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertAreas, manyAreas } from '../factories/many-areas';
import { addressesOf, readBuild } from './setup/addresses';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';
import { cookieOf } from './setup/session';

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

const people = [null, 'resident2', 'moderator', 'administrator'];

/** The pages whose address names nothing in its path, and that of an area. */
async function pages(): Promise<string[]> {
  const { id } = await few.services.database.read.proposal.findFirstOrThrow({ where: { state: 'review' } });
  const asked: Record<string, string> = {
    '/responsibilities/entry': '?key=421002:city-management:',
    '/work-orders/new': `?proposal=${id}`,
  };
  const found = addressesOf(await readBuild()).filter(({ page, pattern }) => page && !pattern.includes(':'));
  return [...found.map(({ pattern }) => pattern + (asked[pattern] ?? '')), '/areas/421002'];
}

/**
 * How much larger a page may be. Figures that compare areas have two rows in the demo and at most forty anywhere, so that
 * the page of figures grows to a bound and no further.
 */
const most = (page: string) => (page === '/insights' ? 1.35 : 1.1);

/** What somebody is answered; null where the page is not for them. */
async function bytesOf({ url }: Portal, page: string, Cookie: string): Promise<number | null> {
  const answer = await fetch(url + page, { headers: { Cookie }, redirect: 'manual' });
  const text = await answer.text();
  return answer.status === 200 ? Buffer.byteLength(text) : null;
}

describe(`a portal with ${count} areas`, () => {
  it('has pages at most a tenth larger than the demo with its seventeen', async () => {
    const [grown, looked] = [new Set<string>(), new Set<string>()];
    for (const person of people) {
      const [inFew, inMany] = [await cookieOf(few, person), await cookieOf(many, person)];
      for (const page of await pages()) {
        const [before, after] = [await bytesOf(few, page, inFew), await bytesOf(many, page, inMany)];
        if (before !== null) looked.add(page);
        if (before === null ? after !== null : after === null || after > most(page) * before)
          grown.add(`${person ?? 'visitor'} at ${page}: ${before} → ${after}`);
      }
    }
    expect([...grown]).toEqual([]);
    expect((await pages()).filter((page) => !looked.has(page))).toEqual([]);
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
