import { isWithin } from '../../actor';

/** From light to heavy. None touches voting, endorsing, feedback, reports, appeals or what a person signed up for. */
export const sanctionLevels = ['warning', 'no-posting-for', 'no-posting-until-lifted'] as const;
export type SanctionLevel = (typeof sanctionLevels)[number];

/** For how long a person may be kept from posting at most, where a number of days is said. */
export const mostDays = 90;
/** Days for which a warning stands: what is given later is given knowing of it. */
export const warningDays = 180;

const day = 24 * 3600_000;

/** When a sanction that is given at `now` ends by itself; null where it stands until it is lifted. */
export function endOf(level: SanctionLevel, days: number, now: Date): Date | null {
  if (level === 'no-posting-until-lifted') return null;
  return new Date(now.getTime() + (level === 'warning' ? warningDays : days) * day);
}

export interface StandingSanction {
  level: string;
  areaId: string;
  endsAt: Date | null;
  endedAt: Date | null;
}

/** Whether it stands at `now`: the job that ends it may come later. */
export function stands(
  { endsAt, endedAt }: Pick<StandingSanction, 'endsAt' | 'endedAt'>,
  now: Date,
): boolean {
  return endedAt === null && (endsAt === null || endsAt > now);
}

/** Whether it keeps a person from posting in an area. Where a thing belongs to no area, any that bars counts. */
export function bars(sanction: StandingSanction, areaId: string | null, now: Date): boolean {
  if (sanction.level === 'warning' || !stands(sanction, now)) return false;
  return areaId === null || isWithin(areaId, sanction.areaId);
}
