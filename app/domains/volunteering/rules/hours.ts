/** Setting up and clearing away: what may be confirmed beyond the shift as it was planned, in minutes. */
export const toleranceMinutes = 30;

/** The most that can be confirmed for a shift, in minutes: as planned, and the tolerance. */
export function mostMinutes({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): number {
  return Math.ceil((endsAt.getTime() - startsAt.getTime()) / 60_000) + toleranceMinutes;
}
