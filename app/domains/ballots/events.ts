import { defineEvents, followersOf, moderatorsOf, nobody } from '../ledger/define-events';

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
  'ballot.opened': {
    isPublic: true,
    topics,
    audience: (event) => [{ kind: 'electors', ballotId: event.subjectId }, followersOf(event)],
  },
  /** That a person voted, never what: known to nobody but the record. */
  'ballot.voted': { isPublic: false, topics: [], audience: () => nobody },
  'ballot.vote-changed': { isPublic: false, topics: [], audience: () => nobody },
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
