const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The weights of GB 32100-2015: powers of 3 modulo 31. */
const weights = Array.from({ length: 17 }, (_, index) => 3 ** index % 31);

/** The check character for the first 17 characters of a unified social credit code (GB 32100-2015). */
export function checkCharacter(first17: string): string | null {
  const values = [...first17].map((character) => alphabet.indexOf(character));
  if (values.length !== 17 || values.includes(-1)) return null;
  const sum = values.reduce((total, value, index) => total + value * (weights[index] ?? 0), 0);
  return alphabet[(31 - (sum % 31)) % 31] ?? null;
}

/** Whether a code has 18 characters of the alphabet (no I, O, S, V, Z) and the right check character. */
export function isCreditCode(code: string): boolean {
  return code.length === 18 && checkCharacter(code.slice(0, 17)) === code.slice(17);
}
