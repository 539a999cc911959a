/** Digits alone, so that 0716-812 3456 and 07168123456 are one number. */
const digitsOf = (text: string): string => text.normalize('NFKC').replace(/\D/g, '');

/** Fewer digits than these in a text may be a house number as well. */
const fewestDigits = 7;

/**
 * Whether words that everyone will read give the caller away: the name as it was given, of two characters or more, or
 * the number, however it is spaced. A caller who gave neither is named by nothing.
 */
export function namesCaller(words: readonly string[], caller: { name: string; phone: string }): boolean {
  const name = caller.name.normalize('NFKC').trim();
  // A number of a mobile telephone is the same with the code of the country.
  const digits = digitsOf(caller.phone).replace(/^(?:00)?86(?=1\d{10}$)/, '');
  return words.some((text) => {
    const plain = text.normalize('NFKC');
    const named = name.length >= 2 && plain.includes(name);
    return named || (digits.length >= fewestDigits && digitsOf(plain).includes(digits));
  });
}
