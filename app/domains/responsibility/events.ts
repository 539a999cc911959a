import { z } from 'zod';
import { defineEvents, moderatorsOf, organisation } from '../ledger/define-events';
import type { Keeping } from '../ledger/define-events';

const fields = {
  said: {
    category: z.string(),
    reason: z.string(),
    count: z.number(),
  },
  kept: {
    departmentIds: z.array(z.string()),
  },
};

type Told<Kept extends keyof typeof fields.kept = never> = Keeping<typeof fields, Kept>;

const topics = ['responsibilities'];

/** The departments that an entry names, and named before. */
const departments = ({ privateData: { departmentIds } }: Told<'departmentIds'>) =>
  departmentIds.flatMap(organisation);
const keepers = (event: Told<'departmentIds'>) => [...moderatorsOf(event), ...departments(event)];

export const responsibilityEvents = defineEvents(fields, {
  'responsibility.entered': {
    isPublic: true,
    topics,
    says: ['category', 'reason'],
    keeps: ['departmentIds'],
    audience: keepers,
  },
  'responsibility.changed': {
    isPublic: true,
    topics,
    says: ['category', 'reason'],
    keeps: ['departmentIds'],
    audience: keepers,
  },
  'responsibility.removed': {
    isPublic: true,
    topics,
    says: ['category', 'reason'],
    keeps: ['departmentIds'],
    audience: keepers,
  },
  'responsibility.imported': {
    isPublic: true,
    topics,
    says: ['count', 'reason'],
    keeps: ['departmentIds'],
    untitled: true,
    audience: keepers,
  },
  'responsibility.gap-found': { isPublic: true, topics, says: ['category'], audience: moderatorsOf },
  'responsibility.gap-closed': { isPublic: true, topics, says: ['category'], audience: moderatorsOf },
});
