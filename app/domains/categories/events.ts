import { z } from 'zod';
import { defineEvents, nobody } from '../ledger/define-events';
import { ofEveryPage } from '../pages/events';

const fields = {
  said: { was: z.string(), reason: z.string() },
  kept: {},
};

/** Names of categories stand on nearly all pages. */
const topics = [ofEveryPage];

export const categoryEvents = defineEvents(fields, {
  'category.added': { isPublic: true, topics, says: ['reason'], audience: () => nobody },
  'category.changed': { isPublic: true, topics, says: ['was', 'reason'], audience: () => nobody },
  'category.moved': { isPublic: true, topics, audience: () => nobody },
  'category.retired': { isPublic: true, topics, says: ['reason'], audience: () => nobody },
  'category.brought-back': { isPublic: true, topics, says: ['reason'], audience: () => nobody },
});
