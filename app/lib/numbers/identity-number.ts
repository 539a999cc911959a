import { plainWidth } from '../texts/plain-width';
import { isDay } from '../time/days';

type IdentityDocument =
  | 'resident-card'
  | 'hong-kong-permit'
  | 'macao-permit'
  | 'taiwan-permit'
  | 'foreigner-card'
  | 'former-foreigner-card';

export interface IdentityNumber {
  /** As it stands on the document: digits and capital letters. */
  number: string;
  document: IdentityDocument;
  /** The day of birth that it says, as `2012-02-29`. */
  bornOn: string;
}

/** The check character of the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export function checkCharacterOf(first17: string): string {
  const sum = [...first17].reduce((total, digit, at) => total + Number(digit) * (2 ** (17 - at) % 11), 0);
  return '10X98765432'[sum % 11] ?? '';
}

/** The first two digits of each province-level division (GB/T 2260). */
const provinces =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71';
const ofPlace: Record<string, IdentityDocument> = {
  ...Object.fromEntries(provinces.split(' ').map((code) => [code, 'resident-card' as const])),
  ...{ 81: 'hong-kong-permit', 82: 'macao-permit', 83: 'taiwan-permit' },
};

function documentOf(number: string): IdentityDocument | null {
  // Cards of foreigners since 2023 begin with 9, then come the place of issue and the country.
  return number.startsWith('9') ? 'foreigner-card' : (ofPlace[number.slice(0, 2)] ?? null);
}

const dated = (digits: string) => `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;

/** Cards of before 2023: country, place of issue, day of birth in six digits, a number. */
const formerCard = /^[A-Z]{3}\d{4}(\d{6})\d{2}$/;

/** The century is the last one in which the day has been. */
function pastDay(six: string, today: string): string {
  const inCentury = (century: number) => dated(`${String(century).padStart(2, '0')}${six}`);
  const own = Number(today.slice(0, 2));
  return inCentury(own) <= today ? inCentury(own) : inCentury(own - 1);
}

function formerNumber(number: string, today: string): IdentityNumber | null {
  const six = formerCard.exec(number)?.[1];
  if (six === undefined) return null;
  const bornOn = pastDay(six, today);
  return isDay(bornOn) ? { number, document: 'former-foreigner-card', bornOn } : null;
}

/**
 * Reads the number of an identity card, of a residence permit of Hong Kong, Macao or Taiwan, or of a foreigner's card of
 * permanent residence, as people type it. Null where it is none, its check character is wrong, or the day of birth is none
 * or after `today`.
 */
export function readIdentityNumber(typed: string, today: string): IdentityNumber | null {
  const number = plainWidth(typed).replace(/[\s-]/g, '').toUpperCase();
  if (!/^\d{17}[\dX]$/.test(number)) return formerNumber(number, today);
  const document = documentOf(number);
  const bornOn = dated(number.slice(6, 14));
  if (document === null || checkCharacterOf(number.slice(0, 17)) !== number.slice(17)) return null;
  return isDay(bornOn) && bornOn <= today && bornOn >= '1850' ? { number, document, bornOn } : null;
}

/** So much of a number that its owner knows it again, and nobody else learns it. */
export const maskedIdentityNumber = (number: string): string =>
  `${number.slice(0, 3)}${'*'.repeat(Math.max(0, number.length - 5))}${number.slice(-2)}`;
