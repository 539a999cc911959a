import type { Clock } from './clock';
import { reminderAt } from './clock';
import type { WorkingCalendar } from './working-calendar';
import { trailOf } from '~/lib/geo/division-code';

export interface EscalationStep {
  /** Unique within the clock: what was done under it is not done again. */
  step: string;
  kind: 'reminder' | 'overdue' | 'escalated';
  at: Date;
  /** The area whose superior is told. */
  areaId: string;
}

/** Working days between one level and the next. */
export const daysBetweenLevels = 1;

/**
 * What happens to a clock, in order: a reminder before it runs out, word to the superior when it has, and one level
 * further up (grid → community → street → district → city) for each working day that passes after.
 */
export function escalationSteps(
  calendar: WorkingCalendar,
  clock: Clock,
  about: { dueAt: Date; areaId: string },
): EscalationStep[] {
  const { dueAt, areaId } = about;
  const due = calendar.elapsed(dueAt);
  const upward = trailOf(areaId).reverse();
  const steps: EscalationStep[] = [
    { step: 'reminder', kind: 'reminder', at: reminderAt(calendar, clock, dueAt), areaId },
  ];
  for (const [height, level] of upward.entries()) {
    steps.push({
      step: `over-${level}`,
      kind: height === 0 ? 'overdue' : 'escalated',
      at: height === 0 ? dueAt : calendar.at(due + height * daysBetweenLevels * calendar.dayLength),
      areaId: level,
    });
  }
  return steps;
}
