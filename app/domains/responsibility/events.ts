import { defineEvents, moderatorsOf } from '../ledger/define-events';
import type { Audience, EventFacts } from '../ledger/define-events';

const topics = ['responsibilities'];

/** The departments that an entry names, and named before. */
const departments = (event: EventFacts): Audience[] => {
  const ids = Array.isArray(event.privateData.departmentIds)
    ? (event.privateData.departmentIds as string[])
    : [];
  return ids.map((organisationId) => ({ kind: 'organisation', organisationId }));
};
const keepers = (event: EventFacts) => [...moderatorsOf(event), ...departments(event)];

export const responsibilityEvents = defineEvents({
  'responsibility.entered': { isPublic: true, topics, audience: keepers },
  'responsibility.changed': { isPublic: true, topics, audience: keepers },
  'responsibility.removed': { isPublic: true, topics, audience: keepers },
  'responsibility.imported': { isPublic: true, topics, audience: keepers },
  'responsibility.gap-found': { isPublic: true, topics, audience: moderatorsOf },
  'responsibility.gap-closed': { isPublic: true, topics, audience: moderatorsOf },
});
