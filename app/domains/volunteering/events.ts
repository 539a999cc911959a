import { z } from 'zod';
import {
  defineEvents,
  followersOfOther,
  moderatorsOf,
  nobody,
  organisation,
  person,
  persons,
} from '../ledger/define-events';
import type { Keeping } from '../ledger/define-events';

const roles = z.array(z.object({ name: z.string(), capacity: z.number() }));

const fields = {
  said: {
    organisation: z.string(),
    proposalId: z.string().nullable(),
    place: z.string(),
    wasPlace: z.string(),
    changed: z.array(z.object({ field: z.string(), was: z.string(), is: z.string() })),
    reason: z.string(),
    startsAt: z.date(),
    endsAt: z.date(),
    count: z.number(),
    from: z.string(),
    to: z.string(),
    task: z.string(),
    wasStartsAt: z.date(),
    wasEndsAt: z.date(),
    wasCapacity: z.number(),
    capacity: z.number(),
    wasTask: z.string(),
    contact: z.string(),
    wasContact: z.string(),
    /** The words on how to reach the contact person are others. */
    reached: z.boolean(),
    /** Of a shift: its parts with their seats, before and after. */
    wasRoles: roles,
    roles,
    wasRole: z.string(),
    message: z.string(),
    until: z.date(),
    name: z.string(),
    hours: z.number(),
    evaluation: z.string(),
    stars: z.number(),
    points: z.number(),
    stock: z.number(),
    /** SHA-256 of a certificate's text, hexadecimal. */
    fingerprint: z.string(),
  },
  kept: {
    volunteerIds: z.array(z.string()),
    volunteerId: z.string(),
    organisationId: z.string(),
    contactId: z.string(),
    wasContactId: z.string(),
    thankedBy: z.string(),
  },
};

type Told<Kept extends keyof typeof fields.kept = never> = Keeping<typeof fields, Kept>;

const topics = ['volunteering', 'proposals'];
const volunteer = (event: Told<'volunteerId'>) => person(event.privateData.volunteerId);
const volunteers = ({ privateData: { volunteerIds } }: Told<'volunteerIds'>) => persons(volunteerIds);
const organisers = (event: Told<'organisationId'>) => organisation(event.privateData.organisationId);

/** Of one place in a shift, with day, time and place: for the volunteer, or for the organisers. */
const ofPlace = {
  ...{ isPublic: false, topics },
  says: ['startsAt', 'endsAt', 'place', 'task'],
  keeps: ['volunteerId', 'organisationId', 'contactId'],
} as const;
const toVolunteer = { ...ofPlace, audience: volunteer } as const;
const toBoth = {
  ...ofPlace,
  audience: (event: Told<'volunteerId' | 'organisationId'>) => [...volunteer(event), ...organisers(event)],
} as const;
const toOrganisers = { ...ofPlace, audience: organisers } as const;

export const volunteeringEvents = defineEvents(fields, {
  'opportunity.published': {
    posts: true,
    isPublic: true,
    topics,
    says: ['organisation', 'proposalId'],
    audience: (event) => [
      ...followersOfOther('area', event.areaId),
      ...followersOfOther('proposal', event.publicData.proposalId),
    ],
  },
  'opportunity.changed': {
    posts: true,
    isPublic: true,
    topics,
    says: ['changed'],
    keeps: ['volunteerIds'],
    audience: volunteers,
  },
  /** For those alone who have a place, who may know whom to ask. */
  'opportunity.contact-changed': {
    isPublic: false,
    topics,
    says: ['contact', 'reached'],
    keeps: ['volunteerIds', 'organisationId', 'contactId', 'wasContactId'],
    audience: volunteers,
  },
  'opportunity.cancelled': {
    isPublic: true,
    topics,
    says: ['reason'],
    keeps: ['volunteerIds'],
    audience: volunteers,
  },
  'shift.added': { isPublic: true, topics, says: ['startsAt', 'endsAt'], audience: () => nobody },
  'shift.series-added': { isPublic: true, topics, says: ['count', 'from', 'to'], audience: () => nobody },
  /** For everyone; those who come are told by `shift.changed`, with the contact person. */
  'shift.moved': {
    isPublic: true,
    topics,
    says: ['startsAt', 'endsAt', 'place', 'task'],
    keeps: ['organisationId', 'contactId'],
    audience: () => nobody,
  },
  'shift.changed': {
    isPublic: false,
    topics,
    says: ['startsAt', 'endsAt', 'place', 'task'],
    keeps: ['volunteerIds', 'organisationId', 'contactId'],
    term: 'startsAt',
    audience: volunteers,
  },
  'shift.cancelled': {
    isPublic: true,
    topics,
    says: ['startsAt', 'endsAt', 'place', 'task'],
    keeps: ['volunteerIds', 'organisationId', 'contactId'],
    term: 'startsAt',
    audience: volunteers,
  },
  'shift.message': {
    isPublic: false,
    topics: [],
    says: ['startsAt', 'endsAt', 'place', 'task'],
    keeps: ['volunteerIds', 'organisationId', 'contactId'],
    audience: volunteers,
  },
  'shift.reminder': {
    isPublic: false,
    topics: [],
    says: ['startsAt', 'endsAt', 'place', 'task'],
    keeps: ['volunteerIds', 'organisationId', 'contactId'],
    term: 'startsAt',
    audience: volunteers,
  },
  'volunteer.signed-up': toVolunteer,
  'volunteer.waiting': toVolunteer,
  'volunteer.offered': { ...toVolunteer, term: 'until' },
  'volunteer.accepted': toVolunteer,
  'volunteer.lapsed': toVolunteer,
  'volunteer.displaced': toVolunteer,
  'volunteer.role-gone': { ...toVolunteer, says: [...ofPlace.says, 'wasRole'] },
  'volunteer.withdrew': toOrganisers,
  'volunteer.walked-in': toOrganisers,
  /** The organisers wrote down that somebody came who had not signed up. */
  'volunteer.added': toVolunteer,
  'volunteer.hours-confirmed': toVolunteer,
  'volunteer.objected': toOrganisers,
  'volunteer.objection-answered': toVolunteer,
  'volunteer.evaluated': toVolunteer,
  'volunteer.evaluation-withdrawn': toVolunteer,
  /** To moderators: nearest to the area, upward. */
  'volunteer.appealed': { ...ofPlace, audience: moderatorsOf },
  'volunteer.appeal-dismissed': { ...toBoth, says: [...ofPlace.says, 'reason'] },
  'volunteer.appeal-upheld': { ...toBoth, says: [...ofPlace.says, 'reason'] },
  'reward.offered': {
    isPublic: true,
    topics,
    says: ['organisation', 'points', 'stock', 'until'],
    keeps: ['organisationId'],
    audience: () => nobody,
  },
  /** Everybody for whom a piece was kept has the points back, and is told by name: so many stand in no event. */
  'reward.withdrawn': {
    isPublic: true,
    topics,
    says: ['reason'],
    keeps: ['organisationId'],
    audience: () => nobody,
  },
  'reward.taken': {
    isPublic: false,
    topics,
    says: ['points', 'until'],
    keeps: ['volunteerId', 'organisationId'],
    audience: () => nobody,
  },
  'reward.returned': {
    isPublic: false,
    topics,
    says: ['points'],
    keeps: ['volunteerId', 'organisationId'],
    audience: () => nobody,
  },
  'reward.lapsed': {
    isPublic: false,
    topics,
    says: ['points'],
    keeps: ['volunteerId', 'organisationId'],
    audience: volunteer,
  },
  'reward.handed-over': {
    isPublic: false,
    topics,
    says: ['points'],
    keeps: ['volunteerId', 'organisationId'],
    audience: volunteer,
  },
  /** For the organisers, who pass it on. */
  'shift.thanked': {
    isPublic: false,
    topics: [],
    says: ['startsAt'],
    keeps: ['organisationId'],
    audience: organisers,
  },
  'shift.thanks-passed-on': {
    isPublic: false,
    topics: [],
    says: ['startsAt', 'message'],
    keeps: ['volunteerIds', 'thankedBy'],
    audience: volunteers,
  },
  'award.recorded': {
    isPublic: false,
    topics: [],
    says: ['organisation'],
    keeps: ['volunteerId', 'organisationId'],
    audience: volunteer,
  },
  'award.withdrawn': {
    isPublic: false,
    topics: [],
    says: ['reason'],
    keeps: ['volunteerId', 'organisationId'],
    audience: volunteer,
  },
  // In the public log by their fingerprint; who may not read the certificate reads nothing of them.
  'certificate.issued': {
    isPublic: true,
    topics: [],
    says: ['fingerprint'],
    keeps: ['volunteerId', 'organisationId'],
    audience: () => nobody,
  },
  'certificate.revoked': {
    isPublic: true,
    topics: [],
    says: ['reason'],
    keeps: ['volunteerId', 'organisationId'],
    audience: volunteer,
  },
});
export type VolunteeringEventType = keyof typeof volunteeringEvents;
