const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What is offered has to be taken within a day; nearer the start within a quarter of the time that is left. */
export const longestOffer = day;
export const shortestOffer = 30 * minute;

/**
 * Until when an offered seat is held: 24 hours, at most a quarter of the time until the start, at least half an hour,
 * and never beyond the start. Nobody is given a seat without being asked, however near the start.
 */
export function offerUntil(now: Date, startsAt: Date): Date {
  const left = startsAt.getTime() - now.getTime();
  const term = Math.max(shortestOffer, Math.min(longestOffer, left / 4));
  return new Date(now.getTime() + Math.max(0, Math.min(term, left)));
}

export interface SignUpTerms {
  startsAt: Date;
  now: Date;
  /** Of the opportunity: hours before the start. */
  signUpHours: number;
}

/**
 * Until when people sign up: some hours before the start. A shift that is made or moved when that has passed already
 * is open until it starts: it was meant to be filled.
 */
export function signUpUntil({ startsAt, now, signUpHours }: SignUpTerms): Date {
  const until = new Date(startsAt.getTime() - signUpHours * hour);
  return until > now ? until : startsAt;
}

/** Nobody plans for later than in two years: a shift beyond is a year that was mistyped. */
export const latestStart = (now: Date): Date => new Date(now.getTime() + 2 * 365 * day);

/** What is wrong with the start of a shift that is made or moved now; null where nothing is. */
export function startFault(startsAt: Date, now: Date): 'in-the-past' | 'too-far' | null {
  if (startsAt <= now) return 'in-the-past';
  return startsAt > latestStart(now) ? 'too-far' : null;
}

/** Until when one leaves without saying why. */
export function signOffUntil(startsAt: Date, signOffHours: number): Date {
  return new Date(startsAt.getTime() - signOffHours * hour);
}

/** A shift that starts within these hours is said to start soon. */
export const soonHours = 3;

export function startsSoon(startsAt: Date, now: Date): boolean {
  const left = startsAt.getTime() - now.getTime();
  return left > 0 && left <= soonHours * hour;
}

/** In minutes before the start. */
export const checkInOpens = 60;

export const checkInOpensAt = ({ startsAt }: { startsAt: Date }): Date =>
  new Date(startsAt.getTime() - checkInOpens * minute);

/** Check-in is open from an hour before the start until the end. */
export function mayCheckInAt(shift: { startsAt: Date; endsAt: Date }, now: Date): boolean {
  return now >= checkInOpensAt(shift) && now < shift.endsAt;
}

/** Check-out is taken until the tolerance after the end has passed; whoever forgets it has no time of leaving. */
export function mayCheckOutAt(shift: { endsAt: Date }, now: Date, toleranceMinutes: number): boolean {
  return now.getTime() <= shift.endsAt.getTime() + toleranceMinutes * minute;
}
