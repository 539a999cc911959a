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
import type { Audience, Keeping } from '../ledger/define-events';

const fields = {
  said: {
    number: z.string(),
    ground: z.string(),
    reason: z.string(),
    department: z.string(),
    /** Several at once; of events before these were told apart, `department` holds all. */
    departments: z.array(z.string()),
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

type Of<Kept extends keyof typeof fields.kept> = Keeping<typeof fields, Kept>;

/** What every step of an order keeps: of whom and what it is told. */
const ofOrder = ['departmentId', 'handlingAreaId', 'links', 'askedIds'] as const;
/** What some steps keep beside: the departments and people whom the step names. */
const named = ['organisationIds', 'personIds'] as const;
type Told = Keeping<typeof fields, (typeof ofOrder)[number], (typeof named)[number]>;

const topics = ['work-orders', 'proposals', 'feedback'];

const department = (event: Of<'departmentId'>) => organisation(event.privateData.departmentId);

/** Everyone who follows something that hangs on the order. */
const linked = ({ privateData: { links } }: Of<'links'>) =>
  links.flatMap(({ kind, id }) => followersOfOther(kind, id));

const asked = ({ privateData: { askedIds } }: Of<'askedIds'>) => askedIds.flatMap(person);

const all = (event: Of<'links'>) => [followersOf(event), ...linked(event)];

const people = (personIds: readonly string[] = []) => personIds.flatMap(person);
const mentioned = (event: Of<'personIds'>) => people(event.privateData.personIds);

/** Departments beside the responsible one: helpers, those called by a whistle, the one asked before. */
const otherDepartments = ({ privateData: { organisationIds = [] } }: Told) =>
  organisationIds.flatMap(organisation);
const called = (event: Of<'organisationIds'>) => event.privateData.organisationIds.flatMap(organisation);

/** The coordinators of the area that has the order now. */
const coordinators = ({ areaId, privateData }: Of<'handlingAreaId'>) =>
  moderatorsOf({ areaId: privateData.handlingAreaId ?? areaId });

const departments = (event: Told) => [...department(event), ...otherDepartments(event)];
const everyone = (event: Told) => [...departments(event), ...all(event)];
const superiors = (event: Told) => {
  const byName = people(event.privateData.personIds);
  return byName.length > 0 ? byName : coordinators(event);
};

const said = { says: ['number'], keeps: ofOrder, mayKeep: named } as const;
const step = (audience: (event: Told) => Audience[]) => ({ isPublic: true, topics, ...said, audience });
const toThem = (audience: (event: Told) => Audience[]) => ({
  isPublic: false,
  topics: [],
  ...said,
  audience,
});
/** What comes between two steps that those who follow have something of. */
const onTheWay = (audience: (event: Told) => Audience[]) => ({ ...step(audience), along: 'always' }) as const;
/** Told to departments that the step calls, and cannot be without. */
const toCalled = {
  ...step(() => nobody),
  keeps: [...ofOrder, 'organisationIds'],
  audience: called,
} as const;
const asking = step(coordinators);

export const workOrderEvents = defineEvents(fields, {
  'work-order.registered': onTheWay(all),
  'work-order.linked': onTheWay(all),
  'work-order.not-accepted': step(all),
  'work-order.dispatched': step(everyone),
  'work-order.assigned': step(everyone),
  'work-order.reassigned': onTheWay(everyone),
  'work-order.accepted': onTheWay(all),
  'work-order.return-asked': asking,
  'work-order.returned': step((event) => [...coordinators(event), ...otherDepartments(event)]),
  'work-order.return-refused': step(departments),
  'work-order.transferred': onTheWay(everyone),
  'work-order.helper-added': step(departments),
  'work-order.helper-reported': step(department),
  'work-order.extension-asked': asking,
  'work-order.extended': step(everyone),
  'work-order.extension-refused': step(departments),
  'work-order.suspension-asked': asking,
  'work-order.suspended': step(everyone),
  'work-order.suspension-refused': step(departments),
  'work-order.resumed': onTheWay(everyone),
  'work-order.passed-up': onTheWay((event) => [...coordinators(event), ...all(event)]),
  'work-order.delegated': onTheWay((event) => [...coordinators(event), ...all(event)]),
  'work-order.whistle-blown': { ...toCalled, term: 'meetsAt' },
  'work-order.reported-in': step(coordinators),
  'work-order.whistle-closed': toCalled,
  'work-order.supervised': step((event) => [...departments(event), ...superiors(event)]),
  'work-order.merged': step(everyone),
  'work-order.took-in': onTheWay(everyone),
  'work-order.split': onTheWay(everyone),
  'work-order.mentioned': {
    ...toThem(() => nobody),
    keeps: [...ofOrder, 'personIds'],
    audience: mentioned,
  },
  'work-order.message-written': {
    ...toThem(() => nobody),
    keeps: [...ofOrder, 'personIds'],
    audience: mentioned,
  },
  'work-order.message-answered': {
    ...toThem(() => nobody),
    keeps: [...ofOrder, 'personIds'],
    audience: mentioned,
  },
  // Those who asked are asked by name.
  'work-order.done': { ...step(all), along: 'with-named' },
  'work-order.call-back-asked': toThem(asked),
  'work-order.call-back-answered': toThem(department),
  'work-order.caller-answered': toThem(department),
  'work-order.caller-read': { ...toThem(() => nobody), keeps: [...ofOrder, 'callerId'] },
  'work-order.caller-not-reached': step(() => nobody),
  'work-order.solved': onTheWay(everyone),
  'work-order.reopened': step(everyone),
  'work-order.rated': step(department),
  'work-order.archived': onTheWay(all),
  'work-order.due-soon': toThem(department),
  'work-order.overdue': step((event) => [...department(event), ...superiors(event)]),
  'work-order.escalated': step((event) => [...department(event), ...superiors(event)]),
  'work-order.settings-changed': { isPublic: true, topics, audience: () => nobody },
});
export type WorkOrderEventType = keyof typeof workOrderEvents;
