import { z } from 'zod';
import {
  defineEvents,
  moderatorsOf,
  followersOf,
  followersOfOther,
  nobody,
  person,
} from '../ledger/define-events';
import type { Audience, Keeping } from '../ledger/define-events';

const fields = {
  said: {
    opensAt: z.date(),
    closesAt: z.date(),
    reason: z.string(),
    startsAt: z.date(),
    endsAt: z.date(),
    changed: z.array(z.object({ field: z.string(), was: z.string(), is: z.string() })),
    wasStartsAt: z.date(),
    wasEndsAt: z.date(),
    projects: z.number(),
    votes: z.number(),
    electorateSize: z.number().nullable(),
    count: z.number(),
    /** Addresses on a list. */
    listed: z.number(),
    corrections: z.number(),
    sheets: z.number(),
    sheet: z.number(),
    handedOut: z.number(),
    before: z.date(),
    voted: z.number(),
    accepted: z.array(z.string()),
    recordDigest: z.string(),
  },
  kept: {
    personId: z.string().nullable(),
    mark: z.string(),
    line: z.string(),
    reason: z.string(),
    number: z.number(),
    between: z.array(z.string().nullable()),
  },
};

type Told<Kept extends keyof typeof fields.kept = never> = Keeping<typeof fields, Kept>;

const topics = ['ballots', 'proposals'];

const thePerson = (event: Told<'personId'>) => person(event.privateData.personId);

function calledTo(event: Told): Audience[] {
  const { areaId } = event;
  return [followersOf(event), ...followersOfOther('area', areaId)];
}

export const ballotEvents = defineEvents(fields, {
  'ballot.scheduled': {
    isPublic: true,
    topics,
    says: ['opensAt', 'closesAt'],
    audience: calledTo,
  },
  /** Before it opens: those who heard when it was called hear what has changed. */
  'ballot.changed': {
    isPublic: true,
    topics,
    says: ['reason', 'startsAt', 'endsAt', 'changed'],
    audience: calledTo,
  },
  /** Of a statutory record: kind of meeting, convener and place, given or corrected. */
  'ballot.meeting-recorded': { isPublic: true, topics, says: ['changed'], audience: () => nobody },
  'ballot.imported': { isPublic: true, topics, says: ['projects', 'votes'], audience: () => nobody },
  'ballot.opened': {
    isPublic: true,
    topics,
    says: ['electorateSize', 'closesAt'],
    term: 'closesAt',
    audience: (event) => [{ kind: 'electors', ballotId: event.subjectId }, followersOf(event)],
  },
  'ballot.list-missing': {
    isPublic: false,
    topics: [],
    says: ['count', 'listed'],
    keeps: ['personId'],
    audience: thePerson,
  },
  'ballot.entrusting-offered': { isPublic: false, topics: [], keeps: ['personId'], audience: () => nobody },
  /** None in secret: each of the two is told what the other does with it. */
  'ballot.entrusting-accepted': {
    isPublic: false,
    topics: [],
    keeps: ['personId'],
    audience: thePerson,
  },
  'ballot.entrusting-declined': {
    isPublic: false,
    topics: [],
    keeps: ['personId'],
    audience: thePerson,
  },
  'ballot.entrusting-revoked': {
    isPublic: false,
    topics: [],
    keeps: ['personId'],
    audience: thePerson,
  },
  /** Told to the person concerned: whoever is helped to vote learns of it, and so does whoever was not. */
  'ballot.voted-at-counter': {
    isPublic: false,
    topics: [],
    keeps: ['personId', 'mark'],
    audience: thePerson,
  },
  'ballot.paper-handed-out': {
    isPublic: false,
    topics: [],
    keeps: ['personId'],
    audience: thePerson,
  },
  'ballot.roll-imported': { isPublic: false, topics, says: ['count'], audience: () => nobody },
  'ballot.roll-added': { isPublic: false, topics, keeps: ['line', 'reason'], audience: () => nobody },
  'ballot.roll-struck': {
    isPublic: false,
    topics,
    keeps: ['line', 'reason', 'personId'],
    audience: thePerson,
  },
  /** Told to the person whose account it is: a line that is somebody else's is noticed before the opening. */
  'ballot.roll-joined': {
    isPublic: false,
    topics,
    keeps: ['personId'],
    audience: thePerson,
  },
  'ballot.roll-parted': {
    isPublic: false,
    topics,
    keeps: ['personId'],
    audience: thePerson,
  },
  'ballot.roll-correction-asked': {
    isPublic: false,
    topics: [],
    keeps: ['line', 'reason'],
    audience: () => nobody,
  },
  'ballot.roll-correction-refused': {
    isPublic: false,
    topics: [],
    keeps: ['line', 'reason'],
    audience: () => nobody,
  },
  /** In numbers, never in names. */
  'ballot.roll-corrected': {
    isPublic: true,
    topics,
    says: ['corrections', 'electorateSize'],
    keeps: ['line'],
    audience: () => nobody,
  },
  /** Names and addresses were shown to one of the staff: once an hour for each, and never which line. */
  'ballot.roll-read': { isPublic: false, topics: [], audience: () => nobody },
  'ballot.roll-removed': { isPublic: true, topics, audience: () => nobody },
  'ballot.sheet-settled': {
    isPublic: false,
    topics: [],
    keeps: ['number', 'between'],
    audience: () => nobody,
  },
  /** Its number was mistyped: it is entered anew. */
  'ballot.sheet-withdrawn': { isPublic: true, topics, says: ['sheet', 'reason'], audience: () => nobody },
  'ballot.sheets-complete': { isPublic: true, topics, says: ['sheets', 'handedOut'], audience: () => nobody },
  'ballot.extended': {
    isPublic: true,
    topics,
    says: ['before', 'closesAt', 'reason'],
    audience: (event) => [{ kind: 'electors', ballotId: event.subjectId }, followersOf(event)],
  },
  /** Once, to those who live in the area or follow it and have not voted: whoever reminds finds them by their keys. */
  'ballot.reminder': {
    ...{ isPublic: false, topics: [], says: ['closesAt'], term: 'closesAt' },
    audience: () => nobody,
  },
  /** No vote can be taken any more: the secret that tells who has voted is gone. */
  'ballot.key-lost': { isPublic: true, topics, audience: moderatorsOf },
  /** No vote is taken any more; the count follows. */
  'ballot.voting-ended': { isPublic: true, topics, audience: () => nobody },
  'ballot.closed': {
    isPublic: true,
    topics,
    says: ['voted', 'electorateSize', 'accepted', 'recordDigest'],
    audience: (event) => [
      { kind: 'electors', ballotId: event.subjectId },
      followersOf(event),
      ...moderatorsOf(event),
    ],
  },
  'ballot.cancelled': {
    isPublic: true,
    topics,
    says: ['reason'],
    audience: (event) => [{ kind: 'electors', ballotId: event.subjectId }, followersOf(event)],
  },
});
