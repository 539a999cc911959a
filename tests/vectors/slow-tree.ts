import { createHash } from 'node:crypto';

/** RFC 6962, 2.1 to 2.1.2, as its formulas stand, over entries: slow, and by another way than the portal's. */
const sha = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();

const largestPowerBelow = (n: number) => 2 ** (Math.ceil(Math.log2(n)) - 1);

export function slowRoot(entries: readonly Uint8Array[]): Buffer {
  const [only] = entries;
  if (only === undefined) return sha();
  if (entries.length === 1) return sha(Uint8Array.of(0), only);
  const k = largestPowerBelow(entries.length);
  return sha(Uint8Array.of(1), slowRoot(entries.slice(0, k)), slowRoot(entries.slice(k)));
}

/** PATH(m, D[n]). */
export function slowPath(m: number, entries: readonly Uint8Array[]): Buffer[] {
  if (entries.length === 1) return [];
  const k = largestPowerBelow(entries.length);
  const [left, right] = [entries.slice(0, k), entries.slice(k)];
  return m < k ? [...slowPath(m, left), slowRoot(right)] : [...slowPath(m - k, right), slowRoot(left)];
}

/** SUBPROOF(m, D[n], whole). */
export function slowConsistency(m: number, entries: readonly Uint8Array[], whole = true): Buffer[] {
  if (m === entries.length) return whole ? [] : [slowRoot(entries)];
  const k = largestPowerBelow(entries.length);
  const [left, right] = [entries.slice(0, k), entries.slice(k)];
  return m <= k
    ? [...slowConsistency(m, left, whole), slowRoot(right)]
    : [...slowConsistency(m - k, right, false), slowRoot(left)];
}
