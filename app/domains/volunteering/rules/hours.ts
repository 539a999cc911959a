/** Setting up and clearing away: what may be confirmed beyond the shift as it was planned, in minutes. */
export const toleranceMinutes = 30;

/** Nobody serves for longer at a stretch; what goes on for days is several shifts. */
export const longestShiftHours = 24;

export interface Served {
  startsAt: Date;
  endsAt: Date;
  /** Confirmed in minutes. */
  minutes: number;
}

type Span = Omit<Served, 'minutes'>;

const minutesBetween = (from: Date, to: Date) => Math.ceil((to.getTime() - from.getTime()) / 60_000);
const earlier = (one: Date, other: Date) => (one < other ? one : other);
const later = (one: Date, other: Date) => (one > other ? one : other);

/**
 * The most that can be confirmed for a shift, in minutes: as planned or, before its end, as it lasted so far, and the
 * tolerance; and together with what stands for shifts at the same time no more than passed from the first to the last.
 */
export function mostMinutes(shift: Span, now: Date, atTheSameTime: readonly Served[] = []): number {
  const whole = atTheSameTime.reduce<Span>(
    (span, one) => ({
      startsAt: earlier(span.startsAt, one.startsAt),
      endsAt: later(span.endsAt, one.endsAt),
    }),
    shift,
  );
  const served = atTheSameTime.reduce((sum, { minutes }) => sum + minutes, 0);
  const lasted = ({ startsAt, endsAt }: Span) =>
    minutesBetween(startsAt, earlier(endsAt, now)) + toleranceMinutes;
  return Math.max(0, Math.min(lasted(shift), lasted(whole) - served));
}
