const day = 24 * 3600_000;

/** Absences count for half a year. */
export const rememberedDays = 180;
/** So many of them are forgiven. */
export const forgivenAbsences = 2;

export interface Absence {
  startsAt: Date;
  /** The volunteer has objected, or asked a moderator, and nobody has answered yet. */
  disputed: boolean;
}

/** Absences that count now: of the last half year, and not those to which the volunteer objects. */
export function countedAbsences(absences: readonly Absence[], now: Date): number {
  const oldest = now.getTime() - rememberedDays * day;
  return absences.filter(({ startsAt, disputed }) => !disputed && startsAt.getTime() >= oldest).length;
}

/**
 * The rule for those who did not come: from the third absence in half a year on, one place to come at a time. Nobody is
 * shut out, and what was excused does not count.
 */
export function mayTakeAnotherPlace(counted: number, placesToCome: number): boolean {
  return counted <= forgivenAbsences || placesToCome === 0;
}
