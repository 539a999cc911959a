import { createReadStream, existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';

/** Where uploaded files are kept, named by the hash of what is in them. */
export interface FileStore {
  put(contentHash: string, bytes: Uint8Array): Promise<void>;
  open(contentHash: string): Readable | null;
}

/** Files in a directory, two levels deep; a file is whole or absent. */
export function directoryFileStore(directory: string): FileStore {
  const place = (hash: string) => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('Not a content hash');
    return path.join(directory, hash.slice(0, 2), hash);
  };
  return {
    put: async (hash, bytes) => {
      const target = place(hash);
      if (existsSync(target)) return;
      await mkdir(path.dirname(target), { recursive: true });
      const part = `${target}.${process.pid}.${Date.now()}`;
      await writeFile(part, bytes, { flush: true });
      await rename(part, target);
    },
    open: (hash) => {
      const target = place(hash);
      return existsSync(target) ? createReadStream(target) : null;
    },
  };
}
