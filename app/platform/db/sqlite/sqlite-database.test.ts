import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Transaction } from '../database.server';
import { testDatabase } from '../../../../tests/setup/database';
import type { TestDatabase } from '../../../../tests/setup/database';
import { onSqlite } from '../../../../tests/setup/needs';

const at = new Date('2026-11-24T08:00:00Z');
const put = (tx: Transaction, id: string) =>
  tx.prisma.storedFile.create({
    data: { id, contentHash: 'x', mediaType: 'image/webp', bytes: 1, createdAt: at },
  });

describe('group commit on SQLite', onSqlite, () => {
  let test: TestDatabase;
  beforeEach(async () => {
    test = await testDatabase();
  });
  afterEach(() => test.dispose());
  const stored = async () =>
    (await test.database.read.storedFile.findMany({ select: { id: true } })).map(({ id }) => id).sort();

  it('runs works in the order they came, each seeing the ones before it', async () => {
    const counts = await Promise.all(
      ['a', 'b', 'c', 'd'].map((id) =>
        test.database.transaction(async (tx) => {
          await put(tx, id);
          return tx.prisma.storedFile.count();
        }),
      ),
    );
    expect(counts).toEqual([1, 2, 3, 4]);
  });

  it('has stored what it answers for: another connection sees it at once', async () => {
    for (const id of ['a', 'b', 'c']) {
      await test.database.transaction((tx) => put(tx, id));
      expect(await stored()).toContain(id);
    }
  });

  it('undoes also what a failed work began and did not await', async () => {
    const failing = test.database.transaction(async (tx) => {
      const fails = async () => {
        throw new Error('one of two');
      };
      const continues = async () => {
        await put(tx, 'lost-1');
        await put(tx, 'lost-2');
      };
      await Promise.all([fails(), continues()]);
    });
    const next = test.database.transaction((tx) => put(tx, 'kept'));
    await expect(failing).rejects.toThrow('one of two');
    await next;
    expect(await stored()).toEqual(['kept']);
  });

  it('refuses a transaction that outlived its work', async () => {
    const kept = await test.database.transaction(async (tx) => tx);
    expect(() => kept.prisma.storedFile).toThrow('over');
    await expect(kept.sql.run('DELETE FROM "StoredFile"')).rejects.toThrow('over');
  });

  it('rejects every caller of a commit that fails, and goes on afterwards', async () => {
    // First the short one: a batch takes no further work once its time is over.
    const other = test.database.transaction((tx) => put(tx, 'with-it'));
    const orphan = test.database.transaction(async (tx) => {
      await tx.sql.run('PRAGMA defer_foreign_keys = ON');
      await tx.sql.run('CREATE TABLE "parent" ("id" INTEGER PRIMARY KEY)');
      await tx.sql.run('CREATE TABLE "child" ("parent" INTEGER REFERENCES "parent" ("id"))');
      await tx.sql.run('INSERT INTO "child" VALUES (1)');
    });
    const results = await Promise.allSettled([orphan, other]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await test.database.transaction((tx) => put(tx, 'after'));
    expect(await stored()).toEqual(['after']);
  });

  it('syncs each commit to the disk and holds foreign keys', async () => {
    const pragma = (name: string) => test.database.transaction((tx) => tx.sql.all(`PRAGMA ${name}`));
    expect(await pragma('synchronous')).toEqual([{ synchronous: 2 }]);
    expect(await pragma('journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    expect(await pragma('foreign_keys')).toEqual([{ foreign_keys: 1 }]);
  });

  it('cannot write by the connection that reads', async () => {
    await expect(test.database.sql.all('DELETE FROM "StoredFile" RETURNING "id"')).rejects.toThrow(
      'readonly',
    );
  });
});
