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
  /** That a person voted, never what: known to nobody but the record. */
  'ballot.voted': { isPublic: false, topics: [], audience: () => nobody },
  'ballot.vote-changed': { isPublic: false, topics: [], audience: () => nobody },
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
  /** Once, to those who live in the area or follow it and have not voted. */
  'ballot.reminder': {
    isPublic: true,
    topics: [],
    audience: (event) => [{ kind: 'electors-to-remind', ballotId: event.subjectId }],
  },
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
