import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { openServices } from '~/http/server/services.server';
import { demoDataKey, readConfiguration } from '~/platform/configuration.server';
import { migrate, pendingMigrations } from '~/platform/db/migrate.server';

/** Databases of former versions, kept as they were. Their DATA_KEY is the demo's. */
const kept = 'tests/older';
const folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-older-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function laidOut(name: string): string {
  const file = path.join(folder, name.replace('.gz', ''));
  writeFileSync(file, gunzipSync(readFileSync(path.join(kept, name))));
  return `file:${file}`;
}

const configurationOf = (url: string) =>
  readConfiguration({
    ...{ LOG_LEVEL: 'silent', DATABASE_URL: url, DATA_KEY: demoDataKey },
    FILES_DIRECTORY: path.join(folder, 'files'),
    LOG_KEY_DIRECTORY: path.join(folder, 'log-key'),
    BALLOT_KEYS_DIRECTORY: path.join(folder, 'ballot-keys'),
  });

describe.each(readdirSync(kept))('a database of %s', (name) => {
  it('is brought up to date, and loses no row', async () => {
    const url = laidOut(name);
    expect(await pendingMigrations(url)).not.toEqual([]);
    const before = await countsOf(url);
    expect(Object.keys(before).length).toBeGreaterThan(100);
    expect(Object.values(before).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(300);
    await migrate(url);
    expect(await pendingMigrations(url)).toEqual([]);
    expect(await countsOf(url)).toMatchObject(before);
    const { database, keys } = await openServices(configurationOf(url));
    try {
      const rows = await database.read.residenceVerification.findMany({ where: { personId: 'ann' } });
      expect(rows.map(({ sealedAddress }) => keys.open(sealedAddress))).toContain('便河路 12 号 3 栋 401');
      expect(await database.read.person.count()).toBe(before.Person);
    } finally {
      await database.close();
    }
  });
});

/** How many rows each table has, but for what is Prisma's and the search's own. */
async function countsOf(url: string): Promise<Record<string, number>> {
  const { default: Database } = await import('better-sqlite3');
  const connection = new Database(url.replace('file:', ''));
  try {
    const tables = connection
      .prepare<[], { name: string }>(
        `SELECT "name" FROM sqlite_master WHERE "type" = 'table' AND "sql" NOT LIKE '%VIRTUAL%'
         AND "name" NOT LIKE '\\_%' ESCAPE '\\' AND "name" NOT LIKE 'sqlite%' AND "name" GLOB '[A-Z]*' AND "name" NOT LIKE '%\\_%' ESCAPE '\\'`,
      )
      .all();
    return Object.fromEntries(
      tables.map(({ name }) => {
        const row = connection.prepare<[], { n: number }>(`SELECT COUNT(*) AS n FROM "${name}"`).get();
        return [name, row?.n ?? 0];
      }),
    );
  } finally {
    connection.close();
  }
}
