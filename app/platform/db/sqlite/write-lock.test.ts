import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultOf } from '../database-fault';
import type { Transaction } from '../database.server';
import { testDatabase } from '../../../../tests/setup/database';
import type { TestDatabase } from '../../../../tests/setup/database';
import { holdWriteLock } from '../../../../tests/setup/write-lock';
import { onSqlite } from '../../../../tests/setup/needs';

const at = new Date('2026-11-24T08:00:00Z');
const put = (tx: Transaction, id: string, mediaType = 'image/webp') =>
  tx.prisma.storedFile.create({ data: { id, contentHash: 'x', mediaType, bytes: 1, createdAt: at } });
const faultsOf = (results: PromiseSettledResult<unknown>[]) =>
  results.map((result) => (result.status === 'rejected' ? faultOf(result.reason) : 'stored'));

describe('writing on SQLite', onSqlite, () => {
  let test: TestDatabase;
  beforeEach(async () => {
    test = await testDatabase();
  });
  afterEach(() => test.dispose());
  const store = (id: string, mediaType?: string) => test.database.transaction((tx) => put(tx, id, mediaType));
  const count = () => test.database.read.storedFile.count();
  const pragma = (text: string) => test.database.transaction((tx) => tx.sql.all(`PRAGMA ${text}`));

  it('waits for a lock that another process holds for a while, and reads on meanwhile', async () => {
    const lock = await holdWriteLock(test.url);
    const writing = store('a');
    expect(await Promise.race([writing, count()])).toBe(0);
    await lock.release();
    await writing;
    expect(await count()).toBe(1);
  });

  it('tells everyone who waits after some seconds, together, and writes again once the lock is free', async () => {
    const lock = await holdWriteLock(test.url);
    const since = performance.now();
    const results = await Promise.allSettled(['a', 'b', 'c', 'd'].map((id) => store(id)));
    expect(faultsOf(results)).toEqual(['busy', 'busy', 'busy', 'busy']);
    expect(performance.now() - since).toBeLessThan(12_000);
    await expect(test.database.probe()).rejects.toMatchObject({ kind: 'busy' });
    await lock.release();
    await test.database.probe();
    await store('e');
    expect(await count()).toBe(1);
  }, 60_000);

  it('goes on after the disk was full, also where that ended the transaction of others', async () => {
    const [row] = (await pragma('page_count')) as { page_count: number }[];
    await pragma(`max_page_count = ${(row?.page_count ?? 0) + 2}`);
    const large = 'x'.repeat(100_000);
    const results = await Promise.allSettled([store('a'), store('b', large), store('c')]);
    expect(faultsOf(results)[1]).toBe('full');
    for (const fault of faultsOf(results)) expect(['full', 'undone', 'stored']).toContain(fault);
    const kept = faultsOf(results).filter((fault) => fault === 'stored').length;
    expect(await count()).toBe(kept);
    await pragma('max_page_count = 1000000');
    await store('d', large);
    expect(await count()).toBe(kept + 1);
  });

  it('goes on beside a process that checkpoints and empties the log', async () => {
    await store('a');
    const script = `
      const Database = require('better-sqlite3');
      const connection = new Database(process.argv[1]);
      for (let turn = 0; turn < 20; turn += 1) connection.pragma('wal_checkpoint(TRUNCATE)');
      connection.close();`;
    const other = spawn(process.execPath, ['-e', script, test.url.replace(/^file:/, '')], {
      stdio: 'inherit',
    });
    const ended = once(other, 'exit');
    const ids = Array.from({ length: 30 }, (_, index) => `b${index}`);
    for (const id of ids) await store(id);
    expect(await ended).toEqual([0, null]);
    await store('c');
    expect(await count()).toBe(32);
  });
});
