import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backup } from './backup.server';
import { openDatabase } from './open-database.server';
import { testDatabase } from '../../../tests/setup/database';
import type { TestDatabase } from '../../../tests/setup/database';

describe.skipIf(process.env.DATABASE_URL?.startsWith('postgres'))('backup', () => {
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

  it('leaves nothing behind when it fails, and sends PostgreSQL to pg_dump', async () => {
    await expect(backup('file:/nowhere/x.sqlite', path.join(folder, 'copy'))).rejects.toThrow();
    expect(readdirSync(folder)).toEqual([]);
    expect(existsSync('/nowhere')).toBe(false);
    await expect(backup('postgresql://host/name', path.join(folder, 'copy'))).rejects.toThrow('pg_dump');
  });
});
