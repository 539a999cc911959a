import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { directoryFileStore } from '../files/file-store.server';
import type { DumpPort } from './dump';
import { makeBackup } from './make-backup.server';

let folder: string;
/** Where the copy of the database lay before it was sealed. */
let plain: string[];
const words = 'the words of everybody';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-make-backup-test-'));
  plain = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const never = () => Promise.reject(new Error('nobody asked for it'));
const port = (fails: boolean): DumpPort => ({
  dump: (file) => {
    plain.push(file);
    writeFileSync(file, words, { mode: 0o600 });
    return fails
      ? Promise.reject(new Error('pg_dump failed'))
      : Promise.resolve({ migrations: [], tables: {} });
  },
  ensureEmpty: never,
  restore: never,
  counted: never,
});

const make = (key: Buffer | null, fails = false) =>
  makeBackup({
    ...{ target: path.join(folder, 'backup'), engine: 'sqlite', port: port(fails), key },
    ...{ store: directoryFileStore(path.join(folder, 'files')), fileHashes: () => Promise.resolve([]) },
    now: new Date('2026-11-24T08:00:00Z'),
  });

it('never lays what is to be sealed into the folder of the backup, and leaves it nowhere', async () => {
  await make(randomBytes(32));
  const [place = ''] = plain;
  expect(path.relative(folder, place).startsWith('..'), place).toBe(true);
  expect(existsSync(path.dirname(place))).toBe(false);
  expect(readFileSync(path.join(folder, 'backup/database')).includes(words)).toBe(false);
});

it('leaves nothing behind where the copy fails', async () => {
  for (const key of [randomBytes(32), null]) await expect(make(key, true)).rejects.toThrow('pg_dump failed');
  expect(plain.filter((place) => existsSync(place) || existsSync(path.dirname(place)))).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});

it('writes what is not sealed for its owner alone', async () => {
  await make(null);
  const copy = path.join(folder, 'backup/database');
  expect(readFileSync(copy, 'utf8')).toBe(words);
  expect(statSync(copy).mode & 0o077).toBe(0);
});
