/** Digits alone, so that 0716-812 3456 and 07168123456 are one number. */
const digitsOf = (text: string): string => text.normalize('NFKC').replace(/\D/g, '');

/**
 * What somebody in the place would dial: without the code of the country before a mobile telephone, the code of the place
 * before another, and the extension behind it.
 */
function dialled(phone: string): string {
  const [number = ''] = phone.normalize('NFKC').split(/转|ext|#/i);
  const digits = digitsOf(number);
  return digits
    .replace(/^(?:00)?86(?=1\d{10}$)/, '')
    .replace(/^(?:(?:00)?86|0)(?:10|2\d|[3-9]\d{2})(?=\d{7,8}$)/, '');
}

/** 张　三 is spread over the width of its field, and 阿卜杜拉·买买提 has its dot in several signs. */
const together = (text: string): string => text.replace(/[\s\p{Cf}·•・‧∙]/gu, '');
const isHan = (name: string): boolean => /\p{Script=Han}/u.test(name);

/** Fewer digits than these in a text may be a house number as well. */
const fewestDigits = 7;

/**
 * Whether words that everyone will read give the caller away: the name as it was given, of two characters or more, or
 * the number, however they are spaced. A caller who gave neither is named by nothing.
 */
export function namesCaller(words: readonly string[], caller: { name: string; phone: string }): boolean {
  const name = caller.name.normalize('NFKC').trim();
  const digits = dialled(caller.phone);
  return words.some((text) => {
    const plain = text.normalize('NFKC');
    const named =
      name.length >= 2 && (isHan(name) ? together(plain).includes(together(name)) : plain.includes(name));
    return named || (digits.length >= fewestDigits && digitsOf(plain).includes(digits));
  });
}
