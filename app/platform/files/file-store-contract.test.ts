import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bucketOf } from './bucket';
import { directoryFileStore } from './file-store.server';
import type { FileStore } from './file-store.server';
import { objectFileStore } from './object-file-store.server';
import { startObjectStore } from '../../../tests/setup/object-store';
import type { ObjectStore } from '../../../tests/setup/object-store';

const folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-files-'));
let objects: ObjectStore;
beforeAll(async () => {
  objects = await startObjectStore();
});
afterAll(async () => {
  await objects.stop();
  rmSync(folder, { recursive: true, force: true });
});

const given = (url: string) => {
  const bucket = bucketOf(url);
  if (!bucket) throw new Error('No bucket');
  return bucket;
};
const stores: [string, () => FileStore][] = [
  ['a folder', () => directoryFileStore(folder)],
  ['an object store', () => objectFileStore(given(objects.url))],
];
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const read = async (files: FileStore, hash: string) => {
  const stream = await files.open(hash);
  return stream ? buffer(stream) : null;
};
const longAgo = new Date('2020-01-01T00:00:00Z');
const later = () => new Date(Date.now() + 60_000);

describe.each(stores)('files in %s', (_name, open) => {
  it('come back as they were put, however long they are, also to another process', async () => {
    for (const size of [0, 1, 70_000, 6_000_000]) {
      const bytes = Buffer.alloc(size, `共治${size}`);
      const hash = hashOf(bytes);
      await open().put(hash, bytes);
      expect((await read(open(), hash))?.equals(bytes)).toBe(true);
    }
  });

  it('are none where none was put', async () => {
    expect(await open().open('ef'.repeat(32))).toBeNull();
    await open().remove('ef'.repeat(32), later());
  });

  it('are removed only where they were not put again since', async () => {
    const bytes = Buffer.from('unused');
    const hash = hashOf(bytes);
    const files = open();
    await files.put(hash, bytes);
    await files.put(hash, bytes);
    await files.remove(hash, longAgo);
    expect(await read(files, hash)).toEqual(bytes);
    await files.remove(hash, later());
    expect(await files.open(hash)).toBeNull();
  });

  it('are named by hashes and nothing else', async () => {
    const files = open();
    for (const name of ['../secret', 'a', '', 'AB'.repeat(32), `${'ab'.repeat(32)}/../x`]) {
      await expect(files.put(name, Buffer.from('x'))).rejects.toThrow('Not a content hash');
      await expect(files.open(name)).rejects.toThrow('Not a content hash');
      await expect(files.remove(name, later())).rejects.toThrow('Not a content hash');
    }
  });

  it('can be written', async () => {
    const files = open();
    await files.probe();
    await files.probe();
  });
});

describe('an object store', () => {
  it('is told from a fault: a key that is none, a bucket that is none, a server that is away', async () => {
    const { url } = objects;
    const wrong = [
      url.replace('S3RVER:', 'NOBODY:'),
      url.replace(/\/([\w-]+)(\?|$)/, '/no-such-bucket$2'),
      url.replace(/:\d+\//, ':9/'),
    ];
    const hash = hashOf(Buffer.from('x'));
    for (const one of wrong) {
      const files = objectFileStore(given(one));
      await expect(files.put(hash, Buffer.from('x'))).rejects.toThrow();
      await expect(files.probe()).rejects.toThrow();
    }
  });

  it('is not read from what is no address of one', () => {
    for (const text of [
      '',
      'bucket',
      's3://a:b@host/bucket',
      'https://host/bucket',
      'https://a:b@host/',
      'https://a:b@host/a/b',
      'https://a:%ff@host/bucket',
    ])
      expect(bucketOf(text)).toBeNull();
    expect(bucketOf('https://key:se%2Fcret@s3.example:9000/files?region=cn-north-1')).toEqual({
      url: 'https://s3.example:9000/files',
      region: 'cn-north-1',
      accessKeyId: 'key',
      secretAccessKey: 'se/cret',
    });
  });
});
