import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/setup/database';
import type { TestDatabase } from '../../../tests/setup/database';
import { onPostgresql } from '../../../tests/setup/needs';
import { portalOn } from '../../../tests/setup/portal';
import type { TestPortal } from '../../../tests/setup/portal';
import { remixBuild } from '../../../tests/setup/remix-build';
import { action as forgotten } from '~/routes/forgotten-password';
import { action as signIn } from '~/routes/sign-in';

const build = remixBuild(
  [
    { path: 'sign-in', page: true, action: signIn },
    { path: 'forgotten-password', page: true, action: forgotten },
    { path: 'post', page: false, action: () => new Response('posted') },
  ],
  () => new Response('page', { headers: { 'Content-Type': 'text/html' } }),
);

describe('limits of two processes on one database', onPostgresql, () => {
  let test: TestDatabase;
  let portals: TestPortal[];
  beforeEach(async () => {
    test = await testDatabase();
    portals = await Promise.all(
      [0, 1].map(() => portalOn(test.url, build, { environment: { TRUST_PROXY: '1' } })),
    );
  });
  afterEach(async () => {
    await Promise.all(portals.map((portal) => portal.dispose()));
    await test.dispose();
  });

  async function statuses(times: number, path: string, fieldsOf: (index: number) => Record<string, string>) {
    const answers = await Promise.all(
      Array.from({ length: times }, async (_, index) => {
        const headers = {
          'Content-Type': 'application/x-www-form-urlencoded',
          'X-Forwarded-For': '192.0.2.1',
        };
        const body = new URLSearchParams(fieldsOf(index)).toString();
        return (await portals[index % 2]?.ask(path, { method: 'POST', headers, body }))?.status;
      }),
    );
    const count = (status: number) => answers.filter((one) => one === status).length;
    return { taken: times - count(429), refused: count(429) };
  }

  it('let no more guesses through than one, also where all come at once', async () => {
    const guesses = await statuses(50, '/sign-in', (index) => ({
      email: `p${index}@example.org`,
      password: 'wrong',
    }));
    expect(guesses).toEqual({ taken: 30, refused: 20 });
  });

  it('let no more mails through to one recipient than one', async () => {
    const mails = await statuses(12, '/forgotten-password', () => ({ email: 'victim@example.org' }));
    expect(mails).toEqual({ taken: 5, refused: 7 });
  });

  it('on posting let through what one does, and at most nine more for each', async () => {
    const { taken } = await statuses(160, '/post', () => ({ a: '1' }));
    expect(taken).toBeGreaterThanOrEqual(120);
    expect(taken).toBeLessThanOrEqual(120 + 2 * 9);
  });

  it('keep nothing by which it could be read whom they are about, and no window that is over', async () => {
    await statuses(4, '/sign-in', () => ({ email: 'somebody@example.org', password: 'wrong' }));
    const rows = await test.database.sql.all<{ key: string }>('SELECT "key" FROM "AttemptWindow"');
    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows) expect(key).toMatch(/^[\w-]{43}$/);
  });
});
