import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { within } from '../lists/area-scope';
import { migrate } from '../migrate.server';
import { openDatabase } from '../open-database.server';
import { testDatabase } from '../../../../tests/setup/database';
import type { TestDatabase } from '../../../../tests/setup/database';
import { onPostgresql } from '../../../../tests/setup/needs';

let test: TestDatabase;
beforeEach(async () => {
  test = await testDatabase();
});
afterEach(() => test.dispose());

const area = (id: string) => ({ id, code: id.padEnd(12, '0'), level: 'community', name: id });

it('finds areas below another, whatever order of words the database was made with', async () => {
  const ids = ['421002', '421002001', '421002001001', '421003', '4210'];
  await test.database.transaction((tx) => tx.prisma.area.createMany({ data: ids.map(area) }));
  const found = await test.database.read.area.findMany({
    where: { id: within('421002') },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  expect(found.map(({ id }) => id)).toEqual(['421002', '421002001', '421002001001']);
});

describe('columns of text on PostgreSQL', onPostgresql, () => {
  const query = async (text: string) => {
    const client = new pg.Client({ connectionString: test.url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(text)).rows;
    } finally {
      await client.end();
    }
  };
  const otherwise = () =>
    query(`SELECT "table_name", "column_name" FROM information_schema.columns
      WHERE "table_schema" = 'public' AND "data_type" = 'text' AND "collation_name" IS DISTINCT FROM 'C'
        AND "table_name" <> '_prisma_migrations'`);

  it('all have the order of their characters, also those that later migrations add; without it nothing is served', async () => {
    expect(await otherwise()).toEqual([]);
    await query('ALTER TABLE "Area" ALTER COLUMN "id" TYPE text COLLATE "und-x-icu", ADD COLUMN "new" text');
    expect(await otherwise()).toHaveLength(2);
    await expect(openDatabase({ url: test.url })).rejects.toThrow('gongzhi migrate');
    await migrate(test.url);
    expect(await otherwise()).toEqual([]);
    await (await openDatabase({ url: test.url })).close();
  });
});
