import { describe, expect, it } from 'vitest';
import { numberPlaces } from './postgresql-database.server';
import { testDatabase } from '../../../../tests/setup/database';
import { onPostgresql } from '../../../../tests/setup/needs';

describe('numberPlaces', () => {
  it('numbers the places, and leaves quoted text and names alone', () => {
    expect(numberPlaces(`SELECT '?', "a?" FROM t WHERE b = ? AND c = 'it''s ?' AND d = ?`)).toBe(
      `SELECT '?', "a?" FROM t WHERE b = $1 AND c = 'it''s ?' AND d = $2`,
    );
  });
});

describe('transactions on PostgreSQL', onPostgresql, () => {
  it('tries again when two of them lock each other out', async () => {
    const { database, dispose } = await testDatabase();
    const at = new Date('2026-11-24T08:00:00Z');
    const data = ['a', 'b'].map((id) => ({ id, contentHash: 'x', mediaType: 'x', bytes: 0, createdAt: at }));
    await database.transaction((tx) => tx.prisma.storedFile.createMany({ data }));
    let attempts = 0;
    let holding = 0;
    let bothHold = () => {};
    const both = new Promise<void>((resolve) => (bothHold = resolve));
    const addInOrder = (ids: string[]) =>
      database.transaction(async (tx) => {
        attempts += 1;
        for (const id of ids) {
          await tx.sql.run('UPDATE "StoredFile" SET "bytes" = "bytes" + 1 WHERE "id" = ?', [id]);
          // Each holds its first row before either asks for the other's.
          holding += 1;
          if (holding === 2) bothHold();
          await both;
        }
      });
    await Promise.all([addInOrder(['a', 'b']), addInOrder(['b', 'a'])]);
    expect(attempts).toBeGreaterThan(2);
    const rows = await database.sql.all('SELECT "bytes" FROM "StoredFile"');
    expect(rows).toEqual([{ bytes: 2 }, { bytes: 2 }]);
    // Every other test that makes PostgreSQL do so fails by this.
    await expect(dispose()).rejects.toThrow('waited for each other');
  });
});
