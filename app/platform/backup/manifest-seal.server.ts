import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { privateFile } from '../files/private-files.server';
import { BackupFault } from './backup-fault';
import { manifestSchema } from './manifest';
import type { Manifest } from './manifest';

const manifestIn = (folder: string) => path.join(folder, 'manifest.json');
/** Beside the manifest of a sealed backup: an HMAC of its bytes, under a key derived from the one that seals the files. */
const sealIn = (folder: string) => path.join(folder, 'manifest.hmac');

function sealOf(bytes: Buffer, key: Buffer): string {
  const own = Buffer.from(hkdfSync('sha256', key, '', 'gongzhi backup manifest', 32));
  return createHmac('sha256', own).update(bytes).digest('hex');
}

/** Writes what a backup says of itself, sealed against changes where there is a key. */
export function writeManifest(folder: string, manifest: Manifest, key: Buffer | null): void {
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
  writeFileSync(manifestIn(folder), bytes, { mode: privateFile });
  if (key) writeFileSync(sealIn(folder), `${sealOf(bytes, key)}\n`, { mode: privateFile });
}

function parsed(bytes: Buffer, folder: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    throw new BackupFault(`${manifestIn(folder)} is not what a backup says of itself`);
  }
}

function ensureSealed(folder: string, bytes: Buffer, key: Buffer): void {
  if (!existsSync(sealIn(folder)))
    throw new BackupFault(
      `${sealIn(folder)} is missing: nothing shows that manifest.json is as it was written`,
    );
  const found = Buffer.from(readFileSync(sealIn(folder), 'utf8').trim());
  const expected = Buffer.from(sealOf(bytes, key));
  if (found.length !== expected.length || !timingSafeEqual(found, expected))
    throw new BackupFault('manifest.json: the key is another, or the file was changed');
}

/**
 * What a backup says of itself. Who names a key is given what was sealed with it and nothing else: the word of the
 * manifest alone, which anybody who can write to the folder can change, never decides that the key is not needed.
 */
export function readManifest(folder: string, key: Buffer | null): Manifest {
  if (!existsSync(manifestIn(folder)))
    throw new BackupFault(`${folder} is no backup: it has no manifest.json`);
  const bytes = readFileSync(manifestIn(folder));
  const manifest = parsed(bytes, folder);
  if (manifest.sealed && !key) throw new BackupFault('This backup is sealed: name its key');
  if (!manifest.sealed && key)
    throw new BackupFault(
      'This backup is not sealed, though a key was named: name none only if that is expected',
    );
  if (key) ensureSealed(folder, bytes, key);
  return manifest;
}
