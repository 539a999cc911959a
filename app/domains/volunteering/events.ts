import { defineEvents, nobody, person } from '../ledger/define-events';
import type { EventFacts } from '../ledger/define-events';

const topics = ['volunteering', 'proposals'];
const volunteer = (event: EventFacts) => person(event.privateData.volunteerId);

export const volunteeringEvents = defineEvents({
  'opportunity.published': {
    isPublic: true,
    topics,
    audience: (event) => [
      ...(event.areaId ? [{ kind: 'followers' as const, subjectKind: 'area', subjectId: event.areaId }] : []),
      ...(typeof event.publicData.proposalId === 'string'
        ? [{ kind: 'followers' as const, subjectKind: 'proposal', subjectId: event.publicData.proposalId }]
        : []),
    ],
  },
  'opportunity.cancelled': {
    isPublic: true,
    topics,
    audience: (event) =>
      Array.isArray(event.privateData.volunteerIds)
        ? event.privateData.volunteerIds.map((id) => ({ kind: 'person' as const, personId: String(id) }))
        : nobody,
  },
  'shift.added': { isPublic: true, topics, audience: () => nobody },
  'volunteer.signed-up': { isPublic: false, topics, audience: volunteer },
  'volunteer.waiting': { isPublic: false, topics, audience: volunteer },
  'volunteer.moved-up': { isPublic: false, topics, audience: volunteer },
  'volunteer.withdrew': {
    isPublic: false,
    topics,
    audience: (event) => [{ kind: 'organisation', organisationId: String(event.privateData.organisationId) }],
  },
  'volunteer.hours-confirmed': { isPublic: false, topics, audience: volunteer },
});
