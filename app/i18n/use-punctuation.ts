import { punctuationOf } from './punctuation';
import type { Punctuation } from './punctuation';
import { useLocale } from './use-text';

/** The signs by which the reader's language puts words together. Apart from `use-text.ts`, which every page loads. */
export function usePunctuation(): Punctuation {
  return punctuationOf(useLocale());
}
