import { createContext, useContext } from 'react';

export const defaultTimeZone = 'Asia/Shanghai';

/** The portal's time zone, in which every instant is shown and typed. */
export const TimeZoneContext = createContext(defaultTimeZone);

export function useTimeZone(): string {
  return useContext(TimeZoneContext);
}
