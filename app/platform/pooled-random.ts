import { randomFillSync } from 'node:crypto';

const pool = new Uint8Array(8192);
let used = pool.length;

/**
 * Random bytes from a pool that the system's generator fills: each byte is given out once. Every request
 * wants a few of them, and asking the system each time costs more than all else about them.
 */
export function pooledRandom(count: number): Buffer {
  if (count > pool.length) throw new RangeError(`At most ${pool.length} bytes at a time`);
  if (used + count > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = Buffer.from(pool.subarray(used, used + count));
  pool.fill(0, used, used + count);
  used += count;
  return bytes;
}
