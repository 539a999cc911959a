import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { directoryFileStore } from './file-store.server';

describe('the file store', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-files-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const hash = 'ab'.repeat(32);
  const inside = () => readdirSync(folder, { recursive: true }).map(String).sort();

  it('keeps files for their owner alone, and leaves nothing of a probe', async () => {
    const home = path.join(folder, 'files');
    const files = directoryFileStore(home);
    await files.put(hash, Buffer.from('x'));
    await files.probe();
    expect(inside()).toEqual(['files', 'files/ab', `files/ab/${hash}`]);
    const rights = (file: string) => (statSync(file).mode & 0o777).toString(8);
    expect(['', 'ab', `ab/${hash}`].map((name) => rights(path.join(home, name)))).toEqual([
      '700',
      '700',
      '600',
    ]);
  });

  it('leaves nothing of a file that could not be written whole', async () => {
    async function* brokenOff() {
      yield Buffer.from('the first part');
      throw new Error('no space left on device');
    }
    const bytes = brokenOff() as unknown as Uint8Array;
    await expect(directoryFileStore(folder).put(hash, bytes)).rejects.toThrow('no space left');
    expect(inside()).toEqual(['ab']);
  });

  it('says when nothing can be written', async () => {
    await directoryFileStore(folder).put(hash, Buffer.from('x'));
    await expect(directoryFileStore(path.join(folder, 'ab', hash)).probe()).rejects.toThrow();
  });
});
