import { instantsOfRule } from '~/lib/time/recurring-instants';
import type { FirstInstant } from '~/lib/time/recurring-instants';

/** When the tasks of a plan begin, by the clock on the wall of the zone: one, or one a week. */
export function startsOfPlan(
  first: FirstInstant,
  { repeat, weeks }: { repeat: 'none' | 'weekly'; weeks: number },
): Date[] {
  if (repeat === 'none') return [first.startsAt];
  return instantsOfRule(`FREQ=WEEKLY;COUNT=${weeks}`, first, { most: weeks });
}
