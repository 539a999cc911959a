import { z } from 'zod';
import { defineEvents, followersOf, moderatorsOf, organisation } from '../ledger/define-events';
import type { Keeping } from '../ledger/define-events';

const fields = {
  said: {
    number: z.string(),
    reason: z.string(),
  },
  kept: {
    departmentId: z.string().nullable(),
  },
};

type Told<Kept extends keyof typeof fields.kept = never> = Keeping<typeof fields, Kept>;

/** Those who follow the order, and the department whose numbers change. */
const concerned = (event: Told<'departmentId'>) => [
  followersOf(event),
  ...organisation(event.privateData.departmentId),
];

const topics = ['statistics', 'work-orders'];

export const statisticsEvents = defineEvents(fields, {
  'statistics.order-excluded': {
    isPublic: true,
    topics,
    says: ['number', 'reason'],
    keeps: ['departmentId'],
    audience: concerned,
  },
  'statistics.order-counted-again': {
    isPublic: true,
    topics,
    says: ['number', 'reason'],
    keeps: ['departmentId'],
    audience: concerned,
  },
  'statistics.formula-changed': {
    isPublic: true,
    topics: ['statistics'],
    says: ['reason'],
    untitled: true,
    audience: moderatorsOf,
  },
});
