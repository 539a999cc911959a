const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
const chinese = /\p{Script=Han}/u;

/** Lower-cased, and full-width letters and digits as the usual ones. */
const folded = (text: string) => text.normalize('NFKC').toLowerCase();

/**
 * The words of a text, lower-cased, for the search index: what Intl.Segmenter calls a word, and the
 * two-character pieces of each run of Chinese, so that a part of a longer name is found too.
 */
export function segmentWords(text: string): string[] {
  const plain = folded(text);
  const words: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(plain)) {
    if (isWordLike) words.push(segment);
  }
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
  for (const { segment, isWordLike } of segmenter.segment(folded(query.slice(0, 200)))) {
    if (!isWordLike) continue;
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
