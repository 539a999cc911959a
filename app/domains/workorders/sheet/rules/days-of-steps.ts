const oneDay = 86_400_000;
const numberOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / oneDay;

/**
 * On which day of the order each step was taken: the day of registering is the first, and each day of the calendar
 * counts, worked or not. Dates are days of the portal's zone (YYYY-MM-DD). What came before counts as the first day.
 */
export function daysOfSteps(registered: string, dates: readonly string[]): number[] {
  return dates.map((date) => Math.max(1, numberOf(date) - numberOf(registered) + 1));
}
