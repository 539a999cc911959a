/** How many balls of ten give a line of a list of so many; null where its length is no power of ten. */
export function ballsFor(lines: number): number | null {
  const digits = String(lines).length - 1;
  return lines === 10 ** digits && digits > 0 ? digits : null;
}

/** The line, from 0, that drawn balls name: their digits, one after the other. Null for anything else. */
export function lineOfBalls(lines: number, drawn: string): number | null {
  const digits = drawn.replaceAll(/\s/g, '');
  return /^\d+$/.test(digits) && digits.length === ballsFor(lines) ? Number(digits) : null;
}
