import { quotaLines } from './rules/parse-quotas';
import type { Quota } from './rules/council';
import { dayIn } from '~/lib/time/days';
import type { FieldValues } from '~/lib/form-state';

interface Described {
  title: string;
  purpose: string;
  seats: number;
  panels: number;
  onePerHousehold: boolean;
  quotas: readonly Quota[];
  volunteersUntil: Date;
  termUntil: Date;
}

/** What is said of a council as the form shows it, by the names of the fields. Days are those of the zone. */
export function councilFields(council: Described, timeZone: string): FieldValues {
  const { title, purpose, seats, panels, onePerHousehold, quotas, volunteersUntil, termUntil } = council;
  return {
    ...{ title, purpose },
    seats: String(seats),
    panels: String(panels),
    onePerHousehold: onePerHousehold ? 'yes' : 'no',
    quotas: quotaLines(quotas),
    volunteersUntil: dayIn(volunteersUntil, timeZone),
    termUntil: dayIn(termUntil, timeZone),
  };
}
