import type { Actor, Membership } from '../actor';
import { areasOfRoles, hasMandate, holdsRole } from '../actor';
import { mayAdministerPortal } from '../identity/policy';
import { mostHandovers, openStates, workOrderLifecycle, workOrderRows } from './lifecycle';
import type { WorkOrderEvent, WorkOrderParty } from './lifecycle';
import { parentOf, significantDigits } from '~/lib/geo/division-code';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';
import { transitionFrom } from '~/lib/lifecycle';
import { isOneOf } from '~/lib/known-words';

export interface WorkOrderFacts {
  areaId: string;
  departmentId: string | null;
  state: string;
}

/** What decides which steps may be taken, and by whom. */
export interface StepFacts extends WorkOrderFacts {
  /** The area whose coordinator has the order. */
  handlingAreaId: string;
  assigned: boolean;
  returnedCount: number;
  transferCount: number;
  /** Kinds of the department's requests that wait. */
  openRequests: readonly string[];
  /** Departments that help and have not reported. */
  helperIds: readonly string[];
  /** Departments called to a place that have not reported in. */
  calledIds: readonly string[];
  openWhistles: number;
}

/** The departments, verified ones, to which the person belongs. */
export function departmentsOf(actor: Actor): Membership[] {
  if (actor.kind !== 'person') return [];
  return actor.memberships.filter(({ kind, verified }) => kind === 'department' && verified);
}

/** Moderators of the area register, dispatch and archive. */
export function mayDispatch(actor: Actor, areaId: string): Decision {
  return holdsRole(actor, ['moderator', 'administrator'], areaId) ? allow : deny('not-moderator');
}

/** Another matter may hang on the order as long as someone still acts on it. */
export function mayLink(actor: Actor, order: { handlingAreaId: string; state: string }): Decision {
  const open = isOneOf(openStates, order.state);
  return open ? mayDispatch(actor, order.handlingAreaId) : deny('work-orders.closed-already');
}

/** Calendar and limits hold for the whole portal: for those who administer every one of its topmost areas. */
export function maySetDeadlines(actor: Actor, topAreaIds: readonly string[] = []): Decision {
  const somewhere = actor.kind === 'person' && actor.roles.some(({ role }) => role === 'administrator');
  if (actor.kind === 'person' && !somewhere) return deny('work-orders.administrators-only');
  return mayAdministerPortal(actor, topAreaIds);
}

/** A superior is named by administrators of the area, and of the department's where one is chosen. */
export function mayNameSuperior(
  actor: Actor,
  superior: { areaId: string; organisationAreaId: string | null },
): Decision {
  const { areaId, organisationAreaId } = superior;
  const areas = organisationAreaId === null ? [areaId] : [areaId, organisationAreaId];
  return areas.every((id) => holdsRole(actor, 'administrator', id))
    ? allow
    : deny('work-orders.superior-of-own-area');
}

/** Who writes down what callers and visitors of a counter ask: the offices of the area, its staff among them. */
export function mayTakeCalls(actor: Actor, areaId: string): Decision {
  if (actor.kind === 'visitor') return deny('signed-out');
  return holdsRole(actor, orderReaders, areaId) ? allow : deny('work-orders.calls-by-staff');
}

/** Whether the actor takes calls in any area at all. */
export const takesCalls = (actor: Actor): boolean => areasOfRoles(actor, orderReaders).length > 0;

const belongsTo = (actor: Actor, organisationId: string | null): boolean =>
  actor.kind === 'person' &&
  actor.memberships.some((member) => member.organisationId === organisationId && member.verified);

const actsFor = (actor: Actor, organisationId: string | null): boolean =>
  actor.kind === 'person' &&
  actor.memberships.some((member) => member.organisationId === organisationId && hasMandate(member));

/** Staff of the department that the order went to, by their mandate in it: ordinary members look on. */
export function mayWorkOn(actor: Actor, order: WorkOrderFacts): Decision {
  if (actor.kind !== 'person') return deny('signed-out');
  return actsFor(actor, order.departmentId) ? allow : deny('work-orders.other-department');
}

/** The roles in an order's area, or in the one that has it, whose holders read it whatever it says. */
export const orderReaders = ['moderator', 'staff', 'administrator'] as const;

/** What decides who may read an order. */
export interface OrderReadFacts {
  areaId: string;
  handlingAreaId: string;
  /** Every department that has to do with it: in charge, leading, helping, called. */
  departmentIds: readonly string[];
  /** What a caller said in confidence. */
  isConfidential: boolean;
  /** The matters of which its words may be, by the rules of their kinds; `gone` where such a matter is no more. */
  wordsOf: readonly (((actor: Actor) => boolean) | 'gone')[];
}

/** Whoever works on the order, whatever it says. */
export function isAtWorkOn(actor: Actor, order: Omit<OrderReadFacts, 'wordsOf' | 'isConfidential'>): boolean {
  return (
    holdsRole(actor, orderReaders, order.areaId) ||
    holdsRole(actor, orderReaders, order.handlingAreaId) ||
    order.departmentIds.some((id) => belongsTo(actor, id))
  );
}

/**
 * Orders are for everyone, as long as their words are. Where they may be those of a matter that the actor may not read,
 * or where a caller spoke in confidence, only whoever works on the order reads it. Its twin for lists: readableOrders.
 */
export function mayReadOrder(actor: Actor, order: OrderReadFacts): Decision {
  const reads = !order.isConfidential && order.wordsOf.every((matter) => matter !== 'gone' && matter(actor));
  return reads || isAtWorkOn(actor, order) ? allow : deny('work-orders.not-public');
}

/** The parties of the life cycle that the actor is. Those who asked answer by the call-back, not here. */
export function partiesOf(actor: Actor, facts: StepFacts): WorkOrderParty[] {
  const parties: WorkOrderParty[] = [];
  if (actor.kind === 'system') parties.push('system');
  if (holdsRole(actor, ['moderator', 'administrator'], facts.handlingAreaId)) parties.push('moderator');
  if (actsFor(actor, facts.departmentId)) parties.push('department');
  if (facts.helperIds.some((id) => actsFor(actor, id))) parties.push('helper');
  if (facts.calledIds.some((id) => actsFor(actor, id))) parties.push('called');
  return parties;
}

/** Who reaches those who asked: the order's coordinators and the department in charge, not those who only help. */
export function mayContact(actor: Actor, facts: StepFacts): Decision {
  const parties = partiesOf(actor, facts);
  return parties.includes('moderator') || parties.includes('department')
    ? allow
    : deny('workbench.staff-only');
}

/** Who asks a caller whether it is solved: the order's coordinators, unless they act for the department that did the work. */
export function mayCallBack(actor: Actor, facts: StepFacts): Decision {
  const parties = partiesOf(actor, facts);
  if (!parties.includes('moderator')) return deny('not-moderator');
  return parties.includes('department') ? deny('work-orders.own-work') : allow;
}

/** Returns and transfers so far are so many that the next goes to the coordinator of the level above. */
export function goesAbove(facts: { returnedCount: number; transferCount: number }): boolean {
  return facts.returnedCount + facts.transferCount >= mostHandovers;
}

/** What stands against a step beside state and party; null where nothing does. */
function obstacle(facts: StepFacts, event: WorkOrderEvent): string | null {
  const request = /^(ask|grant|refuse)-(.+)$/.exec(event);
  if (request) {
    const [, verb, kind = ''] = request;
    const waits = facts.openRequests.includes(kind);
    if (verb === 'ask' && waits) return 'work-orders.asked-already';
    if (verb !== 'ask' && !waits) return 'work-orders.nothing-asked';
  }
  switch (event) {
    case 'ask-return':
    case 'transfer':
    case 'transfer-up':
      if (facts.assigned) return 'work-orders.assigned';
      if (event === 'transfer' && goesAbove(facts)) return 'work-orders.handed-over-often';
      if (event === 'transfer-up' && !goesAbove(facts)) return 'work-orders.transfer-first';
      return null;
    case 'pass-up':
      return parentOf(facts.handlingAreaId) ? null : 'work-orders.no-level-above';
    case 'delegate':
      return facts.handlingAreaId.length < significantDigits.grid ? null : 'work-orders.no-level-below';
    case 'close-whistle':
      return facts.openWhistles > 0 ? null : 'work-orders.no-whistle';
    default:
      return null;
  }
}

/** Whether the actor may take the step now: state, party and what else stands against it. */
export function mayStep(actor: Actor, facts: StepFacts, event: WorkOrderEvent): Decision {
  const step = transitionFrom(workOrderLifecycle, facts.state, event);
  if (!step) return deny('work-orders.wrong-state');
  const parties: readonly string[] = partiesOf(actor, facts);
  if (!step.by.some((party) => parties.includes(party)))
    return deny(step.by.includes('department') ? 'work-orders.other-department' : 'not-moderator');
  const against = obstacle(facts, event);
  return against ? deny(against) : allow;
}

/** The steps that the actor may take now, in the order of the table. */
export function allowedSteps(actor: Actor, facts: StepFacts): WorkOrderEvent[] {
  return workOrderRows.map((row) => row.event).filter((event) => mayStep(actor, facts, event).allowed);
}

/** The department's time is over and the order is still with it. */
export function isOverdue(order: { state: string; deadlineAt: Date | null }, now: Date): boolean {
  return (
    ['dispatched', 'return-asked', 'accepted'].includes(order.state) &&
    order.deadlineAt !== null &&
    order.deadlineAt < now
  );
}
