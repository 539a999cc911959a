import { yearIn } from '~/lib/time/days';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';

export interface AgeFacts {
  /** As a moderator has verified it; null where nobody has. */
  birthYear: number | null;
  minimumAge: number;
  /** Work that is insured beforehand: there the age must be known. */
  dangerous: boolean;
  startsAt: Date;
  timeZone: string;
}

/**
 * Whether somebody is old enough for a shift, by the year in which they were born: who turns that old in the year of
 * the shift is. Where no year is verified the organiser looks at the day, but not for dangerous work.
 */
export function isOldEnough(facts: AgeFacts): Decision {
  const { birthYear, minimumAge, dangerous, startsAt, timeZone } = facts;
  if (minimumAge === 0) return allow;
  if (birthYear === null) return dangerous ? deny('volunteering.age-unknown') : allow;
  return birthYear <= yearIn(startsAt, timeZone) - minimumAge ? allow : deny('volunteering.too-young');
}
