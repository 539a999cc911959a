import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backup } from './backup.server';
import { migrate } from './migrate.server';
import { openDatabase } from './open-database.server';
import { testDatabase } from '../../../tests/setup/database';
import type { TestDatabase } from '../../../tests/setup/database';
import { onSqlite } from '../../../tests/setup/needs';

describe('backup', onSqlite, () => {
  let test: TestDatabase;
  let folder: string;
  beforeEach(async () => {
    test = await testDatabase();
    folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-backup-'));
  });
  afterEach(async () => {
    await test.dispose();
    rmSync(folder, { recursive: true });
  });

  it('copies a database in use to a file that opens, and never overwrites one', async () => {
    const data = { id: 'a', contentHash: 'x', mediaType: 'image/webp', bytes: 1, createdAt: new Date(0) };
    await test.database.transaction((tx) => tx.prisma.storedFile.create({ data }));
    const target = path.join(folder, 'copy.sqlite');
    await backup(test.url, target);
    const copy = await openDatabase({ url: `file:${target}` });
    expect(await copy.read.storedFile.findMany({ select: { id: true, createdAt: true } })).toEqual([
      { id: 'a', createdAt: new Date(0) },
    ]);
    await copy.close();
    await expect(backup(test.url, target)).rejects.toThrow('exists already');
  });

  it('ends while others write all the time, and is for its owner alone, as the database and its log are', async () => {
    let goOn = true;
    const writing = (async () => {
      for (let turn = 0; goOn; turn += 1) {
        const data = {
          id: `w${turn}`,
          contentHash: 'x',
          mediaType: 'image/webp',
          bytes: 1,
          createdAt: new Date(0),
        };
        await test.database.transaction((tx) => tx.prisma.storedFile.create({ data }));
      }
    })();
    const target = path.join(folder, 'busy.sqlite');
    await backup(test.url, target);
    goOn = false;
    await writing;
    const rights = (file: string) => (statSync(file).mode & 0o777).toString(8);
    expect(rights(target)).toBe('600');
    const fresh = path.join(folder, 'new', 'fresh.sqlite');
    await migrate(`file:${fresh}`);
    const opened = await openDatabase({ url: `file:${fresh}` });
    expect([fresh, `${fresh}-wal`, `${fresh}-shm`].map(rights)).toEqual(['600', '600', '600']);
    expect(rights(path.dirname(fresh))).toBe('700');
    await opened.close();
  });

  it('leaves nothing behind when it fails, and sends PostgreSQL to pg_dump', async () => {
    await expect(backup('file:/nowhere/x.sqlite', path.join(folder, 'copy'))).rejects.toThrow();
    expect(readdirSync(folder)).toEqual([]);
    expect(existsSync('/nowhere')).toBe(false);
    await expect(backup('postgresql://host/name', path.join(folder, 'copy'))).rejects.toThrow('pg_dump');
  });
});
