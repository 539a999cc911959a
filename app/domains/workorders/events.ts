import { defineEvents, followersOf, moderatorsOf } from '../ledger/define-events';
import type { Audience, EventFacts } from '../ledger/define-events';

const topics = ['work-orders', 'proposals', 'feedback'];

const department = (event: EventFacts): Audience[] =>
  typeof event.privateData.departmentId === 'string'
    ? [{ kind: 'organisation', organisationId: event.privateData.departmentId }]
    : [];

/** Everyone who follows something that hangs on the order. */
const linked = (event: EventFacts): Audience[] => {
  const links = Array.isArray(event.privateData.links)
    ? (event.privateData.links as { kind: string; id: string }[])
    : [];
  return links.map(({ kind, id }) => ({ kind: 'followers', subjectKind: kind, subjectId: id }));
};

const asked = (event: EventFacts): Audience[] => {
  const ids = Array.isArray(event.privateData.askedIds) ? (event.privateData.askedIds as string[]) : [];
  return ids.map((personId) => ({ kind: 'person', personId }));
};

const all = (event: EventFacts) => [followersOf(event), ...linked(event)];

export const workOrderEvents = defineEvents({
  'work-order.registered': { isPublic: true, topics, audience: all },
  'work-order.linked': { isPublic: true, topics, audience: all },
  'work-order.dispatched': {
    isPublic: true,
    topics,
    audience: (event) => [...department(event), ...all(event)],
  },
  'work-order.accepted': { isPublic: true, topics, audience: all },
  'work-order.returned': { isPublic: true, topics, audience: moderatorsOf },
  'work-order.done': { isPublic: true, topics, audience: all },
  'work-order.call-back-asked': { isPublic: false, topics: [], audience: asked },
  'work-order.call-back-answered': { isPublic: false, topics: [], audience: department },
  'work-order.solved': { isPublic: true, topics, audience: (event) => [...department(event), ...all(event)] },
  'work-order.reopened': {
    isPublic: true,
    topics,
    audience: (event) => [...department(event), ...all(event)],
  },
  'work-order.archived': { isPublic: true, topics, audience: all },
  'work-order.overdue': {
    isPublic: true,
    topics,
    audience: (event) => [...department(event), ...moderatorsOf(event)],
  },
});
export type WorkOrderEventType = keyof typeof workOrderEvents;
