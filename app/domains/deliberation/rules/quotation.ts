import { shortened } from '~/lib/texts/cut-text';

/** At most so many characters are quoted: more is a repetition. */
export const longestQuote = 500;

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** True when the quote stands word for word in the text; how it is broken into lines does not matter. */
export function isQuotedFrom(quote: string, text: string): boolean {
  return plain(quote) !== '' && plain(text).includes(plain(quote));
}

/** The beginning of a text of at most `length` characters, as plain words without Markdown's marks. */
export function excerptOf(text: string, length: number): string {
  const words = plain(
    text
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/^\s*(?:[>#*+-]|\d+\.)\s+/gm, '')
      .replace(/[*_`~]{1,3}/g, ''),
  );
  return shortened(words, length);
}
