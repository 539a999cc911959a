import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readIfThere } from './log-source';

/** What is kept of a log: what was checked before, and what is looked at now and not believed yet. */
export interface LogMirror {
  /** What was checked before. */
  read(file: string): Promise<Uint8Array | null>;
  /** What was checked before, else what is looked at now. */
  readAny(file: string): Promise<Uint8Array | null>;
  stage(file: string, bytes: Uint8Array): Promise<void>;
  /** What is looked at holds: it is kept from now on, in this order. */
  keep(): Promise<void>;
  /** What is looked at does not hold: it is forgotten. */
  forget(): Promise<void>;
}

/** Keeps nothing beyond the call. */
export function passingMirror(): LogMirror {
  const staged = new Map<string, Uint8Array>();
  return {
    read: () => Promise.resolve(null),
    readAny: (file) => Promise.resolve(staged.get(file) ?? null),
    stage: (file, bytes) => Promise.resolve(void staged.set(file, bytes)),
    keep: () => Promise.resolve(),
    forget: () => Promise.resolve(),
  };
}

async function write(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, bytes);
}

/** A folder that any file server can serve as the log; what is not checked yet lies beside it under `unchecked`. */
export function folderMirror(folder: string): LogMirror {
  const unchecked = path.join(folder, 'unchecked');
  const staged = new Set<string>();
  const read = (file: string) => readIfThere(path.join(folder, file));
  const forget = () => rm(unchecked, { recursive: true, force: true });
  return {
    read,
    readAny: async (file) =>
      (await read(file)) ?? (staged.has(file) ? readIfThere(path.join(unchecked, file)) : null),
    stage: async (file, bytes) => {
      await write(path.join(unchecked, file), bytes);
      staged.add(file);
    },
    keep: async () => {
      for (const file of staged) {
        const kept = path.join(folder, file);
        await mkdir(path.dirname(kept), { recursive: true });
        await rename(path.join(unchecked, file), kept);
      }
      await forget();
    },
    forget,
  };
}
