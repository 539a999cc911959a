import { z } from 'zod';
import { defineEvents, followersOf, moderatorsOf, nobody, persons } from '../ledger/define-events';
import type { Keeping } from '../ledger/define-events';

const fields = {
  said: {
    /** How many residents there were, how many of them were invited. */
    residents: z.number(),
    invited: z.number(),
    seed: z.string(),
    until: z.date(),
    was: z.string(),
    is: z.string(),
    reason: z.string(),
    /** Of a list: how many people, panels and seats, and its fingerprint. */
    people: z.number(),
    panels: z.number(),
    seats: z.number(),
    sha256: z.string(),
    source: z.string(),
    /** When the event that gives the seed takes place. */
    dueAt: z.date(),
    /** The drawn line of the list; the first is 0. */
    line: z.number(),
    draw: z.number(),
  },
  kept: { personIds: z.array(z.string()) },
};

const topics = ['councils'];
const open = {
  isPublic: true,
  topics,
  audience: (event: Parameters<typeof followersOf>[0]) => [followersOf(event)],
};
/** Whom it concerns is told by name, and stands in no event: who was invited is nobody's to know. */
const byName = { isPublic: false, topics, audience: () => nobody };

export const councilEvents = defineEvents(fields, {
  'council.founded': { ...open, says: ['seats'] },
  'council.changed': open,
  'council.invited-by-lot': { ...open, says: ['residents', 'invited', 'seed'] },
  'council.invited': { ...byName, says: ['until'], term: 'until' },
  'council.volunteered': byName,
  'council.declined': byName,
  'council.quotas-changed': { ...open, says: ['was', 'is'] },
  'council.listed': { ...open, says: ['people', 'panels', 'seats', 'sha256', 'source', 'dueAt', 'draw'] },
  'council.source-changed': { ...open, says: ['was', 'is', 'reason'] },
  'council.drawn': { ...open, says: ['seed', 'line', 'sha256', 'panels', 'draw'] },
  'council.seat-drawn': byName,
  'council.seat-accepted': byName,
  'council.seat-vacant': {
    isPublic: true,
    topics,
    audience: (event) => [followersOf(event), ...moderatorsOf(event)],
  },
  'council.seated': { ...open, says: ['seats'] },
  'council.closed': open,
  'council.cancelled': { ...open, says: ['reason'] },
  /** Its time was over before a council was drawn. */
  'council.lapsed': open,
  'council.auditor-named': {
    isPublic: false,
    topics,
    keeps: ['personIds'],
    audience: ({ privateData: { personIds } }: Keeping<typeof fields, 'personIds'>) => persons(personIds),
  },
  'council.pool-read': { ...byName, says: ['draw'] },
});
export type CouncilEventType = keyof typeof councilEvents;
