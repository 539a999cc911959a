import { randomUUID } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { privateFile, privateFolder } from './private-files.server';

const probeBytes = 4096;

/** Where uploaded files are kept, named by the hash of what is in them. */
export interface FileStore {
  /** A store that all processes share: without it none of them is fitter than the others. */
  isShared: boolean;
  /** Where the file is there already, it is so from now. */
  put(contentHash: string, bytes: Uint8Array): Promise<void>;
  open(contentHash: string): Promise<Readable | null>;
  /** Removes a file that nothing names any more, unless it was put here again after `unusedSince`. */
  remove(contentHash: string, unusedSince: Date): Promise<void>;
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
    isShared: false,
    put: async (hash, bytes) => {
      const target = place(hash);
      const now = new Date();
      // Whoever tidies up sees that it is wanted again.
      if (existsSync(target)) return utimes(target, now, now);
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
    open: async (hash) => {
      const target = place(hash);
      return existsSync(target) ? createReadStream(target) : null;
    },
    remove: async (hash, unusedSince) => {
      const target = place(hash);
      if (!existsSync(target) || (await stat(target)).mtime > unusedSince) return;
      await rm(target, { force: true });
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
