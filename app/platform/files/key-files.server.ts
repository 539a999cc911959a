import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** What a key is named after may come from an address: nothing that leads out of the directory. */
const plainName = /^[\w-]{1,64}$/;
const keyBytes = 32;

const isCode = (error: unknown, code: string) =>
  typeof error === 'object' && error !== null && (error as { code?: unknown }).code === code;

/** A directory entry lasts only once the directory itself is on the disk. */
function syncDirectory(directory: string): void {
  const handle = openSync(directory, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/**
 * Writes 32 random bytes to a file of that name that only its owner may read, durably. One that is there already
 * stays as it is. Throws where the directory cannot be written.
 */
export function createKeyFile(directory: string, name: string): void {
  if (!plainName.test(name)) throw new Error('Not the name of a key');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  try {
    const handle = openSync(path.join(directory, `${name}.key`), 'wx', 0o600);
    writeSync(handle, randomBytes(keyBytes));
    fsyncSync(handle);
    closeSync(handle);
    syncDirectory(directory);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  }
}

interface ReadKey {
  bytes: Buffer;
  /** Of the file when it was read: one that was put in its place is another. */
  stamp: string;
  forget: NodeJS.Timeout;
}

/** How long the bytes of a key stay in memory that nobody asks for. */
const heldMilliseconds = 5000;
const held = new Map<string, ReadKey>();

function drop(file: string): void {
  clearTimeout(held.get(file)?.forget);
  held.delete(file);
}

/** Null where the file cannot be looked at, whatever the reason: such a key is as good as lost. */
function stampOf(file: string): string | null {
  try {
    const at = statSync(file);
    return `${at.dev} ${at.ino} ${at.size} ${at.mtimeMs} ${at.ctimeMs}`;
  } catch {
    return null;
  }
}

function readWhole(file: string): Buffer | null {
  try {
    const bytes = readFileSync(file);
    return bytes.length === keyBytes ? bytes : null;
  } catch {
    return null;
  }
}

/**
 * The key's bytes, or null where there is no whole one. Each vote asks for them: the file is looked at each time, and
 * read again only if it is another, since opening and reading by the pool of threads took a fifth of a vote's time.
 * The same bytes are the same object.
 */
export function readKeyFile(directory: string, name: string): Buffer | null {
  if (!plainName.test(name)) return null;
  const file = path.join(directory, `${name}.key`);
  const stamp = stampOf(file);
  const known = held.get(file);
  if (known && known.stamp === stamp) {
    known.forget.refresh();
    return known.bytes;
  }
  drop(file);
  const bytes = stamp === null ? null : readWhole(file);
  if (bytes && stamp !== null)
    held.set(file, { bytes, stamp, forget: setTimeout(() => drop(file), heldMilliseconds).unref() });
  return bytes;
}

function overwrite(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) return;
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(size));
  fsyncSync(handle);
  closeSync(handle);
  rmSync(file, { force: true });
}

/** What lies beside a key: its notes, and those that somebody has taken to tell them. */
const beside = /^([\w-]{1,64})\.(?:key|notes|taken(?:-\w+)?)$/;
const isTaken = /\.taken(?:-\w+)?$/;

function filesOf(directory: string, name: string): string[] {
  const names = existsSync(directory) ? readdirSync(directory) : [];
  return names.filter((file) => beside.exec(file)?.[1] === name).sort();
}

/** Overwrites the key and its notes and removes them; what is gone already is no fault. */
export function destroyKeyFile(directory: string, name: string): void {
  if (!plainName.test(name) || !existsSync(directory)) return;
  drop(path.join(directory, `${name}.key`));
  for (const file of filesOf(directory, name)) overwrite(path.join(directory, file));
  syncDirectory(directory);
}

/** The names of all keys and notes in the directory. */
export function namesOfKeys(directory: string): string[] {
  try {
    return [...new Set(readdirSync(directory).flatMap((file) => beside.exec(file)?.[1] ?? []))];
  } catch {
    return [];
  }
}

/**
 * Appends one line to the notes beside a key, durably. Where they were taken between opening and writing, the line is
 * written again: whoever took them may have read them before.
 */
export async function appendNote(directory: string, name: string, line: string): Promise<void> {
  if (!plainName.test(name)) throw new Error('Not the name of a key');
  const file = path.join(directory, `${name}.notes`);
  for (let isThere = false; !isThere;) {
    const handle = await open(file, 'a', 0o600);
    try {
      await handle.appendFile(`${line}\n`);
      await handle.sync();
      isThere = (await handle.stat()).ino === (await stat(file).catch(() => null))?.ino;
    } finally {
      await handle.close();
    }
  }
}

const readLines = async (file: string) =>
  (await readFile(file, 'utf8').catch(() => '')).split('\n').filter((line) => line !== '');

/** The notes beside a key so far. */
export async function readNotes(directory: string, name: string): Promise<string[]> {
  const files = filesOf(directory, name).filter((file) => !file.endsWith('.key'));
  // What was taken is older than what waits.
  files.sort((one, other) => Number(isTaken.test(other)) - Number(isTaken.test(one)));
  return (await Promise.all(files.map((file) => readLines(path.join(directory, file))))).flat();
}

/**
 * Hands the notes to `use` and removes them when it is done; what is appended meanwhile as well. What `use` fails at is
 * handed out again, and two processes may be handed the same: `use` must bear that. Each taking has a file of its own, so
 * that nobody removes what another has just taken.
 */
export async function takeNotes(
  directory: string,
  name: string,
  use: (lines: string[]) => Promise<void>,
): Promise<void> {
  if (!plainName.test(name)) return;
  for (;;) {
    const notes = path.join(directory, `${name}.notes`);
    const own = path.join(directory, `${name}.taken-${randomBytes(8).toString('hex')}`);
    // Another process may have been first.
    if (existsSync(notes)) await rename(notes, own).catch(() => undefined);
    const taken = filesOf(directory, name).filter((file) => isTaken.test(file));
    if (taken.length === 0) return;
    const files = taken.map((file) => path.join(directory, file));
    await use((await Promise.all(files.map(readLines))).flat());
    for (const file of files) await rm(file, { force: true });
  }
}
