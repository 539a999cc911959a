import { existsSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { openCheckpoint } from '../rules/note/checkpoint';
import type { Checkpoint } from '../rules/note/checkpoint';
import type { NoteKey } from '../rules/note/note-key';
import type { LogKey } from './log-key.server';
import type { Database } from '~/platform/db/database.server';

interface Portal {
  database: Database;
}

/** What checks a head, and beside which file the newest is kept. */
type HeadKeeper = NoteKey & { file: string };

const headFile = ({ file }: Pick<HeadKeeper, 'file'>) => `${file}.head`;

/** Keeps the newest head beside the key, outside the database. */
export async function keepSignedHead(key: LogKey, note: string): Promise<void> {
  const file = headFile(key);
  await writeFile(`${file}.new`, note, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

function keptHead(key: HeadKeeper): Checkpoint | null {
  const file = headFile(key);
  return existsSync(file) ? openCheckpoint(readFileSync(file), key) : null;
}

/**
 * Throws where a head was signed that the database does not know, as after an old backup was put back: whoever has seen
 * that head would see a fork, and nothing more is signed until somebody has looked.
 */
export async function ensureNothingTakenBack({ database }: Portal, key: LogKey): Promise<void> {
  const size = await headTakenBack(database, key);
  if (size !== null)
    throw new Error(
      `The database is older than the public log: a head of ${size} entries was signed that it does not hold (${headFile(key)})`,
    );
}

/** Of how many entries the head is that was signed and that the database does not know; null where it knows it. */
export async function headTakenBack({ read }: Database, key: HeadKeeper): Promise<number | null> {
  const kept = keptHead(key);
  if (!kept || kept.size === 0) return null;
  const head = await read.logHead.findUnique({ where: { size: kept.size }, select: { root: true } });
  return head?.root === Buffer.from(kept.root).toString('base64') ? null : kept.size;
}
