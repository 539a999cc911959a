import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isUniqueViolation } from './unique-violation';
import type { Transaction } from './database.server';
import { testDatabase } from '../../../tests/setup/database';
import type { TestDatabase } from '../../../tests/setup/database';
import { onSqlite } from '../../../tests/setup/needs';

let test: TestDatabase;
beforeEach(async () => {
  test = await testDatabase();
});
afterEach(() => test.dispose());

const at = new Date('2026-11-24T08:00:00Z');
const file = (id: string) => ({ id, contentHash: 'x', mediaType: 'image/webp', bytes: 1, createdAt: at });

describe('transactions', () => {
  it('commits the works of many callers, and undoes only the one that throws', async () => {
    const works = Array.from({ length: 40 }, (_, index) =>
      test.database.transaction(async (tx) => {
        await tx.prisma.storedFile.create({ data: file(`file-${index}`) });
        if (index === 7) throw new Error('seven');
        return index;
      }),
    );
    const results = await Promise.allSettled(works);
    expect(results.filter((result) => result.status === 'rejected')).toHaveLength(1);
    const ids = (await test.database.read.storedFile.findMany({ select: { id: true } })).map((row) => row.id);
    expect(ids).toHaveLength(39);
    expect(ids).not.toContain('file-7');
  });

  it('tells a breach of a unique key, through Prisma and raw, and goes on with the others', async () => {
    const insert =
      'INSERT INTO "Follow" ("personId", "subjectKind", "subjectId", "createdAt") VALUES (?, ?, ?, ?)';
    const raw = () => test.database.transaction((tx) => tx.sql.run(insert, ['p', 'area', '4210', at]));
    const prisma = () =>
      test.database.transaction((tx) =>
        tx.prisma.follow.create({
          data: { personId: 'p', subjectKind: 'area', subjectId: '4210', createdAt: at },
        }),
      );
    const results = await Promise.allSettled([raw(), raw(), prisma(), raw(), prisma()]);
    const rejected = results.filter((result) => result.status === 'rejected');
    expect(rejected).toHaveLength(4);
    for (const { reason } of rejected) expect(isUniqueViolation(reason)).toBe(true);
    expect(isUniqueViolation(new Error('else'))).toBe(false);
  });

  it('runs what waits for the commit only after it, and not after a throw', async () => {
    const seen: string[] = [];
    await test.database.transaction(async (tx) => {
      tx.afterCommit(() => seen.push('kept'));
    });
    await expect(
      test.database.transaction(async (tx) => {
        tx.afterCommit(() => seen.push('lost'));
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(seen).toEqual(['kept']);
  });

  it('answers counts as numbers', async () => {
    const [row] = await test.database.sql.all(
      'SELECT COUNT(*) AS "count" FROM "StoredFile" WHERE 1 = ?',
      [1],
    );
    expect(row).toEqual({ count: 0 });
  });

  it('keeps what was committed though an act after it fails', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const fault = () => {
      throw new Error('cache');
    };
    const works = [1, 2].map((result) =>
      test.database.transaction(async (tx) => {
        tx.afterCommit(fault);
        return result;
      }),
    );
    expect(await Promise.all(works)).toEqual([1, 2]);
    expect(told).toHaveBeenCalledTimes(2);
    told.mockRestore();
  });

  it('stores instants the same way raw and through Prisma', async () => {
    await test.database.transaction((tx) => tx.prisma.storedFile.create({ data: file('a') }));
    const rows = await test.database.sql.all<{ id: string }>(
      'SELECT "id" FROM "StoredFile" WHERE "createdAt" = ? AND "createdAt" <= ?',
      [at, at],
    );
    expect(rows).toEqual([{ id: 'a' }]);
  });

  it('refuses to write outside a transaction', onSqlite, async () => {
    const read = test.database.read as unknown as Transaction['prisma'];
    await expect(read.storedFile.create({ data: file('outside') })).rejects.toThrow();
  });
});
