import { foldedText } from '../folded-text';
import { whenUsed } from '../../when-used';

const opencc = whenUsed<typeof import('opencc-js/cn2t')>('opencc-js/cn2t');

let traditional: ((text: string) => string) | undefined;

const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));

/**
 * How the words of a query may stand in a text that is compared by its lower-case characters only: as they were typed,
 * simplified, traditional, full width. On the server only: it holds tables of characters.
 */
export function writtenForms(words: string): string[] {
  traditional ??= opencc().Converter({ from: 'cn', to: 't' });
  const folded = foldedText(words);
  const typed = words.normalize('NFC').toLowerCase();
  // SQLite's lower() leaves capitals of full width as they are.
  return [
    ...new Set([typed, folded, traditional(folded), fullWidth(folded), fullWidth(folded.toUpperCase())]),
  ];
}
