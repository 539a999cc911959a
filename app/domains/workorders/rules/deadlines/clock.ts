import { naturalTime } from './natural-time';
import type { WorkingCalendar } from './working-calendar';

export const limitUnits = ['working-hours', 'working-days', 'natural-hours', 'natural-days'] as const;
export type LimitUnit = (typeof limitUnits)[number];

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

/** By which time a clock counts: its limit says whether nights and holidays count, too. */
export function timeOf(calendar: WorkingCalendar, clock: Clock): WorkingCalendar {
  return clock.limit?.unit.startsWith('natural') ? naturalTime : calendar;
}

/** A limit as milliseconds of its time. */
export function lengthOf(calendar: WorkingCalendar, limit: Limit): number {
  switch (limit.unit) {
    case 'working-hours':
    case 'natural-hours':
      return limit.amount * hour;
    case 'working-days':
      return limit.amount * calendar.dayLength;
    case 'natural-days':
      return limit.amount * naturalTime.dayLength;
  }
}

/** What extensions add, which are given in working days, as milliseconds of the clock's own time. */
function extensionOf(calendar: WorkingCalendar, clock: Clock, due: number): number {
  const time = timeOf(calendar, clock);
  const more = clock.extendedBy * calendar.dayLength;
  if (time === calendar || more === 0) return more;
  return time.elapsed(calendar.at(calendar.elapsed(time.at(due)) + more)) - due;
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
  /** Milliseconds of the clock's time for which it stood still before it ran out. */
  stoodStill: number;
}

/**
 * When a clock runs out: the limit after its start, in working or in natural time, later by granted extensions and by
 * the time for which it stood still before it ran out. A standstill that is not over counts up to `now`.
 */
export function readClock(calendar: WorkingCalendar, clock: Clock, now: Date): ClockReading {
  const time = timeOf(calendar, clock);
  const start = time.elapsed(clock.startedAt);
  const given = clock.limit
    ? lengthOf(calendar, clock.limit)
    : Math.max(0, time.elapsed(clock.fixedDueAt ?? clock.startedAt) - start);
  let due = start + given;
  due += extensionOf(calendar, clock, due);
  let stoodStill = 0;
  for (const { from, to } of sortedStandstills(clock, now)) {
    const begin = time.elapsed(from);
    if (begin > due) break;
    const length = time.elapsed(to) - begin;
    due += length;
    stoodStill += length;
  }
  const unmoved = clock.fixedDueAt && clock.extendedBy === 0 && stoodStill === 0;
  return { dueAt: unmoved ? (clock.fixedDueAt ?? time.at(due)) : time.at(due), stoodStill };
}

export type Light = 'green' | 'amber' | 'red' | 'standing';

/** Share of the time given that is left when the light turns amber and the department is reminded. */
export const reminderShare = 0.25;

/** When the department is reminded: a quarter of the given time before the clock runs out. */
export function reminderAt(calendar: WorkingCalendar, clock: Clock, dueAt: Date): Date {
  const time = timeOf(calendar, clock);
  const due = time.elapsed(dueAt);
  const given = due - time.elapsed(clock.startedAt);
  return time.at(Math.max(0, due - Math.floor(given * reminderShare)));
}

/** The traffic light of a clock. */
export function lightOf(times: { remindAt: Date; dueAt: Date; standsStill: boolean }, now: Date): Light {
  if (times.standsStill) return 'standing';
  if (now >= times.dueAt) return 'red';
  return now >= times.remindAt ? 'amber' : 'green';
}
