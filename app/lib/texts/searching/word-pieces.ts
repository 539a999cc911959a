const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** Intl.Segmenter takes time by the square of the length of what it is given. */
const longestStretch = 400;
const pause = /[\s，。！？；：、,.!?;:]/u;

/** Where a stretch that begins at `from` ends: behind its last pause, else between two characters. */
function endOf(text: string, from: number): number {
  const last = from + longestStretch;
  if (last >= text.length) return text.length;
  for (let at = last; at > last - 100; at -= 1) if (pause.test(text[at - 1] ?? '')) return at;
  const isLow = /[\udc00-\udfff]/.test(text[last] ?? '');
  return isLow ? last - 1 : last;
}

export interface WordPiece {
  text: string;
  /** A word, not the space or the marks between words. */
  isWord: boolean;
}

/**
 * The words of a text as Intl.Segmenter finds them, and what stands between them: joined they are the text. Takes time
 * in proportion to the length: long texts are read in stretches that end at a pause.
 */
export function wordPieces(text: string): WordPiece[] {
  const pieces: WordPiece[] = [];
  for (let from = 0; from < text.length;) {
    const end = endOf(text, from);
    for (const { segment, isWordLike } of segmenter.segment(text.slice(from, end)))
      pieces.push({ text: segment, isWord: isWordLike === true });
    from = end;
  }
  return pieces;
}
