import { defineEvents, nobody, person } from '../ledger/define-events';
import type { Audience, EventFacts } from '../ledger/define-events';

const topics = ['volunteering', 'proposals'];
const volunteer = (event: EventFacts) => person(event.privateData.volunteerId);
const volunteers = ({ privateData: { volunteerIds } }: EventFacts): Audience[] =>
  Array.isArray(volunteerIds) ? [{ kind: 'persons', personIds: volunteerIds.map(String) }] : nobody;
const organisers = (event: EventFacts): Audience[] => [
  { kind: 'organisation', organisationId: String(event.privateData.organisationId) },
];

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
  'opportunity.changed': { isPublic: true, topics, audience: volunteers },
  'opportunity.cancelled': { isPublic: true, topics, audience: volunteers },
  'shift.added': { isPublic: true, topics, audience: () => nobody },
  'shift.series-added': { isPublic: true, topics, audience: () => nobody },
  /** For everyone; those who come are told by `shift.changed`, with the contact person. */
  'shift.moved': { isPublic: true, topics, audience: () => nobody },
  'shift.changed': { isPublic: false, topics, audience: volunteers },
  'shift.cancelled': { isPublic: true, topics, audience: volunteers },
  'shift.message': { isPublic: false, topics: [], audience: volunteers },
  'shift.reminder': { isPublic: false, topics: [], audience: volunteers },
  'volunteer.signed-up': { isPublic: false, topics, audience: volunteer },
  'volunteer.waiting': { isPublic: false, topics, audience: volunteer },
  'volunteer.offered': { isPublic: false, topics, audience: volunteer },
  'volunteer.accepted': { isPublic: false, topics, audience: volunteer },
  'volunteer.lapsed': { isPublic: false, topics, audience: volunteer },
  'volunteer.displaced': { isPublic: false, topics, audience: volunteer },
  'volunteer.withdrew': { isPublic: false, topics, audience: organisers },
  'volunteer.walked-in': { isPublic: false, topics, audience: organisers },
  'volunteer.hours-confirmed': { isPublic: false, topics, audience: volunteer },
  'volunteer.objected': { isPublic: false, topics, audience: organisers },
  'volunteer.objection-answered': { isPublic: false, topics, audience: volunteer },
  'certificate.issued': { isPublic: false, topics: [], audience: () => nobody },
  'certificate.revoked': { isPublic: false, topics: [], audience: volunteer },
});
