import { randomUUID } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { privateFile, privateFolder } from './private-files.server';

const probeBytes = 4096;

/** Where uploaded files are kept, named by the hash of what is in them. */
export interface FileStore {
  put(contentHash: string, bytes: Uint8Array): Promise<void>;
  open(contentHash: string): Readable | null;
  /** Writes something and takes it away again. Throws where nothing can be written now. */
  probe(): Promise<void>;
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
      await mkdir(path.dirname(target), { recursive: true, mode: privateFolder });
      const part = `${target}.${randomUUID()}`;
      try {
        await writeFile(part, bytes, { flush: true, mode: privateFile });
        await rename(part, target);
      } finally {
        // Nothing is left of what could not be written whole.
        await rm(part, { force: true });
      }
    },
    open: (hash) => {
      const target = place(hash);
      return existsSync(target) ? createReadStream(target) : null;
    },
    probe: async () => {
      await mkdir(directory, { recursive: true, mode: privateFolder });
      const file = path.join(directory, `probe.${randomUUID()}`);
      try {
        await writeFile(file, Buffer.alloc(probeBytes), { mode: privateFile });
      } finally {
        await rm(file, { force: true });
      }
    },
  };
}
