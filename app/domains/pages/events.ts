import { z } from 'zod';
import { defineEvents, nobody } from '../ledger/define-events';

const fields = {
  said: { version: z.number(), reason: z.string() },
  kept: {},
};

const topics = ['pages'];

/** Every kept page shows the portal's name and colours, whatever else it is about. */
export const ofEveryPage = 'portal';

export const pageEvents = defineEvents(fields, {
  /** A draft: those at the desk see it there. */
  'page.saved': { isPublic: false, topics: [], says: ['version', 'reason'], audience: () => nobody },
  'page.published': { isPublic: true, topics, says: ['version', 'reason'], audience: () => nobody },
  'portal.changed': {
    isPublic: true,
    topics: [ofEveryPage],
    says: ['version', 'reason'],
    audience: () => nobody,
  },
  'page.version-withdrawn': { isPublic: true, topics, says: ['version', 'reason'], audience: () => nobody },
  'page.withdrawn': { isPublic: true, topics, says: ['reason'], audience: () => nobody },
});
