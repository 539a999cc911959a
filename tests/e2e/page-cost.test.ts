import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filledDatabase } from './setup/filled';
import type { FilledDatabase } from './setup/filled';
import { startPortal } from './setup/portal';
import type { Portal } from './setup/portal';

/** Which each process reads every few seconds, whether a page is asked for or not. */
const keyRing = 'key-ring';

let queries = 0;
/** Every statement that is executed passes here, whoever prepared it. */
function countStatements(): void {
  const database = new BetterSqlite3(':memory:');
  const prototype = Object.getPrototypeOf(database.prepare('SELECT 1')) as Record<string, unknown>;
  database.close();
  for (const name of ['all', 'get', 'run']) {
    const execute = prototype[name] as (...values: unknown[]) => unknown;
    prototype[name] = function counted(this: unknown, ...values: unknown[]) {
      if (!values.flat().includes(keyRing)) queries += 1;
      return execute.apply(this, values);
    };
  }
}

interface Site {
  portal: Portal;
  filled: FilledDatabase;
}

async function siteOf(times: number): Promise<Site> {
  const size = { proposals: 40 * times, comments: 80 * times, votes: 50 * times, voters: 20 * times };
  const filled = await filledDatabase(size);
  return { filled, portal: await startPortal({ DATABASE_URL: `file:${filled.file}` }, { work: false }) };
}

let few: Site;
let many: Site;
beforeAll(async () => {
  countStatements();
  few = await siteOf(1);
  many = await siteOf(20);
});
afterAll(async () => {
  for (const { portal, filled } of [few, many]) {
    await portal.stop();
    filled.remove();
  }
});

/** Queries of the second request, when all that is prepared once has been. */
async function queriesOf({ portal, filled }: Site, page: string, signedIn: boolean): Promise<number> {
  const cookie = signedIn ? await filled.cookieOf(filled.tokens[0] ?? '') : '';
  const at = page.replace(':proposal', filled.proposalId).replace(':ballot', filled.ballotId);
  const ask = async (times: string) => {
    // Another address each time: a page that is kept asks nothing.
    const response = await fetch(`${portal.url}${at}?time=${times}`, { headers: { cookie } });
    expect(response.status, at).toBe(200);
    await response.text();
  };
  await ask('first');
  queries = 0;
  await ask('second');
  return queries;
}

/** What each page asks of the database: for a visitor whose page is not kept, and for a resident. */
const pinned: [page: string, visitor: number, resident: number][] = [
  ['/', 7, 26],
  ['/proposals', 4, 7],
  ['/proposals/:proposal', 30, 38],
  ['/feedback', 3, 6],
  ['/ballots', 3, 6],
  ['/ballots/:ballot', 7, 12],
  ['/volunteering', 4, 7],
  ['/agreements', 6, 9],
  ['/work-orders', 4, 7],
  ['/organisations', 3, 6],
  // The map of the area, and the newest of what lies in it.
  ['/areas/421002', 15, 19],
];

describe('queries of a page', () => {
  it('are as many as pinned, however much there is', async () => {
    const measure = async (site: Site) => {
      const rows: typeof pinned = [];
      for (const [page] of pinned)
        rows.push([page, await queriesOf(site, page, false), await queriesOf(site, page, true)]);
      return rows;
    };
    expect(await measure(few)).toEqual(pinned);
    expect(await measure(many)).toEqual(pinned);
  });
});
