import { mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import {
  appendNote,
  createKeyFile,
  destroyKeyFile,
  readKeyFile,
  readNotes,
  takeNotes,
} from './key-files.server';

const directory = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-keys-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const file = (name: string) => path.join(directory, `${name}.key`);

it('reads a key once for many votes, and again as soon as another file stands in its place', () => {
  createKeyFile(directory, 'a');
  const first = readKeyFile(directory, 'a');
  expect(first).toHaveLength(32);
  expect(readKeyFile(directory, 'a')).toBe(first);
  createKeyFile(directory, 'b');
  const other = readKeyFile(directory, 'b');
  renameSync(file('b'), file('a'));
  expect(readKeyFile(directory, 'a')).toEqual(other);
  expect(readKeyFile(directory, 'a')).not.toEqual(first);
});

it('knows no key that was taken away, destroyed or cut off', () => {
  createKeyFile(directory, 'c');
  expect(readKeyFile(directory, 'c')).not.toBeNull();
  rmSync(file('c'));
  expect(readKeyFile(directory, 'c')).toBeNull();
  createKeyFile(directory, 'c');
  expect(readKeyFile(directory, 'c')).not.toBeNull();
  destroyKeyFile(directory, 'c');
  expect(readKeyFile(directory, 'c')).toBeNull();
  writeFileSync(file('c'), Buffer.alloc(20));
  expect(readKeyFile(directory, 'c')).toBeNull();
});

it('takes a key that cannot be looked at for one that is lost', () => {
  symlinkSync('d.key', file('d'));
  expect(readKeyFile(directory, 'd')).toBeNull();
});

it('loses no note that one takes while another is still at those before', async () => {
  const lost = new Error('ended in the middle');
  await appendNote(directory, 'noted', 'first');
  let goOn = (): void => undefined;
  const told = new Promise<void>((resolve) => (goOn = resolve));
  const heard = new Set<string>();
  // The slow one is at the first note; the quick one tells it, takes the second, and is ended.
  const slow = takeNotes(directory, 'noted', (lines) => {
    for (const line of lines) heard.add(line);
    return told;
  });
  await vi.waitFor(() => expect([...heard]).toEqual(['first']));
  const quick = takeNotes(directory, 'noted', async (lines) => {
    if (!lines.includes('second')) return appendNote(directory, 'noted', 'second');
    goOn();
    await slow;
    throw lost;
  });
  await expect(quick).rejects.toBe(lost);
  expect([...heard, ...(await readNotes(directory, 'noted'))]).toEqual(['first', 'second']);
});
