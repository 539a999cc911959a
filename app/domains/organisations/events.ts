import { z } from 'zod';
import { defineEvents, moderatorsOf, organisation, person } from '../ledger/define-events';
import type { Keeping } from '../ledger/define-events';

const fields = {
  said: {
    reason: z.string(),
    other: z.string(),
  },
  kept: {
    personId: z.string(),
  },
};

type Told<Kept extends keyof typeof fields.kept = never> = Keeping<typeof fields, Kept>;

const topics = ['organisations'];
const thePerson = (event: Told<'personId'>) => person(event.privateData.personId);
const itself = (event: Told) => organisation(event.subjectId);

export const organisationEvents = defineEvents(fields, {
  'organisation.registered': { isPublic: true, topics, audience: moderatorsOf },
  'organisation.verified': { isPublic: true, topics, says: ['reason'], audience: itself },
  'organisation.refused': { isPublic: false, topics, says: ['reason'], audience: itself },
  'organisation.resubmitted': { isPublic: false, topics, audience: moderatorsOf },
  'organisation.corrected': { isPublic: true, topics, says: ['reason'], audience: itself },
  'organisation.reactivated': { isPublic: true, topics, says: ['reason'], audience: itself },
  'organisation.invited': {
    isPublic: false,
    topics,
    keeps: ['personId'],
    audience: thePerson,
  },
  'organisation.ownership-offered': {
    isPublic: false,
    topics,
    keeps: ['personId'],
    audience: thePerson,
  },
  'organisation.without-owner': {
    isPublic: false,
    topics,
    audience: (event) => [...itself(event), ...moderatorsOf(event)],
  },
  'organisation.deactivated': { isPublic: true, topics, says: ['reason'], audience: itself },
  'organisation.merged': { isPublic: true, topics, says: ['reason', 'other'], audience: moderatorsOf },
  'organisation.absorbed': { isPublic: true, topics, says: ['reason', 'other'], audience: itself },
  'organisation.member-joined': { isPublic: false, topics, audience: itself },
  'organisation.member-left': { isPublic: false, topics, audience: itself },
  'organisation.signatory-named': { isPublic: false, topics, audience: itself },
  'organisation.signatory-revoked': { isPublic: false, topics, audience: itself },
  'organisation.handed-over': { isPublic: true, topics, audience: itself },
});
