import { sha256 } from './sha256';

/**
 * Orders the items by lot: each item's lot is SHA-256(seed + newline + item); the lowest comes first.
 * Anyone can draw again with a seed and `sha256sum`. The order in which the items come changes nothing.
 */
export function drawOrder(items: readonly string[], seed: string): string[] {
  return items
    .map((item) => ({ item, lot: sha256(`${seed}\n${item}`) }))
    .sort((one, other) => (one.lot < other.lot ? -1 : one.lot > other.lot ? 1 : 0))
    .map(({ item }) => item);
}
