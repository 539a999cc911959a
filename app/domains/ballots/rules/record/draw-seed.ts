import type { Choice } from '../kinds';
import { sha256 } from '~/lib/sha256';

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
 * The seed for lots: SHA-256 of the secret and of the papers' choices as JSON texts, sorted by code units, a
 * line each. Who knows the secret had to name its hash before the first vote; who votes does not know it.
 * Receipts, which the portal hands out, are left out on purpose: only votes could change the seed. See
 * docs/decisions.
 */
export function drawSeed(secret: string, choices: readonly Choice[]): string {
  return sha256([secret, ...choices.map((choice) => JSON.stringify(choice)).sort()].join('\n'));
}
