import type { WorkingCalendar } from './working-calendar';

export type LimitUnit = 'working-hours' | 'working-days';

export interface Limit {
  amount: number;
  unit: LimitUnit;
}

/** A time in which the clock stands still; `to` is null while it still does. */
export interface Standstill {
  from: Date;
  to: Date | null;
}

export interface Clock {
  startedAt: Date;
  /** Null where a person set the date: then `fixedDueAt` counts. */
  limit: Limit | null;
  fixedDueAt: Date | null;
  /** Granted extensions, in working days. */
  extendedBy: number;
  standstills: readonly Standstill[];
}

const hour = 3_600_000;

/** A limit as working milliseconds. */
export function lengthOf(calendar: WorkingCalendar, limit: Limit): number {
  return limit.amount * (limit.unit === 'working-hours' ? hour : calendar.dayLength);
}

function sortedStandstills(clock: Clock, now: Date): { from: Date; to: Date }[] {
  const merged: { from: Date; to: Date }[] = [];
  const sorted = [...clock.standstills].sort((a, b) => a.from.getTime() - b.from.getTime());
  for (const { from, to } of sorted) {
    const end = to ?? now;
    const begin = from < clock.startedAt ? clock.startedAt : from;
    if (end <= begin) continue;
    const last = merged.at(-1);
    if (last && begin <= last.to) last.to = end > last.to ? end : last.to;
    else merged.push({ from: begin, to: end });
  }
  return merged;
}

export interface ClockReading {
  dueAt: Date;
  /** Working milliseconds for which the clock stood still before it ran out. */
  stoodStill: number;
}

/**
 * When a clock runs out: the limit in working time after its start, later by granted extensions and by the working
 * time for which it stood still before it ran out. A standstill that is not over counts up to `now`.
 */
export function readClock(calendar: WorkingCalendar, clock: Clock, now: Date): ClockReading {
  const start = calendar.elapsed(clock.startedAt);
  const given = clock.limit
    ? lengthOf(calendar, clock.limit)
    : Math.max(0, calendar.elapsed(clock.fixedDueAt ?? clock.startedAt) - start);
  let due = start + given + clock.extendedBy * calendar.dayLength;
  let stoodStill = 0;
  for (const { from, to } of sortedStandstills(clock, now)) {
    const begin = calendar.elapsed(from);
    if (begin > due) break;
    const length = calendar.elapsed(to) - begin;
    due += length;
    stoodStill += length;
  }
  const unmoved = clock.fixedDueAt && clock.extendedBy === 0 && stoodStill === 0;
  return { dueAt: unmoved ? clock.fixedDueAt ?? calendar.at(due) : calendar.at(due), stoodStill };
}

export type Light = 'green' | 'amber' | 'red' | 'standing';

/** Share of the time given that is left when the light turns amber and the department is reminded. */
export const reminderShare = 0.25;

/** When the department is reminded: a quarter of the given working time before the clock runs out. */
export function reminderAt(calendar: WorkingCalendar, clock: Clock, dueAt: Date): Date {
  const due = calendar.elapsed(dueAt);
  const given = due - calendar.elapsed(clock.startedAt);
  return calendar.at(Math.max(0, due - Math.floor(given * reminderShare)));
}

/** The traffic light of a clock. */
export function lightOf(times: { remindAt: Date; dueAt: Date; standsStill: boolean }, now: Date): Light {
  if (times.standsStill) return 'standing';
  if (now >= times.dueAt) return 'red';
  return now >= times.remindAt ? 'amber' : 'green';
}
