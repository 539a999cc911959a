export interface Span {
  startsAt: Date;
  endsAt: Date;
}

/** Whether two spans have time in common; one that begins when the other ends does not. */
export const overlap = (one: Span, other: Span): boolean =>
  one.startsAt < other.endsAt && other.startsAt < one.endsAt;
