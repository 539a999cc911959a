import { z } from 'zod';
import { defineEvents, followersOf, nobody } from '../ledger/define-events';

const fields = {
  said: { was: z.string(), reason: z.string(), count: z.number() },
  kept: {},
};

export const territoryEvents = defineEvents(fields, {
  /** Drops the pages of every process. */
  'areas.imported': { isPublic: false, topics: ['areas'], audience: () => nobody },
  'map.imported': { isPublic: false, topics: ['areas'], audience: () => nobody },
  'census.imported': {
    ...{ isPublic: true, topics: ['areas', 'census'], says: ['count', 'reason'] },
    audience: () => nobody,
  },
  'area.added': { isPublic: true, topics: ['areas'], says: ['reason'], audience: () => nobody },
  'area.renamed': {
    isPublic: true,
    topics: ['areas'],
    says: ['was', 'reason'],
    audience: (event) => [followersOf(event)],
  },
  'area.closed': {
    isPublic: true,
    topics: ['areas'],
    says: ['was', 'reason'],
    audience: (event) => [followersOf(event)],
  },
  'area.reopened': {
    isPublic: true,
    topics: ['areas'],
    says: ['was', 'reason'],
    audience: (event) => [followersOf(event)],
  },
  'area.published': { isPublic: true, topics: ['areas'], audience: () => nobody },
});
