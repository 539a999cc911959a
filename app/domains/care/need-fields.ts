import type { StatedNeed } from './schema';
import type { FieldValues } from '~/lib/form-state';
import { dayIn } from '~/lib/time/days';

interface Said {
  words: StatedNeed;
  urgent: boolean;
  rhythmDays: number;
  until: Date | null;
}

/** What is said in an entry as the form shows it, by the names of the fields. */
export function careNeedFields({ words, urgent, rhythmDays, until }: Said, timeZone: string): FieldValues {
  return {
    ...words,
    urgent: urgent ? 'yes' : '',
    rhythmDays: String(rhythmDays),
    until: until === null ? '' : dayIn(until, timeZone),
  };
}
