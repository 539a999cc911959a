import { defineEvents, followersOf, moderatorsOf } from '../ledger/define-events';
import type { Audience, EventFacts } from '../ledger/define-events';

/** Those who follow the order, and the department whose numbers change. */
const concerned = (event: EventFacts): Audience[] => {
  const { departmentId } = event.privateData;
  return [
    followersOf(event),
    ...(typeof departmentId === 'string'
      ? [{ kind: 'organisation' as const, organisationId: departmentId }]
      : []),
  ];
};

const topics = ['statistics', 'work-orders'];

export const statisticsEvents = defineEvents({
  'statistics.order-excluded': { isPublic: true, topics, audience: concerned },
  'statistics.order-counted-again': { isPublic: true, topics, audience: concerned },
  'statistics.formula-changed': { isPublic: true, topics: ['statistics'], audience: moderatorsOf },
});
