import { defineEvents, moderatorsOf, person } from '../ledger/define-events';
import type { EventFacts } from '../ledger/define-events';

const topics = ['organisations'];
const itself = (event: EventFacts) => [{ kind: 'organisation' as const, organisationId: event.subjectId }];

export const organisationEvents = defineEvents({
  'organisation.registered': { isPublic: true, topics, audience: moderatorsOf },
  'organisation.verified': { isPublic: true, topics, audience: itself },
  'organisation.refused': { isPublic: false, topics, audience: itself },
  'organisation.resubmitted': { isPublic: false, topics, audience: moderatorsOf },
  'organisation.reactivated': { isPublic: true, topics, audience: itself },
  'organisation.invited': {
    isPublic: false,
    topics,
    audience: (event) => person(event.privateData.personId),
  },
  'organisation.ownership-offered': {
    isPublic: false,
    topics,
    audience: (event) => person(event.privateData.personId),
  },
  'organisation.without-owner': {
    isPublic: false,
    topics,
    audience: (event) => [...itself(event), ...moderatorsOf(event)],
  },
  'organisation.deactivated': { isPublic: true, topics, audience: itself },
  'organisation.member-joined': { isPublic: false, topics, audience: itself },
  'organisation.member-left': { isPublic: false, topics, audience: itself },
  'organisation.signatory-named': { isPublic: false, topics, audience: itself },
  'organisation.signatory-revoked': { isPublic: false, topics, audience: itself },
  'organisation.handed-over': { isPublic: true, topics, audience: itself },
});
