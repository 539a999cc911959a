import { defineEvents, followersOf, nobody } from '../ledger/define-events';
import type { Audience, EventDefinitions, EventFacts } from '../ledger/define-events';

const topics = ['meetings'];

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** The people and organisations at the table, or those of them whom it concerns. */
function invited({ privateData }: EventFacts): Audience[] {
  const personIds = texts(privateData.personIds);
  return [
    ...(personIds.length > 0 ? [{ kind: 'persons' as const, personIds }] : []),
    ...texts(privateData.organisationIds).map((organisationId) => ({
      kind: 'organisation' as const,
      organisationId,
    })),
  ];
}
const everyone = (event: EventFacts) => [...invited(event), followersOf(event)];

/** Of a public meeting everyone may read what befell it. */
const onRecord = {
  'meeting.convened': invited,
  'meeting.changed': everyone,
  'meeting.cancelled': everyone,
  'meeting.begun': () => nobody,
};
/** Between those at the table. */
const betweenThem = {
  'meeting.invited': invited,
  'meeting.uninvited': invited,
  'meeting.answered': invited,
  'meeting.minutes-laid': invited,
  'meeting.objected': invited,
  'meeting.minutes-returned': invited,
};
/** What was approved is public, whether the meeting was or not. */
const forAll = {
  'meeting.published': everyone,
  'meeting.decision-taken-up': everyone,
  'meeting.decision-done': everyone,
};

type MeetingEventType = keyof typeof onRecord | keyof typeof betweenThem | keyof typeof forAll;

function definitions(isPublic: boolean) {
  const of = (types: Record<string, (event: EventFacts) => Audience[]>, shown: boolean) =>
    Object.entries(types).map(([type, audience]) => [type, { isPublic: shown, topics, audience }]);
  const entries = [...of(onRecord, isPublic), ...of(betweenThem, false), ...of(forAll, true)];
  return defineEvents(Object.fromEntries(entries) as EventDefinitions<MeetingEventType>);
}

export const meetingEvents = definitions(true);

/** Of a meeting that is not public: the same events, for those concerned only until the minutes are published. */
const closedEvents = definitions(false);

export function eventsFor(meeting: { isPublic: boolean }): EventDefinitions<MeetingEventType> {
  return meeting.isPublic ? meetingEvents : closedEvents;
}
export type { MeetingEventType };
