import { diffArrays } from 'diff';

export interface DifferencePart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** Words, and the spaces and marks between them, so that joining the pieces gives the text back. */
function pieces(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/**
 * What changed between two texts, word by word; Chinese words as Intl.Segmenter finds them.
 * The same and removed parts joined are the earlier text, the same and added parts the later one.
 */
export function difference(earlier: string, later: string): DifferencePart[] {
  return diffArrays(pieces(earlier), pieces(later)).map((part) => ({
    kind: part.added ? 'added' : part.removed ? 'removed' : 'same',
    text: part.value.join(''),
  }));
}
