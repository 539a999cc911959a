/** Signs and digits at both ends, which people put around a word to please a form. */
const around = /^[^\p{L}]+|[^\p{L}]+$/gu;
/** A word that is shorter is in the list by chance: what stands around it counts then. */
const leastWord = 5;

/**
 * Whether a password stands in a list of leaked ones, by itself or as a word with digits and signs around it. The list
 * is in small letters.
 */
export function isListed(password: string, list: ReadonlySet<string>): boolean {
  const text = password.normalize('NFKC').toLowerCase().replace(/\s/g, '').slice(0, 200);
  if (list.has(text)) return true;
  const word = text.replace(around, '');
  return word !== text && word.length >= leastWord && text.length - word.length < 9 && list.has(word);
}
