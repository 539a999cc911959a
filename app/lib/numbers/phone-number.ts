import { plainWidth } from '../texts/plain-width';

/** Mobile numbers of the mainland; of other countries the length of E.164 alone is asked. */
const ofMainland = /^861[3-9]\d{9}$/;
const mainland = '86';

/** Digits as they are typed: full-width ones and what people write between them are taken, too. */
function digitsOf(typed: string): string {
  return plainWidth(typed)
    .replace(/[\s().\-–—]/g, '')
    .replace(/^00/, '+');
}

function withCountry(typed: string, countries: readonly string[]): string | null {
  const written = digitsOf(typed);
  if (!/^\+?\d{6,18}$/.test(written)) return null;
  if (written.startsWith('+')) return written.slice(1);
  const [first = mainland] = countries;
  if (first !== mainland) return first + written.replace(/^0/, '');
  return ofMainland.test(written) ? written : mainland + written;
}

function isMobile(digits: string, country: string): boolean {
  return country === mainland ? ofMainland.test(digits) : digits.length >= 8 && digits.length <= 15;
}

/**
 * A mobile number as networks write it, with its country and without a plus; null where it is none of the countries
 * named. Without a country it is one of the first of them.
 */
export function mobileNumber(typed: string, countries: readonly string[]): string | null {
  const digits = withCountry(typed, countries);
  if (digits === null) return null;
  const country = countries.find((code) => digits.startsWith(code));
  return country !== undefined && isMobile(digits, country) ? digits : null;
}

/** So much of a number that its owner knows it again, and nobody else learns it. */
export function maskedNumber(digits: string): string {
  const own = ofMainland.test(digits) ? digits.slice(2) : `+${digits}`;
  return `${own.slice(0, 3)}****${own.slice(-4)}`;
}
