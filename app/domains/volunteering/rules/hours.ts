/** Setting up and clearing away: what may be confirmed beyond the shift as it was planned, in minutes. */
export const toleranceMinutes = 30;

/** Nobody serves for longer at a stretch; what goes on for days is several shifts. */
export const longestShiftHours = 24;

/** Minutes as hours are said and written everywhere: to the hundredth, half a minute. */
export const hoursOf = (minutes: number): number => Math.round((minutes / 60) * 100) / 100;

/** The most hours that are no more than these minutes, as somebody can type them. */
export const hoursWithin = (minutes: number): number => Math.floor((minutes / 60) * 100) / 100;

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

export interface Presence {
  checkedInAt: Date | null;
  checkedOutAt: Date | null;
}

/**
 * The minutes for which somebody was there, as recorded: from coming, at the earliest the start, to leaving. Null where
 * coming or leaving was not recorded: a forgotten check-out adds nothing.
 */
export function recordedMinutes(shift: Span, { checkedInAt, checkedOutAt }: Presence): number | null {
  if (!checkedInAt || !checkedOutAt) return null;
  const from = later(checkedInAt, shift.startsAt);
  return Math.max(0, Math.round((checkedOutAt.getTime() - from.getTime()) / 60_000));
}

/**
 * What is proposed for confirmation, in minutes: what was recorded, at most what may be confirmed; without any record
 * the shift as planned; 0 for whoever came and never left by the record.
 */
export function proposedMinutes(shift: Span, presence: Presence, most: number): number {
  const recorded = recordedMinutes(shift, presence);
  if (recorded !== null) return Math.min(recorded, most);
  if (presence.checkedInAt) return 0;
  return Math.min(minutesBetween(shift.startsAt, shift.endsAt), most);
}
