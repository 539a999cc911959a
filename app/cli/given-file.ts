import { readFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from './usage-error';

/** A path as given in the call, seen from where the call was made. */
export function givenPath(file: string): string {
  return path.resolve(process.env.GONGZHI_INVOKED_FROM ?? '.', file);
}

/** The key in a file: 32 bytes in base64, as `openssl rand -base64 32` writes them. Throws UsageError where it holds none. */
export function readGivenKey(file: string): Buffer {
  const key = Buffer.from(readGivenFile(file).toString('utf8').trim(), 'base64');
  if (key.length !== 32) throw new UsageError(`${file}: must hold 32 bytes in base64`);
  return key;
}

/** Throws UsageError where the file cannot be read. */
export function readGivenFile(file: string): Buffer {
  try {
    return readFileSync(givenPath(file));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new UsageError(`${file}: ${code === 'ENOENT' ? 'no such file' : `cannot be read (${code})`}`);
  }
}
