import { z } from 'zod';
import { defineEvents, moderatorsOf, organisation, person } from '../ledger/define-events';
import type { EventFacts, SomeOf } from '../ledger/define-events';

const fields = {
  said: {
    reason: z.string(),
  },
  kept: {
    personId: z.string(),
  },
};

type Told = EventFacts<SomeOf<typeof fields.said>, SomeOf<typeof fields.kept>>;

const topics = ['organisations'];
const itself = (event: Told) => organisation(event.subjectId);

export const organisationEvents = defineEvents(fields, {
  'organisation.registered': { isPublic: true, topics, audience: moderatorsOf },
  'organisation.verified': { isPublic: true, topics, says: ['reason'], audience: itself },
  'organisation.refused': { isPublic: false, topics, says: ['reason'], audience: itself },
  'organisation.resubmitted': { isPublic: false, topics, audience: moderatorsOf },
  'organisation.reactivated': { isPublic: true, topics, says: ['reason'], audience: itself },
  'organisation.invited': {
    isPublic: false,
    topics,
    keeps: ['personId'],
    audience: (event) => person(event.privateData.personId),
  },
  'organisation.ownership-offered': {
    isPublic: false,
    topics,
    keeps: ['personId'],
    audience: (event) => person(event.privateData.personId),
  },
  'organisation.without-owner': {
    isPublic: false,
    topics,
    audience: (event) => [...itself(event), ...moderatorsOf(event)],
  },
  'organisation.deactivated': { isPublic: true, topics, says: ['reason'], audience: itself },
  'organisation.member-joined': { isPublic: false, topics, audience: itself },
  'organisation.member-left': { isPublic: false, topics, audience: itself },
  'organisation.signatory-named': { isPublic: false, topics, audience: itself },
  'organisation.signatory-revoked': { isPublic: false, topics, audience: itself },
  'organisation.handed-over': { isPublic: true, topics, audience: itself },
});
