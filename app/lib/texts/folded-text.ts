import { simplified } from './simplified';

/** Long runs of combining marks, which no language writes, take normalising by the square of their length. */
const manyMarks = /(\p{M}{8})\p{M}+/gu;
const accents = /(\p{Script=Latin})\p{Mn}+/gu;
/** What is written without being seen: joiners, soft hyphens, byte order marks, forms of a character. */
const unseen = /[\p{Cf}\p{Variation_Selector}]/gu;
const han = /\p{Script=Han}/gu;

/**
 * A text as it is compared and searched: one width, one case, simplified characters, Latin letters without accents,
 * nothing that is not seen. Takes time in proportion to the length. On the server only: it holds a table of characters.
 */
export function foldedText(text: string): string {
  return text
    .replace(unseen, '')
    .replace(manyMarks, '$1')
    .normalize('NFKD')
    .replace(accents, '$1')
    .normalize('NFKC')
    .toLowerCase()
    .replace(han, simplified);
}
