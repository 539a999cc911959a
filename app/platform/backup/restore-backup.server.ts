import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileStore } from '../files/file-store.server';
import { privateFile } from '../files/private-files.server';
import { withScratch } from '../files/scratch-folder.server';
import { BackupFault } from './backup-fault';
import type { DumpPort } from './dump';
import { databaseIn, placeOfFile, sha256Of } from './make-backup.server';
import { differences } from './manifest';
import type { Difference, Manifest } from './manifest';
import { opening } from './sealed-stream.server';

export interface RestoreCall {
  folder: string;
  /** As readManifest gave it for the key. */
  manifest: Manifest;
  port: DumpPort;
  store: FileStore;
  key: Buffer | null;
}

/** Throws BackupFault where the file is not there. */
function sourceOf(file: string): Readable {
  if (!existsSync(file)) throw new BackupFault(`${file} is missing: the backup is not whole`);
  return createReadStream(file);
}

/** The dump, opened and as it was written, in a folder that goes when `use` is done. */
async function withDump({ folder, key, manifest }: RestoreCall, use: (file: string) => Promise<void>) {
  await withScratch('gongzhi-restore-', async (scratch) => {
    const plain = path.join(scratch, 'database');
    const source = sourceOf(databaseIn(folder));
    const target = createWriteStream(plain, { flags: 'wx', mode: privateFile });
    await (key ? pipeline(source, opening(key), target) : pipeline(source, target));
    if ((await sha256Of(plain)) !== manifest.database.sha256)
      throw new BackupFault('The copy of the database is not the one that was written');
    await use(plain);
  });
}

async function fileOf({ folder, key }: RestoreCall, hash: string): Promise<Buffer> {
  const source = sourceOf(placeOfFile(folder, hash));
  const bytes = await (key ? pipeline(source, opening(key), buffer) : buffer(source));
  if (createHash('sha256').update(bytes).digest('hex') !== hash)
    throw new BackupFault(`The file ${hash} is not the one that was written`);
  return bytes;
}

/**
 * Puts a backup back into a database and a store of files that hold nothing; nothing is overwritten. The database comes
 * last: while it is empty the same call can be made again, and a portal is there only when all that it names is. Answers
 * where the restored database holds other numbers of rows than the backup says. Throws BackupFault where the backup is
 * not whole.
 */
export async function restoreBackup(call: RestoreCall): Promise<Difference[]> {
  const { manifest, port, store } = call;
  await port.ensureEmpty();
  await withDump(call, async (dump) => {
    for (const hash of manifest.files) await store.put(hash, await fileOf(call, hash));
    await port.restore(dump);
  });
  return differences(manifest.tables, (await port.counted()).tables);
}
