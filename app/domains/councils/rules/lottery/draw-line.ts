import { sha256 } from '~/lib/sha256';

/** Ids in the order of their code units, as they stand in the published list. */
export const inListOrder = (ids: readonly string[]): string[] =>
  [...ids].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));

/** The published list: a line a panel, its ids in list order and joined by commas, each line ended by LF. */
export function listText(panels: readonly (readonly string[])[]): string {
  return panels.map((ids) => `${ids.join(',')}\n`).join('');
}

export interface DrawnLine {
  seed: string;
  /** How many hashes were passed over because their numbers would have favoured the first lines. */
  counter: number;
  hash: string;
  /** Line of the list, from 0. */
  index: number;
}

const numbers = 2 ** 52;

/**
 * Draws a line of a list by a seed that nobody could choose when the list was published: for c = 0, 1, …
 * h = SHA-256(list's SHA-256 + LF + seed + LF + c); the first 13 hexadecimal digits of h as a number v; where
 * v < floor(2^52 / lines) · lines the line is v mod lines, else the next c. Anyone can repeat it with `sha256sum`.
 */
export function drawLine(
  { listSha256, lines }: { listSha256: string; lines: number },
  seed: string,
  hashOf: (text: string) => string = sha256,
): DrawnLine {
  const fair = Math.floor(numbers / lines) * lines;
  for (let counter = 0; ; counter += 1) {
    const hash = hashOf(`${listSha256}\n${seed}\n${counter}`);
    const value = Number.parseInt(hash.slice(0, 13), 16);
    if (value < fair) return { seed, counter, hash, index: value % lines };
  }
}
