export interface AttendedSeat {
  id: string;
  objectedAt: Date | null;
}

interface Attended {
  seats: readonly AttendedSeat[];
  decisions: readonly { number: number; presentCount: number }[];
}

interface AttendanceFault {
  reason: string;
  params?: Record<string, number>;
}

/**
 * Why a list of those present cannot stand beside what was recorded already; null where it can. Nobody who objected to
 * the minutes is taken off it: an objection would end with the right to object. And the list names as many as the
 * largest decision counted; who left before the end was present.
 */
export function attendanceFault(
  { seats, decisions }: Attended,
  present: ReadonlySet<string>,
): AttendanceFault | null {
  if (seats.some(({ id, objectedAt }) => objectedAt !== null && !present.has(id)))
    return { reason: 'meetings.objector-stays' };
  const [largest] = [...decisions].sort((one, other) => other.presentCount - one.presentCount);
  if (!largest || largest.presentCount <= present.size) return null;
  const { number, presentCount } = largest;
  return { reason: 'meetings.below-decision', params: { number, present: presentCount } };
}
