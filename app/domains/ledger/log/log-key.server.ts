import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { readNoteKey, signingKey, writeNoteKey } from '../rules/note/note-key';
import type { NoteKey, SigningNoteKey } from '../rules/note/note-key';
import type { Configuration } from '~/platform/configuration.server';
import type { Database, Reads } from '~/platform/db/database.server';
import { keepFirst, readKept } from '~/platform/db/kept-values.server';
import { createKeyFile, readKeyFile } from '~/platform/files/key-files.server';
import { paths } from '~/paths';

const fileKept = 'log.file';
const keyKept = 'log.key';

interface Portal {
  database: Database;
  configuration: Pick<Configuration, 'logKeyDirectory' | 'publicUrl'>;
}

export interface LogKey extends SigningNoteKey {
  /** Without its end: the newest head is kept beside the key. */
  file: string;
}

/** Of this database alone: another one in the same directory has a key and a log of its own. */
const fileOfLog = (database: Database) =>
  keepFirst(database, fileKept, `log-${randomBytes(4).toString('hex')}`);

/**
 * The key that signs the log, made at its first use: the secret lies in a file, what everyone may know of it in the
 * database. The log's name is the address that the portal had then. Throws where the file is gone or another one: a log
 * whose heads two keys sign is two logs.
 */
export async function signingLogKey({ database, configuration }: Portal): Promise<LogKey> {
  const { logKeyDirectory: directory, publicUrl } = configuration;
  const known = await readKept(database, keyKept);
  const fileName = (await readKept(database, fileKept)) ?? (await fileOfLog(database));
  const file = path.resolve(directory, fileName);
  if (known === null) createKeyFile(directory, fileName);
  const secret = readKeyFile(directory, fileName);
  if (!secret) throw new Error(`The key of the public log is missing: put back ${file}.key`);
  const name = known === null ? `${new URL(publicUrl).host}${paths.log}` : readNoteKey(known).name;
  const key = signingKey(name, secret);
  if ((known ?? (await keepFirst(database, keyKept, writeNoteKey(key)))) !== writeNoteKey(key))
    throw new Error(`The public log was begun with another key than ${file}.key`);
  return { ...key, file };
}

/** The key by which everyone checks the log, as verifiers are given it; null before its first head. */
export const publicLogKeyText = (database: Reads): Promise<string | null> => readKept(database, keyKept);

/** The same, to check by. */
export async function publicLogKey(database: Reads): Promise<NoteKey | null> {
  const known = await publicLogKeyText(database);
  return known === null ? null : readNoteKey(known);
}

/** Whether the key of the log is where it should be, without making one; `host` is the one that the log is named after. */
export async function logKeyState(database: Reads, directory: string) {
  const [known, fileName] = await Promise.all([readKept(database, keyKept), readKept(database, fileKept)]);
  if (known === null || fileName === null) return { state: 'none' as const, file: '', host: null };
  const file = `${path.resolve(directory, fileName)}.key`;
  const { name } = readNoteKey(known);
  const host = name.replace(/\/log$/, '');
  const secret = readKeyFile(directory, fileName);
  if (!secret) return { state: 'missing' as const, file, host };
  const isTheOne = writeNoteKey(signingKey(name, secret)) === known;
  return { state: isTheOne ? ('there' as const) : ('another' as const), file, host, key: readNoteKey(known) };
}
