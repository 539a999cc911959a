import { defineEvents, followersOf, nobody } from '../ledger/define-events';
import type { EventDefinitions } from '../ledger/define-events';

const topics = ['meetings'];

const types = {
  'meeting.convened': () => nobody,
  'meeting.cancelled': (event: Parameters<typeof followersOf>[0]) => [followersOf(event)],
};
type MeetingEventType = keyof typeof types;

function definitions(isPublic: boolean) {
  const entries = Object.entries(types).map(([type, audience]) => [type, { isPublic, topics, audience }]);
  return defineEvents(Object.fromEntries(entries) as EventDefinitions<MeetingEventType>);
}

export const meetingEvents = definitions(true);

/** Of a meeting that is not public: the same events, for those concerned only. */
const closedEvents = definitions(false);

export function eventsFor(meeting: { isPublic: boolean }): EventDefinitions<MeetingEventType> {
  return meeting.isPublic ? meetingEvents : closedEvents;
}
