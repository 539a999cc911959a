import { constants, existsSync, statSync } from 'node:fs';
import { access, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { detailOf, fault, warning } from './finding';
import type { Finding } from './finding';
import { openFiles } from '~/http/server/services.server';
import type { Configuration } from '~/platform/configuration.server';

/** The folder itself, or the nearest above it that is there: in it the portal would make what is missing. */
function nearest(place: string): string {
  return existsSync(place) || path.dirname(place) === place ? place : nearest(path.dirname(place));
}

/** A folder is tried by a file that goes at once; one that is not there yet, by asking whether it could be made. */
async function tryWriting(place: string): Promise<void> {
  const there = nearest(place);
  if (there !== place) return access(there, constants.W_OK);
  const probe = path.join(place, `doctor.${process.pid}`);
  try {
    await writeFile(probe, 'x', { mode: 0o600 });
  } finally {
    await rm(probe, { force: true }).catch(() => undefined);
  }
}

async function folderFaults(name: string, folder: string, isSecret: boolean): Promise<Finding[]> {
  const place = path.resolve(folder);
  try {
    await tryWriting(place);
  } catch (error) {
    return [fault('not-writable', { name, path: place, detail: detailOf(error) })];
  }
  const isOpen = isSecret && existsSync(place) && (statSync(place).mode & 0o077) !== 0;
  return isOpen ? [warning('open-folder', { name, path: place })] : [];
}

/** The folders and the store in which the portal keeps what is not in the database. */
export async function placeFaults(configuration: Configuration): Promise<Finding[]> {
  const { databaseUrl, filesS3, filesDirectory, ballotKeysDirectory, logKeyDirectory } = configuration;
  const folders: [name: string, folder: string, isSecret: boolean][] = [
    ['BALLOT_KEYS_DIRECTORY', ballotKeysDirectory, true],
    ['LOG_KEY_DIRECTORY', logKeyDirectory, true],
  ];
  if (filesS3 === '') folders.push(['FILES_DIRECTORY', filesDirectory, false]);
  if (databaseUrl.startsWith('file:'))
    folders.push(['DATABASE_URL', path.dirname(databaseUrl.slice('file:'.length)), false]);
  const found = await Promise.all(folders.map((place) => folderFaults(...place)));
  return [...found.flat(), ...(await bucketFaults(configuration))];
}

async function bucketFaults(configuration: Configuration): Promise<Finding[]> {
  if (configuration.filesS3 === '') return [];
  try {
    await (await openFiles(configuration)).probe();
    return [];
  } catch (error) {
    return [fault('bucket-fails', { detail: detailOf(error) })];
  }
}
