import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileStore } from '../files/file-store.server';
import { privateFile, privateFolder } from '../files/private-files.server';
import { withScratch } from '../files/scratch-folder.server';
import type { Engine } from '../db/database.server';
import { BackupFault } from './backup-fault';
import type { DumpPort } from './dump';
import type { Manifest } from './manifest';
import { writeManifest } from './manifest-seal.server';
import { sealing } from './sealed-stream.server';

export interface BackupCall {
  target: string;
  engine: Engine;
  port: DumpPort;
  store: FileStore;
  /** The hashes of all files that the database names, once each. */
  fileHashes: () => Promise<string[]>;
  /** 32 bytes; without it nothing is sealed. */
  key: Buffer | null;
  now: Date;
}

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Writes a stream to a file for its owner alone, sealed where there is a key. */
async function write(source: Readable, file: string, key: Buffer | null): Promise<void> {
  mkdirSync(path.dirname(file), { recursive: true, mode: privateFolder });
  const target = createWriteStream(file, { flags: 'wx', mode: privateFile, flush: true });
  await (key ? pipeline(source, sealing(key), target) : pipeline(source, target));
}

export const placeOfFile = (folder: string, hash: string) =>
  path.join(folder, 'files', hash.slice(0, 2), hash);
export const databaseIn = (folder: string) => path.join(folder, 'database');

async function aboutDump(file: string) {
  return { sha256: await sha256Of(file), bytes: statSync(file).size };
}

/** What is to be sealed never lies open in the folder of the backup, which may be on somebody else's disk. */
async function dumpInto(folder: string, { port, key }: BackupCall) {
  const target = databaseIn(folder);
  if (!key) {
    const dumped = await port.dump(target);
    return { ...dumped, database: await aboutDump(target) };
  }
  return withScratch('gongzhi-backup-', async (scratch) => {
    const plain = path.join(scratch, 'database');
    const dumped = await port.dump(plain);
    await write(createReadStream(plain), target, key);
    return { ...dumped, database: await aboutDump(plain) };
  });
}

/**
 * Writes a backup to a new folder, while the portal runs: one moment of the database, every file that it names, and what
 * a restored portal is checked by. The folder gets its name when all is there. Keys of ballots and of the public log are
 * left out. Answers what the backup says of itself.
 */
export async function makeBackup(call: BackupCall): Promise<Manifest> {
  const { target, store, key } = call;
  if (existsSync(target)) throw new BackupFault(`${target} exists already; name a new folder`);
  const folder = `${target}.unfinished-${process.pid}`;
  mkdirSync(folder, { recursive: true, mode: privateFolder });
  try {
    const dumped = await dumpInto(folder, call);
    const files: string[] = [];
    const missing: string[] = [];
    // After the database: what it names is in the store by then, and is never changed.
    for (const hash of await call.fileHashes()) {
      const source = await store.open(hash);
      if (source) await write(source, placeOfFile(folder, hash), key);
      (source ? files : missing).push(hash);
    }
    const manifest: Manifest = {
      ...{ format: 'gongzhi-backup-1', madeAt: call.now.toISOString(), engine: call.engine },
      ...{ sealed: key !== null, ...dumped, files, missing },
    };
    writeManifest(folder, manifest, key);
    renameSync(folder, target);
    return manifest;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
