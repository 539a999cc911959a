import { z } from 'zod';
import { defineEvents, followersOfOther, organisation } from '../ledger/define-events';
import type { Audience, Keeping } from '../ledger/define-events';

const fields = {
  said: {
    year: z.number(),
    departmentId: z.string(),
    reason: z.string(),
  },
  kept: {},
};

type Told<Kept extends keyof typeof fields.kept = never> = Keeping<typeof fields, Kept>;

/** The department that is to reach it, and those who follow the area. */
const concerned = (event: Told): Audience[] => {
  const { departmentId } = event.publicData;
  return [...organisation(departmentId), ...followersOfOther('area', event.areaId)];
};

const topics = ['targets'];

export const targetEvents = defineEvents(fields, {
  'target.set': { isPublic: true, topics, says: ['year', 'departmentId', 'reason'], audience: concerned },
  'target.changed': { isPublic: true, topics, says: ['year', 'departmentId', 'reason'], audience: concerned },
  'target.withdrawn': {
    isPublic: true,
    topics,
    says: ['year', 'departmentId', 'reason'],
    audience: concerned,
  },
});
