import { defineEvents, moderatorsOf, nobody, person } from '../ledger/define-events';

export const identityEvents = defineEvents({
  'person.registered': { isPublic: false, topics: [], audience: () => nobody },
  'person.exported': { isPublic: false, topics: [], audience: () => nobody },
  'person.erased': { isPublic: false, topics: [], audience: () => nobody },
  'person.password-changed': { isPublic: false, topics: [], audience: (event) => person(event.subjectId) },
  'residence.requested': { isPublic: false, topics: [], audience: moderatorsOf },
  'residence.confirmed': { isPublic: false, topics: [], audience: (event) => person(event.subjectId) },
  'residence.refused': { isPublic: false, topics: [], audience: (event) => person(event.subjectId) },
  'role.granted': { isPublic: false, topics: [], audience: (event) => person(event.subjectId) },
  'role.revoked': { isPublic: false, topics: [], audience: (event) => person(event.subjectId) },
  /** A reader of a sealed field is on record. */
  'private.read': { isPublic: false, topics: [], audience: () => nobody },
});
