import type { FieldValues } from '~/lib/form-state';
import { wallClockOf } from '~/lib/time/local-time';

interface Described {
  title: string;
  purpose: string;
  place: string;
  startsAt: Date;
  endsAt: Date;
  quorum: number | null;
}

/** What is said of a meeting as the form shows it, by the names of the fields. Times are those of the zone. */
export function meetingFields(meeting: Described, timeZone: string): FieldValues {
  const { title, purpose, place, startsAt, endsAt, quorum } = meeting;
  return {
    ...{ title, purpose, place },
    startsAt: wallClockOf(startsAt, timeZone).slice(0, 16),
    endsAt: wallClockOf(endsAt, timeZone).slice(0, 16),
    quorum: quorum === null ? '' : String(quorum),
  };
}
