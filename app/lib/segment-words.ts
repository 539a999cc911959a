import { wordPieces } from './word-pieces';

const chinese = /\p{Script=Han}/u;
/** Long runs of combining marks, which no language writes, take normalising by the square of their length. */
const manyMarks = /(\p{M}{8})\p{M}+/gu;

/** Lower-cased, and full-width letters and digits as the usual ones. */
const folded = (text: string) => text.replace(manyMarks, '$1').normalize('NFKC').toLowerCase();

/**
 * The words of a text, lower-cased, for the search index: what Intl.Segmenter calls a word, and the
 * two-character pieces of each run of Chinese, so that a part of a longer name is found too.
 */
export function segmentWords(text: string): string[] {
  const plain = folded(text);
  const words = wordPieces(plain).flatMap(({ text: word, isWord }) => (isWord ? [word] : []));
  for (const run of plain.match(/\p{Script=Han}{2,}/gu) ?? []) {
    const characters = [...run];
    for (let at = 0; at + 1 < characters.length; at += 1)
      words.push(`${characters[at]}${characters[at + 1]}`);
  }
  return [...new Set(words)];
}

/** The words that a query asks for: a Chinese word of three or more characters by its two-character pieces. */
export function queryWords(query: string): string[] {
  const words: string[] = [];
  for (const { text: segment, isWord } of wordPieces(folded(query.slice(0, 200)))) {
    if (!isWord) continue;
    const characters = [...segment];
    if (!chinese.test(segment) || characters.length <= 2) {
      words.push(segment);
      continue;
    }
    for (let at = 0; at + 1 < characters.length; at += 1)
      words.push(`${characters[at]}${characters[at + 1]}`);
  }
  return [...new Set(words)].slice(0, 20);
}
