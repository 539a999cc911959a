import { cutText } from '../cut-text';

/** The words that somebody looks for, as one line of bounded length; PostgreSQL refuses a text that holds a NUL. */
export function wordsAsked(typed: string | null, longest = 100): string {
  return cutText((typed ?? '').replace(/\p{Cc}+/gu, ' ').trim(), longest);
}
