import pg from 'pg';
import { expect, it } from 'vitest';
import { vacuum } from './remains.postgresql.server';
import { testDatabase } from '../../../../tests/setup/database';
import { onPostgresql } from '../../../../tests/setup/needs';

const reading = 'BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT 1 FROM "Person"';

it('dead rows that somebody may still look at are told, and gone once nobody may', onPostgresql, async () => {
  const { database, url, dispose } = await testDatabase();
  const clients = [new pg.Client({ connectionString: url }), new pg.Client({ connectionString: url })];
  const [reader, cleaner] = clients;
  try {
    await Promise.all(clients.map((client) => client.connect()));
    const data = { id: 'a', contentHash: 'x', mediaType: 'x', bytes: 0, createdAt: new Date(0) };
    await database.transaction((tx) => tx.prisma.storedFile.create({ data }));
    await reader?.query(reading);
    await database.transaction((tx) => tx.prisma.storedFile.deleteMany({}));
    if (!cleaner) throw new Error('No connection');
    expect(await vacuum(cleaner, 'StoredFile')).toBe(false);
    await reader?.query('COMMIT');
    expect(await vacuum(cleaner, 'StoredFile')).toBe(true);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
    await dispose();
  }
});
