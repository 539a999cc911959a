import type { WorkingCalendar } from './working-calendar';

/** As the working calendar: both count from there, and nothing began before. */
const beginning = Date.UTC(2015, 0, 1);

/** Time as it passes, nights and holidays too: 自然时. A day has 24 hours, also where clocks are turned. */
export const naturalTime: WorkingCalendar = {
  isWorkingDay: () => true,
  dayLength: 86_400_000,
  elapsed: (instant) => Math.max(0, instant.getTime() - beginning),
  at: (elapsed) => new Date(beginning + elapsed),
  missingYears: () => [],
};
