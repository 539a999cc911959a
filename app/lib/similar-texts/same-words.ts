import { piecesOf } from './text-features';

/**
 * Whether two texts say the same, letter by letter: width and case of letters, accents, blanks, punctuation and
 * traditional or simplified characters change nothing.
 */
export function sameWords(one: string, other: string): boolean {
  return piecesOf(one).join('') === piecesOf(other).join('');
}
