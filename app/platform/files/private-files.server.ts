import { closeSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';

/** For its owner alone: what people said and wrote is no business of the machine's other users. */
export const privateFile = 0o600;
export const privateFolder = 0o700;

/** Makes an empty file for its owner alone, and the folders above it, where they are missing. */
export function makePrivateFile(file: string): void {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true, mode: privateFolder });
  closeSync(openSync(file, 'a', privateFile));
}
