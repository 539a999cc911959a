import { z } from 'zod';
import {
  defineEvents,
  followersOf,
  followersOfOther,
  moderatorsOf,
  nobody,
  organisation,
  person,
} from '../ledger/define-events';
import type { Audience, EventFacts, SomeOf } from '../ledger/define-events';

const fields = {
  said: {
    number: z.string(),
    ground: z.string(),
    reason: z.string(),
    department: z.string(),
    deadlineAt: z.date().nullable(),
    task: z.string(),
    dueAt: z.date(),
    days: z.number(),
    until: z.date().nullable(),
    tried: z.string(),
    means: z.string(),
    place: z.string(),
    meetsAt: z.date(),
    called: z.number(),
    absent: z.number(),
    into: z.string(),
    from: z.string(),
    other: z.string(),
    round: z.number(),
    report: z.string(),
    asked: z.number(),
    solved: z.number(),
    unsolved: z.number(),
    silent: z.number(),
    rating: z.number().nullable(),
    verdict: z.string(),
    clock: z.string(),
  },
  kept: {
    departmentId: z.string().nullable(),
    handlingAreaId: z.string(),
    links: z.array(z.object({ kind: z.string(), id: z.string() })),
    askedIds: z.array(z.string()),
    organisationIds: z.array(z.string()),
    personIds: z.array(z.string()),
    callerId: z.string(),
  },
};

type Told = EventFacts<SomeOf<typeof fields.said>, SomeOf<typeof fields.kept>>;

const topics = ['work-orders', 'proposals', 'feedback'];

const department = (event: Told) => organisation(event.privateData.departmentId);

/** Everyone who follows something that hangs on the order. */
const linked = ({ privateData: { links = [] } }: Told) =>
  links.flatMap(({ kind, id }) => followersOfOther(kind, id));

const asked = ({ privateData: { askedIds = [] } }: Told) => askedIds.flatMap(person);

const all = (event: Told) => [followersOf(event), ...linked(event)];

const namedPeople = ({ privateData: { personIds = [] } }: Told) => personIds.flatMap(person);

/** Departments beside the responsible one: helpers, those called by a whistle, the one asked before. */
const otherDepartments = ({ privateData: { organisationIds = [] } }: Told) =>
  organisationIds.flatMap(organisation);

/** The coordinators of the area that has the order now. */
const coordinators = ({ areaId, privateData }: Told) =>
  moderatorsOf({ areaId: privateData.handlingAreaId ?? areaId });

const departments = (event: Told) => [...department(event), ...otherDepartments(event)];
const everyone = (event: Told) => [...departments(event), ...all(event)];
const superiors = (event: Told) => (namedPeople(event).length > 0 ? namedPeople(event) : coordinators(event));

/** What every step of an order keeps: of whom and what it is told. */
const ofOrder = ['departmentId', 'handlingAreaId', 'links', 'askedIds'] as const;
const said = { says: ['number'], keeps: ofOrder } as const;
const step = (audience: (event: Told) => Audience[]) => ({ isPublic: true, topics, ...said, audience });
const toThem = (audience: (event: Told) => Audience[]) => ({
  isPublic: false,
  topics: [],
  ...said,
  audience,
});
const asking = step(coordinators);

export const workOrderEvents = defineEvents(fields, {
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
  'work-order.merged': step(everyone),
  'work-order.took-in': step(everyone),
  'work-order.split': step(everyone),
  'work-order.mentioned': toThem(namedPeople),
  'work-order.message-written': toThem(namedPeople),
  'work-order.message-answered': toThem(namedPeople),
  'work-order.done': step(all),
  'work-order.call-back-asked': toThem(asked),
  'work-order.call-back-answered': toThem(department),
  'work-order.caller-answered': toThem(department),
  'work-order.caller-read': { ...toThem(() => nobody), keeps: [...ofOrder, 'callerId'] },
  'work-order.caller-not-reached': step(() => nobody),
  'work-order.solved': step(everyone),
  'work-order.reopened': step(everyone),
  'work-order.rated': step(department),
  'work-order.archived': step(all),
  'work-order.due-soon': toThem(department),
  'work-order.overdue': step((event) => [...department(event), ...superiors(event)]),
  'work-order.escalated': step((event) => [...department(event), ...superiors(event)]),
  'work-order.settings-changed': { isPublic: true, topics, audience: () => nobody },
});
export type WorkOrderEventType = keyof typeof workOrderEvents;
