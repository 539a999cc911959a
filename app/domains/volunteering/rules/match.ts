import { idAtLevel } from '~/lib/geo/division-code';
import type { AreaLevel } from '~/lib/geo/division-code';
import { wallClockText } from '~/lib/time/local-time';

export const skillCodes = [
  'first-aid',
  'teaching',
  'care',
  'languages',
  'sign-language',
  'computers',
  'repairs',
  'driving',
  'cooking',
  'arts',
  'law',
  'health',
] as const;
export type SkillCode = (typeof skillCodes)[number];

const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const parts = ['morning', 'afternoon', 'evening'] as const;
/** A part of a day of the week, as `sat-morning`. */
export const freeTimeCodes = days.flatMap((day) => parts.map((part) => `${day}-${part}`));

/** The codes of a list as it is kept, those that are known alone. */
export function codesIn(kept: string, known: readonly string[]): string[] {
  return kept.split(',').filter((code) => known.includes(code));
}

/** The part of the week in which an instant lies by the zone's clock: until noon, until six, after. */
export function freeTimeOf(instant: Date, timeZone: string): string {
  const wall = new Date(`${wallClockText(instant, timeZone)}Z`);
  const hour = wall.getUTCHours();
  return `${days[wall.getUTCDay()]}-${hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'}`;
}

export interface Volunteer {
  skills: readonly string[];
  freeTimes: readonly string[];
  areaId: string | null;
}

export interface Offered {
  skills: readonly string[];
  startsAt: Date;
  areaId: string;
}

export interface Match {
  /** The more the better; 0 where nothing fits. */
  points: number;
  skills: string[];
  /** The person's free time in which the shift lies. */
  freeTime: string | null;
  /** How near: in the same area or below it, in the same street, the same district. */
  near: 'here' | 'street' | 'district' | null;
}

function nearness(wanted: string | null, areaId: string): Match['near'] {
  if (wanted === null) return null;
  if (areaId.startsWith(wanted) || wanted.startsWith(areaId)) return 'here';
  const share = (level: AreaLevel) => idAtLevel(wanted, level) === idAtLevel(areaId, level);
  if (share('street')) return 'street';
  return share('district') ? 'district' : null;
}

const pointsOfNearness = { here: 3, street: 2, district: 1 } as const;

/**
 * How well a shift suits a volunteer, and why: three points for each skill that is wanted and offered, three for a free
 * time, up to three for being near. A person decides; the reasons are shown.
 */
export function matchShift(volunteer: Volunteer, shift: Offered, timeZone: string): Match {
  const skills = shift.skills.filter((code) => volunteer.skills.includes(code));
  const part = freeTimeOf(shift.startsAt, timeZone);
  const freeTime = volunteer.freeTimes.includes(part) ? part : null;
  const near = nearness(volunteer.areaId, shift.areaId);
  const points = skills.length * 3 + (freeTime ? 3 : 0) + (near ? pointsOfNearness[near] : 0);
  return { points, skills, freeTime, near };
}
