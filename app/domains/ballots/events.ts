import { defineEvents, followersOf, moderatorsOf, nobody, person } from '../ledger/define-events';

const topics = ['ballots', 'proposals'];

export const ballotEvents = defineEvents({
  'ballot.scheduled': {
    isPublic: true,
    topics,
    audience: (event) => [
      followersOf(event),
      ...(event.areaId ? [{ kind: 'followers' as const, subjectKind: 'area', subjectId: event.areaId }] : []),
    ],
  },
  'ballot.imported': { isPublic: true, topics, audience: () => nobody },
  'ballot.opened': {
    isPublic: true,
    topics,
    audience: (event) => [{ kind: 'electors', ballotId: event.subjectId }, followersOf(event)],
  },
  /** Told to the person concerned: whoever is helped to vote learns of it, and so does whoever was not. */
  'ballot.voted-at-counter': {
    isPublic: false,
    topics: [],
    audience: (event) => person(event.privateData.personId),
  },
  'ballot.paper-handed-out': {
    isPublic: false,
    topics: [],
    audience: (event) => person(event.privateData.personId),
  },
  'ballot.roll-imported': { isPublic: false, topics, audience: () => nobody },
  'ballot.roll-added': { isPublic: false, topics, audience: () => nobody },
  'ballot.roll-struck': {
    isPublic: false,
    topics,
    audience: (event) => person(event.privateData.personId),
  },
  /** Told to the person whose account it is: a line that is somebody else's is noticed before the opening. */
  'ballot.roll-joined': {
    isPublic: false,
    topics,
    audience: (event) => person(event.privateData.personId),
  },
  'ballot.roll-parted': {
    isPublic: false,
    topics,
    audience: (event) => person(event.privateData.personId),
  },
  'ballot.roll-correction-asked': { isPublic: false, topics: [], audience: () => nobody },
  'ballot.roll-correction-refused': { isPublic: false, topics: [], audience: () => nobody },
  /** In numbers, never in names. */
  'ballot.roll-corrected': { isPublic: true, topics, audience: () => nobody },
  /** Names and addresses were shown to one of the staff: once an hour for each, and never which line. */
  'ballot.roll-read': { isPublic: false, topics: [], audience: () => nobody },
  'ballot.roll-removed': { isPublic: true, topics, audience: () => nobody },
  'ballot.sheet-settled': { isPublic: false, topics: [], audience: () => nobody },
  'ballot.sheets-complete': { isPublic: true, topics, audience: () => nobody },
  'ballot.extended': {
    isPublic: true,
    topics,
    audience: (event) => [{ kind: 'electors', ballotId: event.subjectId }, followersOf(event)],
  },
  /** Once, to those who live in the area or follow it and have not voted: whoever reminds finds them by their keys. */
  'ballot.reminder': { isPublic: false, topics: [], audience: () => nobody },
  /** No vote can be taken any more: the secret that tells who has voted is gone. */
  'ballot.key-lost': { isPublic: true, topics, audience: moderatorsOf },
  /** No vote is taken any more; the count follows. */
  'ballot.voting-ended': { isPublic: true, topics, audience: () => nobody },
  'ballot.closed': {
    isPublic: true,
    topics,
    audience: (event) => [
      { kind: 'electors', ballotId: event.subjectId },
      followersOf(event),
      ...moderatorsOf(event),
    ],
  },
  'ballot.cancelled': {
    isPublic: true,
    topics,
    audience: (event) => [{ kind: 'electors', ballotId: event.subjectId }, followersOf(event)],
  },
});
