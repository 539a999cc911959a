const hour = 3600_000;

/** So long before its beginning a phone number may be opened for a task. */
export const hoursBefore = 2;
/** So long after its end a task may be recorded; then it counts as missed. */
export const hoursAfter = 24;
/** So long a look at an entry lasts: the staff does what it was opened for. */
export const hoursOfLook = 2;
/** So many days the next office has for its answer to a contest, and so long a granted one counts. */
export const daysForAnswer = 7;
export const daysRaised = 14;
/** So many days somebody has to agree to what was stated for them. */
export const daysToAgree = 30;

/** The part of time in which a task lasts: who does it needs then what it takes, and neither before nor after. */
export function isLasting({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, now: Date): boolean {
  return (
    now.getTime() >= startsAt.getTime() - hoursBefore * hour &&
    now.getTime() <= endsAt.getTime() + hoursAfter * hour
  );
}

/** Tasks that ended before it were missed, where nothing is recorded. */
export const missedBefore = (now: Date): Date => new Date(now.getTime() - hoursAfter * hour);

export const later = (now: Date, days: number): Date => new Date(now.getTime() + days * 24 * hour);
