import type { Meeting } from './meeting';

/** The fields of a form as a meeting fills them. Apart from their schema: browsers load this. */
export function meetingValues(meeting: Meeting | null) {
  return {
    ...{ meetingKind: meeting?.kind ?? '', convener: meeting?.convener ?? '' },
    meetingPlace: meeting?.place ?? '',
  };
}
