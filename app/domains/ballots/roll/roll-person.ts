import { z } from 'zod';
import { plainPlace } from '~/lib/geo/plain-place';

/** What a roll says of one person. Sealed wherever it is kept. */
export interface RollPerson {
  name: string;
  /** Where the person lives, as the organiser writes it (室/号); may be empty. */
  unit: string;
  birthYear: number | null;
  /** The household's name or number; may be empty: then the unit is the household. */
  household: string;
}

/** The sealed column read back. */
export const rollPersonSchema = z.object({
  name: z.string(),
  unit: z.string(),
  birthYear: z.number().nullable(),
  household: z.string(),
});

/** Texts that differ only in width, case, blanks and punctuation are one. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}]/gu, '');

/**
 * By which one person is known on one roll: the same name at another place or of another year is somebody else. 3栋401室
 * and 3-401 are one place.
 */
export function identityText({ name, unit, birthYear }: RollPerson): string {
  return JSON.stringify([plain(name), plainPlace(unit), birthYear]);
}

/** The same as earlier versions said it: rolls that they began hold its keys. */
export function formerIdentityText({ name, unit, birthYear }: RollPerson): string {
  return JSON.stringify([plain(name), plain(unit), birthYear]);
}

/** By which one household is known on one roll; null where nothing is said of it. */
export function householdText({ household, unit }: RollPerson): string | null {
  if (plain(household) !== '') return JSON.stringify(['household', plain(household)]);
  const home = plainPlace(unit);
  return home === '' ? null : JSON.stringify(['unit', home]);
}

/** Whether what is looked for is part of the name, or the beginning or end of the place. */
export function answersTo({ name, unit }: RollPerson, query: string): boolean {
  const wanted = plain(query);
  if (wanted === '') return false;
  const place = plain(unit);
  return plain(name).includes(wanted) || place.startsWith(wanted) || place.endsWith(wanted);
}

/** Whether two texts name the same person, by the name alone. */
export const isSameName = (one: string, other: string) => plain(one) !== '' && plain(one) === plain(other);
