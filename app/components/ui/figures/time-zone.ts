import { createContext, useContext } from 'react';

export const defaultTimeZone = 'Asia/Shanghai';

/** The portal's time zone, in which every instant is shown and typed. */
export const TimeZoneContext = createContext(defaultTimeZone);

export function useTimeZone(): string {
  return useContext(TimeZoneContext);
}

/** The instant as `2026-11-24T14:30`, the clock on the wall of the zone: what a datetime-local input holds. */
export function wallClock(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}
