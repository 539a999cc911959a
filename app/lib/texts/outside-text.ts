import { cutText } from './cut-text';
import { withoutNul } from './without-nul';

/**
 * What another server answered, to be kept: without the sign that PostgreSQL keeps in no text (one in an error page, and
 * what became of a call could not be written down: it would be made again for ever), and of so many characters at most.
 */
export function outsideText(text: string, most: number): string {
  const plain = withoutNul(text).trim();
  return plain.length <= most ? plain : `${cutText(plain, most - 1)}…`;
}
