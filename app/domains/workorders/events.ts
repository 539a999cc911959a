import { defineEvents, followersOf, moderatorsOf, nobody } from '../ledger/define-events';
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

const namedPeople = (event: EventFacts): Audience[] => {
  const ids = Array.isArray(event.privateData.personIds) ? (event.privateData.personIds as string[]) : [];
  return ids.map((personId) => ({ kind: 'person', personId }));
};

/** Departments beside the responsible one: helpers, those called by a whistle, the one asked before. */
const otherDepartments = (event: EventFacts): Audience[] => {
  const ids = Array.isArray(event.privateData.organisationIds)
    ? (event.privateData.organisationIds as string[])
    : [];
  return ids.map((organisationId) => ({ kind: 'organisation', organisationId }));
};

/** The coordinators of the area that has the order now. */
const coordinators = (event: EventFacts): Audience[] => {
  const areaId = event.privateData.handlingAreaId;
  return typeof areaId === 'string' ? [{ kind: 'role', role: 'moderator', areaId }] : moderatorsOf(event);
};

const departments = (event: EventFacts) => [...department(event), ...otherDepartments(event)];
const everyone = (event: EventFacts) => [...departments(event), ...all(event)];
const superiors = (event: EventFacts) =>
  namedPeople(event).length > 0 ? namedPeople(event) : coordinators(event);

const step = (audience: (event: EventFacts) => Audience[]) => ({ isPublic: true, topics, audience });
const asking = step(coordinators);

export const workOrderEvents = defineEvents({
  'work-order.registered': step(all),
  'work-order.linked': step(all),
  'work-order.not-accepted': step(all),
  'work-order.dispatched': step(everyone),
  'work-order.assigned': step(everyone),
  'work-order.reassigned': step(everyone),
  'work-order.accepted': step(all),
  'work-order.return-asked': asking,
  'work-order.returned': step((event) => [...coordinators(event), ...otherDepartments(event)]),
  'work-order.return-refused': step(departments),
  'work-order.transferred': step(everyone),
  'work-order.helper-added': step(departments),
  'work-order.helper-reported': step(department),
  'work-order.extension-asked': asking,
  'work-order.extended': step(everyone),
  'work-order.extension-refused': step(departments),
  'work-order.suspension-asked': asking,
  'work-order.suspended': step(everyone),
  'work-order.suspension-refused': step(departments),
  'work-order.resumed': step(everyone),
  'work-order.passed-up': step((event) => [...coordinators(event), ...all(event)]),
  'work-order.delegated': step((event) => [...coordinators(event), ...all(event)]),
  'work-order.whistle-blown': step(otherDepartments),
  'work-order.reported-in': step(coordinators),
  'work-order.whistle-closed': step(otherDepartments),
  'work-order.supervised': step((event) => [...departments(event), ...superiors(event)]),
  'work-order.done': step(all),
  'work-order.call-back-asked': { isPublic: false, topics: [], audience: asked },
  'work-order.call-back-answered': { isPublic: false, topics: [], audience: department },
  'work-order.solved': step(everyone),
  'work-order.reopened': step(everyone),
  'work-order.rated': step(department),
  'work-order.archived': step(all),
  'work-order.due-soon': { isPublic: false, topics: [], audience: department },
  'work-order.overdue': step((event) => [...department(event), ...superiors(event)]),
  'work-order.escalated': step((event) => [...department(event), ...superiors(event)]),
  'work-order.settings-changed': { isPublic: true, topics, audience: () => nobody },
});
export type WorkOrderEventType = keyof typeof workOrderEvents;
