import { z } from 'zod';
import { defineEvents, moderatorsOf, nobody, person } from '../ledger/define-events';

const fields = {
  said: {
    reason: z.string(),
    role: z.string(),
    /** The name that a person has given a passkey. */
    device: z.string(),
    /** By what a person has proved who it is. */
    seen: z.string(),
    /** How many recovery codes are left. */
    left: z.number(),
    /** What a consent is for. */
    purpose: z.string(),
    /** What the area was called in which somebody lived, and what the one is called into which it was closed; the other way round where it is open again. */
    was: z.string(),
    now: z.string(),
    /** Of the words of a consent. */
    version: z.number(),
  },
  kept: {
    /** Of a role given by a link: who made it, and which it was. */
    invitedBy: z.string(),
    invitationId: z.string(),
    /** Of what was read privately, the row in which it lies. */
    readId: z.string(),
  },
};

export const identityEvents = defineEvents(fields, {
  'person.registered': { isPublic: false, topics: [], audience: () => nobody },
  'person.exported': { isPublic: false, topics: [], audience: () => nobody },
  'person.erased': { isPublic: false, topics: [], audience: () => nobody },
  'person.address-changed': {
    isPublic: false,
    topics: [],
    aboutAccess: true,
    audience: (event) => person(event.subjectId),
  },
  'person.password-changed': {
    isPublic: false,
    topics: [],
    aboutAccess: true,
    audience: (event) => person(event.subjectId),
  },
  'passkey.added': {
    isPublic: false,
    topics: [],
    aboutAccess: true,
    says: ['device'],
    audience: (event) => person(event.subjectId),
  },
  'passkey.removed': {
    isPublic: false,
    topics: [],
    aboutAccess: true,
    says: ['device'],
    audience: (event) => person(event.subjectId),
  },
  'second-factor.turned-on': {
    isPublic: false,
    topics: [],
    aboutAccess: true,
    audience: (event) => person(event.subjectId),
  },
  'second-factor.turned-off': {
    isPublic: false,
    topics: [],
    aboutAccess: true,
    audience: (event) => person(event.subjectId),
  },
  'recovery-codes.made': {
    isPublic: false,
    topics: [],
    aboutAccess: true,
    audience: (event) => person(event.subjectId),
  },
  'recovery-code.used': {
    isPublic: false,
    topics: [],
    aboutAccess: true,
    says: ['left'],
    audience: (event) => person(event.subjectId),
  },
  'recovery-code.given': {
    isPublic: false,
    topics: [],
    aboutAccess: true,
    says: ['seen'],
    audience: (event) => person(event.subjectId),
  },
  'sign-in.given': {
    isPublic: false,
    topics: [],
    aboutAccess: true,
    says: ['seen'],
    audience: (event) => person(event.subjectId),
  },
  'sign-in.used': {
    isPublic: false,
    topics: [],
    aboutAccess: true,
    audience: (event) => person(event.subjectId),
  },
  'phone.added': { isPublic: false, topics: [], audience: () => nobody },
  'phone.removed': { isPublic: false, topics: [], audience: () => nobody },
  /** Another account has confirmed the number. */
  'phone.passed-on': {
    isPublic: false,
    topics: [],
    aboutAccess: true,
    audience: (event) => person(event.subjectId),
  },
  /** The number of a document was taken in: at the counter, or from an official service. */
  'real-name.confirmed': {
    isPublic: false,
    topics: [],
    says: ['seen'],
    audience: (event) => person(event.subjectId),
  },
  'real-name.removed': { isPublic: false, topics: [], audience: () => nobody },
  'residence.requested': { isPublic: false, topics: [], audience: moderatorsOf },
  'residence.confirmed': {
    isPublic: false,
    topics: [],
    says: ['reason'],
    audience: (event) => person(event.subjectId),
  },
  'residence.refused': { isPublic: false, topics: [], audience: (event) => person(event.subjectId) },
  'residence.area-closed': {
    isPublic: false,
    topics: [],
    says: ['was', 'now'],
    audience: (event) => person(event.subjectId),
  },
  'residence.area-reopened': {
    isPublic: false,
    topics: [],
    says: ['was', 'now'],
    audience: (event) => person(event.subjectId),
  },
  'person.suspended': { isPublic: false, topics: [], says: ['reason'], audience: () => nobody },
  'person.reinstated': {
    isPublic: false,
    topics: [],
    says: ['reason'],
    audience: (event) => person(event.subjectId),
  },
  'role.invited': {
    isPublic: false,
    topics: [],
    says: ['role'],
    keeps: ['invitedBy', 'invitationId'],
    audience: () => nobody,
  },
  /** About whoever made the invitation: with the office the responsibility for whom it was given to is theirs. */
  'role.invitation-taken': {
    isPublic: false,
    topics: [],
    says: ['role'],
    keeps: ['invitedBy', 'invitationId'],
    audience: (event) => person(event.subjectId),
  },
  'role.invitation-revoked': { isPublic: false, topics: [], says: ['role'], audience: () => nobody },
  'role.granted': {
    isPublic: false,
    topics: [],
    says: ['role'],
    audience: (event) => person(event.subjectId),
  },
  /** The area in which it was held was closed into another. */
  'role.moved': {
    isPublic: false,
    topics: [],
    says: ['role'],
    audience: (event) => person(event.subjectId),
  },
  'role.revoked': {
    isPublic: false,
    topics: [],
    says: ['role', 'reason'],
    audience: (event) => person(event.subjectId),
  },
  'consent.given': { isPublic: false, topics: [], says: ['purpose', 'version'], audience: () => nobody },
  'consent.withdrawn': { isPublic: false, topics: [], says: ['purpose', 'version'], audience: () => nobody },
  /** A reader of a sealed field is on record, with what it was read for; whom it is about is told. */
  'private.read': {
    isPublic: false,
    topics: [],
    says: ['reason'],
    keeps: ['readId'],
    audience: (event) => person(event.subjectId),
  },
});
