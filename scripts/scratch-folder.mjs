import { accessSync, constants, statfsSync } from 'node:fs';
import os from 'node:os';

const inMemory = '/dev/shm';
const room = 4 * 1024 ** 3;

/**
 * Where tests keep what is thrown away: databases are made and filled a thousand times in one run, and on a disk the
 * system has several times the work with each. In memory, where there is room; in containers there often is not. A
 * folder that TMPDIR names is kept to.
 */
export function scratchFolder() {
  if (process.env.TMPDIR) return process.env.TMPDIR;
  try {
    accessSync(inMemory, constants.W_OK);
    const { bavail, bsize } = statfsSync(inMemory);
    if (bavail * bsize >= room) return inMemory;
  } catch {
    // Not on Linux, or not for us.
  }
  return os.tmpdir();
}
