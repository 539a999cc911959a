import { commonPasswords } from './common-passwords';

export type Weakness = 'repeats' | 'sequence' | 'digits' | 'common' | 'personal';

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p'];
const keyboard = ['`1234567890-=', 'qwertyuiop[]', "asdfghjkl;'", 'zxcvbnm,./'];
const backwards = (text: string) => [...text].reverse().join('');
const sequences = [...rows, ...keyboard, keyboard.join('')].flatMap((row) => [row, backwards(row)]);

/** Letters that are commonly written as digits or signs. */
const disguised: Record<string, string> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};
const undisguised = (text: string) => text.replace(/[013457@$]/g, (sign) => disguised[sign] ?? sign);

/** The characters of the text that are not part of a run of four or more along a sequence. */
function besideSequences(text: string): number {
  let rest = 0;
  for (let at = 0; at < text.length;) {
    let run = 0;
    while (at + run < text.length && sequences.some((row) => row.includes(text.slice(at, at + run + 1))))
      run += 1;
    if (run < 4) rest += 1;
    at += run < 4 ? 1 : run;
  }
  return rest;
}

/** Whether the text is one piece of up to a third of its length, again and again. */
function repeats(text: string): boolean {
  for (let size = 1; size * 3 <= text.length; size += 1) {
    if (text.slice(size) === text.slice(0, -size)) return true;
  }
  return new Set(text).size < 5;
}

/** What of the person is in the password: parts of the address and of the name, from four characters (two of Han). */
function partsOf(personal: readonly string[]): string[] {
  return personal
    .flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
    .map((part) => part.toLowerCase().replace(/\s/g, ''))
    .filter((part) => part.length >= 4 || /\p{Script=Han}{2}/u.test(part));
}

/** Whether little is left of the text without the part: signs and digits around it hardly count. */
function hardlyMoreThan(text: string, part: string): boolean {
  const rest = text.replaceAll(part, '');
  return rest.length < text.length && rest.length < 9 && rest.replace(/\P{L}/gu, '').length < 4;
}

/**
 * Why a password would be guessed among the first thousands, or null: one piece repeated or fewer than five different
 * characters, a run of the keyboard or the alphabet, digits only, one of the most used with little beside it, or little
 * but the person's own address or name. Looks at 200 characters; the length is the schema's affair.
 */
export function weaknessOf(password: string, personal: readonly string[] = []): Weakness | null {
  const text = password.normalize('NFKC').toLowerCase().replace(/\s/g, '').slice(0, 200);
  if (repeats(text)) return 'repeats';
  if (besideSequences(text) < 4) return 'sequence';
  if (/^[\p{N}\p{P}\p{S}]*$/u.test(text) && text.length < 16) return 'digits';
  const bare = undisguised(text);
  if (commonPasswords.some((word) => hardlyMoreThan(text, word) || hardlyMoreThan(bare, undisguised(word))))
    return 'common';
  if (partsOf(personal).some((part) => hardlyMoreThan(text, part))) return 'personal';
  return null;
}
