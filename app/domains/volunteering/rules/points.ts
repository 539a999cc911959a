import { wallClockText } from '~/lib/time/local-time';

/** Ten points for an hour that somebody else confirmed: one for each six minutes. */
export const pointsPerHour = 10;
const minutesPerPoint = 60 / pointsPerHour;
/** Of one day at most so much counts. */
export const mostHoursOfDay = 8;
/** Of what one and the same person confirms in a month at most so much counts: the rest wants a second one. */
export const mostHoursOfConfirmer = 40;
/** The same, where the two confirm each other's hours. */
export const mostHoursOfMutual = 10;

/** From how many points on: the level is how many of these are reached. */
export const levelPoints = [50, 200, 500, 1000, 2000, 5000] as const;

export interface ConfirmedService {
  startsAt: Date;
  /** As confirmed. */
  minutes: number;
  /** Who confirmed them; null where that is not known any more. */
  confirmedBy: string | null;
}

export interface PointsGiven {
  personId: string;
  services: readonly ConfirmedService[];
  /** Those whose hours the volunteer has confirmed in turn. */
  confirmed: ReadonlySet<string>;
  timeZone: string;
}

export interface Points {
  points: number;
  /** How many of `levelPoints` are reached. */
  level: number;
  /** What the next level wants in all; null on the highest. */
  nextAt: number | null;
  /** Minutes that earned points. */
  counted: number;
  /** Minutes that did not, by why: own confirmation, beyond the day's, or beyond what one person can give. */
  withheld: { own: number; day: number; confirmer: number };
}

const mostOfConfirmer = (by: string | null, { confirmed }: PointsGiven) =>
  (by !== null && confirmed.has(by) ? mostHoursOfMutual : mostHoursOfConfirmer) * 60;

/** The level of so many points, and what the next one wants. */
export function levelOf(points: number): Pick<Points, 'level' | 'nextAt'> {
  const level = levelPoints.filter((from) => points >= from).length;
  return { level, nextAt: levelPoints[level] ?? null };
}

/**
 * Points for service by the published rule. Nobody earns any by confirming oneself; of one day, and of what one
 * confirmer gives in a month of the portal's zone, so much counts and no more: alone or as a pair nobody earns points
 * without limit. The earliest service counts first, and of equal ones the longer, then by who confirmed: the order in which rows come decides
 * nothing. What is confirmed by somebody who is not known any more is held as by one and the same.
 */
export function pointsOf(given: PointsGiven): Points {
  const byDay = new Map<string, number>();
  const byConfirmer = new Map<string, number>();
  const withheld = { own: 0, day: 0, confirmer: 0 };
  let counted = 0;
  const inOrder = [...given.services].sort(
    (one, other) =>
      Number(one.startsAt) - Number(other.startsAt) ||
      other.minutes - one.minutes ||
      ((one.confirmedBy ?? '') < (other.confirmedBy ?? '') ? -1 : 1),
  );
  for (const { startsAt, minutes, confirmedBy } of inOrder) {
    if (confirmedBy === given.personId) {
      withheld.own += minutes;
      continue;
    }
    const day = wallClockText(startsAt, given.timeZone).slice(0, 10);
    const pair = `${day.slice(0, 7)} ${confirmedBy ?? ''}`;
    const ofDay = Math.min(minutes, mostHoursOfDay * 60 - (byDay.get(day) ?? 0));
    const ofPair = Math.min(ofDay, mostOfConfirmer(confirmedBy, given) - (byConfirmer.get(pair) ?? 0));
    withheld.day += minutes - ofDay;
    withheld.confirmer += ofDay - ofPair;
    counted += ofPair;
    byDay.set(day, (byDay.get(day) ?? 0) + ofPair);
    byConfirmer.set(pair, (byConfirmer.get(pair) ?? 0) + ofPair);
  }
  const points = Math.floor(counted / minutesPerPoint);
  return { points, ...levelOf(points), counted, withheld };
}

export interface ConfirmedPair {
  personId: string;
  confirmedBy: string;
  minutes: number;
}

/**
 * Pairs that moderators should look at, those with the most hours first: one confirmed more for the other than counts,
 * or each for the other more than counts for two who do so.
 */
export function strikingPairs(pairs: readonly ConfirmedPair[]): (ConfirmedPair & { mutual: boolean })[] {
  const over = pairs.filter(({ minutes }) => minutes > mostHoursOfMutual * 60);
  const keys = new Set(over.map(({ personId, confirmedBy }) => `${personId} ${confirmedBy}`));
  return over
    .map((pair) => ({ ...pair, mutual: keys.has(`${pair.confirmedBy} ${pair.personId}`) }))
    .filter(({ mutual, minutes }) => mutual || minutes > mostHoursOfConfirmer * 60)
    .sort((one, other) => other.minutes - one.minutes || (one.personId < other.personId ? -1 : 1));
}

export interface Balance {
  /** What rewards that are kept or were handed over have cost. */
  spent: number;
  /** What may still be spent: none where hours were corrected since to less than was spent. */
  free: number;
}

/** What is left of the points that were earned. */
export const balanceOf = (earned: number, spent: number): Balance => ({
  spent,
  free: Math.max(0, earned - spent),
});

/** A piece is kept for so many days, and never beyond the end of its offer. */
export const keptDays = 14;

export function keptUntil(now: Date, offeredUntil: Date): Date {
  const kept = now.getTime() + keptDays * 24 * 3600_000;
  return new Date(Math.min(kept, offeredUntil.getTime()));
}
