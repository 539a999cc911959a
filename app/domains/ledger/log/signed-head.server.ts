import { existsSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { openCheckpoint } from '../rules/note/checkpoint';
import type { Checkpoint } from '../rules/note/checkpoint';
import type { ReadContext } from '../../context';
import type { LogKey } from './log-key.server';

const headFile = ({ file }: LogKey) => `${file}.head`;

/** Keeps the newest head beside the key, outside the database. */
export async function keepSignedHead(key: LogKey, note: string): Promise<void> {
  const file = headFile(key);
  await writeFile(`${file}.new`, note, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

function keptHead(key: LogKey): Checkpoint | null {
  const file = headFile(key);
  return existsSync(file) ? openCheckpoint(readFileSync(file), key) : null;
}

/**
 * Throws where a head was signed that the database does not know, as after an old backup was put back: whoever has seen
 * that head would see a fork, and nothing more is signed until somebody has looked.
 */
export async function ensureNothingTakenBack(ctx: ReadContext, key: LogKey): Promise<void> {
  const kept = keptHead(key);
  if (!kept || kept.size === 0) return;
  const head = await ctx.database.read.logHead.findUnique({
    where: { size: kept.size },
    select: { root: true },
  });
  if (head?.root !== Buffer.from(kept.root).toString('base64'))
    throw new Error(
      `The database is older than the public log: a head of ${kept.size} entries was signed that it does not hold (${headFile(key)})`,
    );
}
