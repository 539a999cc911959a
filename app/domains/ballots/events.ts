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
