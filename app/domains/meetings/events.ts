import { z } from 'zod';
import { defineEvents, followersOf, forThoseConcerned, nobody, organisation } from '../ledger/define-events';
import type { Audience, Keeping } from '../ledger/define-events';

const fields = {
  said: {
    meetsAt: z.date(),
    place: z.string(),
    was: z.string(),
    is: z.string(),
    reason: z.string(),
    number: z.number(),
  },
  kept: {
    personIds: z.array(z.string()),
    organisationIds: z.array(z.string()),
  },
};

type Invited = Keeping<typeof fields, 'personIds' | 'organisationIds'>;

const topics = ['meetings'];

/** The people and organisations at the table, or those of them whom it concerns. */
function invited({ privateData: { personIds, organisationIds } }: Invited): Audience[] {
  return [
    ...(personIds.length > 0 ? [{ kind: 'persons' as const, personIds }] : []),
    ...organisationIds.flatMap(organisation),
  ];
}
const everyone = (event: Invited) => [...invited(event), followersOf(event)];

const keeps = ['personIds', 'organisationIds'] as const;
const onRecord = (audience: (event: Invited) => Audience[]) => ({ isPublic: true, topics, keeps, audience });
const betweenThem = { isPublic: false, topics, keeps, audience: invited };

export const meetingEvents = defineEvents(fields, {
  'meeting.convened': onRecord(invited),
  'meeting.changed': { ...onRecord(everyone), says: ['was', 'is'] },
  'meeting.cancelled': { ...onRecord(everyone), says: ['reason'] },
  'meeting.begun': onRecord(() => nobody),
  'meeting.invited': betweenThem,
  'meeting.uninvited': betweenThem,
  'meeting.answered': betweenThem,
  'meeting.minutes-laid': betweenThem,
  'meeting.objected': betweenThem,
  'meeting.minutes-returned': betweenThem,
  'meeting.published': onRecord(everyone),
  /** 决议公开 or 实施结果公开, recorded after the session. */
  'meeting.made-public': onRecord(everyone),
  'meeting.decision-taken-up': onRecord(everyone),
  'meeting.decision-done': onRecord(everyone),
});
export type MeetingEventType = keyof typeof meetingEvents;

/**
 * Of a meeting that is not public: the same events, for those concerned only until the minutes are published. What was
 * approved is public, whether the meeting was or not.
 */
const closedEvents = forThoseConcerned(meetingEvents, [
  ...(['meeting.convened', 'meeting.changed', 'meeting.cancelled', 'meeting.begun'] as const),
]);

export function eventsFor(meeting: { isPublic: boolean }): typeof meetingEvents {
  return meeting.isPublic ? meetingEvents : closedEvents;
}
