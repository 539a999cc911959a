import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { TestContext } from '../../setup/context';
import { postgresqlEvidence, sqliteEvidence } from './evidence';
import type { Evidence } from './evidence';

/** In the order of lots. */
export const shuffled = <Item>(items: readonly Item[]): Item[] =>
  items
    .map((item) => ({ item, lot: randomBytes(8).toString('hex') }))
    .sort((one, other) => (one.lot < other.lot ? -1 : 1))
    .map(({ item }) => item);

/** Where the log of the test's database stands now; nothing on SQLite, where all of it is read. */
export async function placeInLog(test: TestContext): Promise<string> {
  if (test.database.engine !== 'postgresql') return '';
  const client = new pg.Client({ connectionString: test.url });
  await client.connect();
  const { rows } = await client.query<{ lsn: string }>('SELECT pg_current_wal_lsn()::text AS lsn');
  await client.end();
  return rows[0]?.lsn ?? '';
}

export function gather(test: TestContext, since: string): Promise<Evidence> {
  if (test.database.engine === 'postgresql') return postgresqlEvidence(test.url, since);
  return Promise.resolve(sqliteEvidence(test.url.replace(/^file:/, '')));
}
