import { sha256 } from '~/lib/seeded-random';

/** How the seed of a lot came about, for everyone to work out again. */
export interface Draw {
  /** SHA-256 of the secret, published with the rules before the first vote. */
  commitment: string;
  /** Published at closing. */
  secret: string;
}

/** What is published before opening, so that the secret cannot be exchanged later. */
export function commitmentTo(secret: string): string {
  return sha256(secret);
}

/**
 * The seed for lots: SHA-256 of the secret and of all receipts in their order, a line each. Who knows the
 * secret had to name its hash before the first vote; who votes does not know it; so nobody can choose the seed
 * alone. (A portal that invented receipts could: see docs/voting.md.)
 */
export function drawSeed(secret: string, receipts: string[]): string {
  return sha256([secret, ...receipts.toSorted()].join('\n'));
}
