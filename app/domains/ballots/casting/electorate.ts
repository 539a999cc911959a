import { isWithin } from '../../actor';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';
import { yearIn } from '~/lib/time/days';

/** Who is asked, as it was written down when the ballot was called. */
export interface ElectorateTerms {
  electorateKind: string;
  areaId: string;
  minimumAge: number;
  organisationIds: string[];
}

/** What the portal knows of a person that bears on the right to vote. */
export interface PersonFacts {
  residenceAreaId: string | null;
  birthYear: number | null;
  organisationIds: string[];
  /** On the closed list of a ballot that has not opened yet, or joined with a line of its roll. */
  listed: boolean;
}

/** When the ballot opens, and whose clock says which year that is. */
export interface Opening {
  at: Date;
  timeZone: string;
}

/** The last year of birth with which one is old enough: years are all that is known of a birthday. */
export function bornBy(minimumAge: number, { at, timeZone }: Opening): number {
  return yearIn(at, timeZone) - minimumAge;
}

/** Whether the person belongs to the electorate at the instant of opening; the refusal says what is missing. */
export function belongsToElectorate(person: PersonFacts, terms: ElectorateTerms, opening: Opening): Decision {
  // A roll says by itself who is old enough and lives there: its keepers answer for it.
  if (terms.electorateKind === 'roll') return person.listed ? allow : deny('ballots.not-on-roll');
  if (terms.electorateKind === 'list' && !person.listed) return deny('ballots.not-listed');
  if (
    terms.electorateKind === 'organisations' &&
    !person.organisationIds.some((id) => terms.organisationIds.includes(id))
  )
    return deny('ballots.not-a-member');
  if (terms.electorateKind === 'residents') {
    if (person.residenceAreaId === null) return deny('ballots.residence-not-verified');
    if (!isWithin(person.residenceAreaId, terms.areaId)) return deny('ballots.lives-elsewhere');
  }
  if (terms.minimumAge === 0) return allow;
  if (person.birthYear === null) return deny('ballots.age-unknown');
  return person.birthYear <= bornBy(terms.minimumAge, opening) ? allow : deny('ballots.too-young');
}
