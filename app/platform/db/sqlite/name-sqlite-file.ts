import path from 'node:path';

/** What the operator can do, by the code that SQLite gives (https://sqlite.org/rescode.html). */
const advice: Record<string, string> = {
  SQLITE_CORRUPT:
    'it is damaged. Stop the portal, keep a copy of the file with its -wal, and put back the last backup',
  SQLITE_NOTADB: 'it is no SQLite database, or damaged. Look whether DATABASE_URL names the right file',
  SQLITE_READONLY:
    'it cannot be written. Look who owns the file and its directory, and whether the disk is mounted read-only',
  SQLITE_CANTOPEN: 'it cannot be opened. Look whether the directory is there and who may write in it',
  SQLITE_FULL: 'the disk is full. Make room: the portal goes on by itself',
  SQLITE_IOERR: 'the disk failed or took it away. Look at the log of the operating system',
};

const named = Symbol('names its file');

interface SqliteFault extends Error {
  code: string;
  [named]?: true;
}

function adviceFor(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return advice[/^SQLITE_[A-Z]+/.exec(String(error.code))?.[0] ?? ''] ?? null;
}

/**
 * Adds to a fault of a database file which file it is and what to do: what SQLite itself says names none. For logs and
 * the command line; visitors are told no more than that the portal cannot serve now. Answers the same error.
 */
export function nameFile(error: unknown, file: string): unknown {
  const words = adviceFor(error);
  const fault = error as SqliteFault;
  if (words === null || fault[named]) return error;
  fault.message = `${fault.message} (database file ${path.resolve(file)}: ${words})`;
  // The trace begins with the message as it was when the error was made.
  fault.stack = `${fault.name}: ${fault.message}\n${(fault.stack ?? '').split('\n').slice(1).join('\n')}`;
  fault[named] = true;
  return fault;
}

/** Runs what uses the file; its faults name it. */
export function namingFile<Result>(file: string, use: () => Result): Result {
  try {
    return use();
  } catch (error) {
    throw nameFile(error, file);
  }
}
