import { randomFillSync } from 'node:crypto';
import { ulid } from 'ulid';

const pool = new Uint8Array(4096);
let used = pool.length;

/** A fraction from 0 to below 1 in steps of 1/256, which is all that one character of 32 needs. */
function random(): number {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const byte = pool[used] ?? 0;
  used += 1;
  return byte / 256;
}

/** A new id: sortable by time to the millisecond, with 80 random bits that nobody can guess. */
export function newId(at: Date): string {
  return ulid(at.getTime(), random);
}
