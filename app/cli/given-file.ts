import { readFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from './usage-error';

/** A path as given in the call, seen from where the call was made. */
export function givenPath(file: string): string {
  return path.resolve(process.env.GONGZHI_INVOKED_FROM ?? '.', file);
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
