/** Crockford's: what is misread stands for what it is taken for. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 16;
const group = 4;

/** How many random bytes a code takes: of each, five bits. 80 bits are beyond guessing, also of a stolen hash. */
export const bytesOfCode = length;

/** A code as it is shown, in groups of four: of random bytes, one for each character. */
export function codeOfBytes(bytes: Uint8Array): string {
  if (bytes.length !== length) throw new Error(`A recovery code takes ${length} bytes, got ${bytes.length}`);
  const characters = Array.from(bytes, (byte) => alphabet.charAt(byte % alphabet.length));
  const groups = Array.from({ length: length / group }, (_none, at) =>
    characters.slice(at * group, (at + 1) * group).join(''),
  );
  return groups.join('-');
}

/** A code as it was typed: small letters, blanks and lines do not count, nor O for 0 and I or L for 1. */
export function plainCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}
