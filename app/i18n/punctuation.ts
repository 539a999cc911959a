import type { Locale } from './locale';

/** The signs by which words are put together, where a sentence of a catalogue would be too much: Chinese has its own. */
export interface Punctuation {
  /** Between what is told of and what is told. */
  colon: string;
  /** Between names in a row. */
  comma: string;
  /** Between what are sentences nearly. */
  semicolon: string;
  /** Around what is said beside. */
  brackets: readonly [string, string];
}

const signs: Record<Locale, Punctuation> = {
  'zh-CN': { colon: '：', comma: '、', semicolon: '；', brackets: ['（', '）'] },
  en: { colon: ': ', comma: ', ', semicolon: '; ', brackets: [' (', ')'] },
};

export function punctuationOf(locale: Locale): Punctuation {
  return signs[locale];
}

/** Words with more about them behind, in the brackets of the language. */
export function withAside(locale: Locale, words: string, aside: string): string {
  const [open, close] = signs[locale].brackets;
  return `${words}${open}${aside}${close}`;
}
