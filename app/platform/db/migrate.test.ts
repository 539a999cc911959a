import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate, pendingMigrations } from './migrate.server';
import { emptyDatabase } from '../../../tests/setup/database';
import type { EmptyDatabase } from '../../../tests/setup/database';
import { onSqlite } from '../../../tests/setup/needs';

describe('migrate', () => {
  let folder: string;
  let empty: EmptyDatabase;
  const write = (name: string, sql: string) => {
    for (const engine of ['sqlite', 'postgresql']) {
      const home = path.join(folder, engine, name);
      mkdirSync(home, { recursive: true });
      writeFileSync(path.join(home, 'migration.sql'), sql);
    }
  };
  beforeEach(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-migrations-'));
    empty = await emptyDatabase();
    write('1_first', 'CREATE TABLE a (id INTEGER PRIMARY KEY); INSERT INTO a VALUES (1);');
    write('2_second', 'CREATE TABLE b (id INTEGER PRIMARY KEY);');
  });
  afterEach(async () => {
    await empty.dispose();
    rmSync(folder, { recursive: true });
  });

  it('applies in order what is missing, says so, and nothing twice', async () => {
    const lines: string[] = [];
    expect(await pendingMigrations(empty.url, { folder })).toEqual(['1_first', '2_second']);
    const log = (line: string) => void lines.push(line);
    expect(await migrate(empty.url, { folder, log })).toEqual(['1_first', '2_second']);
    expect(lines).toEqual(['Migrating: 1_first', 'Migrating: 2_second']);
    expect(await migrate(empty.url, { folder })).toEqual([]);
    write('3_third', 'CREATE TABLE c (id INTEGER PRIMARY KEY);');
    expect(await pendingMigrations(empty.url, { folder })).toEqual(['3_third']);
  });

  it('refuses a database that a newer version has migrated', async () => {
    write('3_third', 'CREATE TABLE c (id INTEGER PRIMARY KEY);');
    await migrate(empty.url, { folder });
    for (const engine of ['sqlite', 'postgresql'])
      rmSync(path.join(folder, engine, '3_third'), { recursive: true });
    await expect(migrate(empty.url, { folder })).rejects.toThrow(/newer version \(3_third\)/);
    await expect(pendingMigrations(empty.url, { folder })).rejects.toThrow('newer version');
  });

  it('is applied once by two processes that start at once', async () => {
    const results = await Promise.all([migrate(empty.url, { folder }), migrate(empty.url, { folder })]);
    expect(results.flat().sort()).toEqual(['1_first', '2_second']);
  });

  it('names the migration that fails, keeps the ones before it and nothing of its own', async () => {
    write('3_third', 'CREATE TABLE c (id INTEGER PRIMARY KEY); INSERT INTO missing VALUES (1);');
    await expect(migrate(empty.url, { folder })).rejects.toThrow(/3_third failed: .*missing/);
    expect(await pendingMigrations(empty.url, { folder })).toEqual(['3_third']);
    write('3_third', 'CREATE TABLE c (id INTEGER PRIMARY KEY);');
    expect(await migrate(empty.url, { folder })).toEqual(['3_third']);
  });

  it('refuses a migration that was changed after it was applied', async () => {
    await migrate(empty.url, { folder });
    write('1_first', 'CREATE TABLE other (id INTEGER PRIMARY KEY);');
    await expect(migrate(empty.url, { folder })).rejects.toThrow('1_first was changed');
  });

  it('rebuilds a table without deleting what refers to it', onSqlite, async () => {
    write(
      '3_child',
      'CREATE TABLE d (a INTEGER REFERENCES a (id) ON DELETE CASCADE); INSERT INTO d VALUES (1);',
    );
    write(
      '4_rebuild',
      'CREATE TABLE n (id INTEGER PRIMARY KEY); INSERT INTO n SELECT id FROM a; DROP TABLE a; ALTER TABLE n RENAME TO a;',
    );
    write('5_check', 'INSERT INTO b SELECT a FROM d;');
    await migrate(empty.url, { folder });
    write('6_orphan', 'DELETE FROM a WHERE id IN (SELECT id FROM b);');
    await expect(migrate(empty.url, { folder })).rejects.toThrow('refer to nothing');
  });
});
