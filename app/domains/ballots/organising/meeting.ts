import { z } from 'zod';
import { meetingKinds } from '../vocabulary';

/** What a statutory record says of its meeting beside times and numbers, as it stands in a ballot's terms. */
export const meetingSchema = z.object({
  kind: z.enum(meetingKinds),
  convener: z.string(),
  place: z.string(),
});
export type Meeting = z.output<typeof meetingSchema>;

const longest = { convener: 80, meetingPlace: 200 };

/** The fields of the form; empty where no such record is kept. */
export const meetingFields = {
  meetingKind: z.preprocess((value) => (value === '' ? undefined : value), z.enum(meetingKinds).optional()),
  convener: z.string().trim().max(longest.convener).default(''),
  meetingPlace: z.string().trim().max(longest.meetingPlace).default(''),
};

export interface TypedMeeting {
  standing: string;
  meetingKind?: Meeting['kind'] | undefined;
  convener: string;
  meetingPlace: string;
}

/** Of the fields that a statutory record needs, those that are empty; none of any other ballot. */
export function missingOfMeeting(typed: TypedMeeting): (keyof typeof meetingFields)[] {
  if (typed.standing !== 'statutory-record') return [];
  const { meetingKind, convener, meetingPlace } = typed;
  const given = { meetingKind, convener, meetingPlace };
  return (['meetingKind', 'convener', 'meetingPlace'] as const).filter((name) => !given[name]);
}

/** What was typed, as it is kept. */
export function meetingOf(typed: TypedMeeting): Meeting | null {
  const { meetingKind, convener, meetingPlace: place } = typed;
  if (typed.standing !== 'statutory-record' || meetingKind === undefined) return null;
  return { kind: meetingKind, convener, place };
}

/** The form that completes the record: nothing of it may be empty. */
export const recordMeetingSchema = z.object({
  meetingKind: z.enum(meetingKinds),
  convener: z.string().trim().min(1).max(longest.convener),
  meetingPlace: z.string().trim().min(1).max(longest.meetingPlace),
});
export type RecordedMeeting = z.output<typeof recordMeetingSchema>;
