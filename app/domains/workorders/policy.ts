import type { Actor } from '../actor';
import { holdsRole } from '../actor';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';

export interface WorkOrderFacts {
  areaId: string;
  departmentId: string | null;
  state: string;
}

/** Moderators of the area register, dispatch and archive. */
export function mayDispatch(actor: Actor, areaId: string): Decision {
  return holdsRole(actor, ['moderator', 'administrator'], areaId) ? allow : deny('not-moderator');
}

/** Staff of the department that the order went to, by their mandate in it. */
export function mayWorkOn(actor: Actor, order: WorkOrderFacts): Decision {
  if (actor.kind !== 'person') return deny('signed-out');
  const own = actor.memberships.some(
    (member) => member.organisationId === order.departmentId && member.verified,
  );
  return own ? allow : deny('work-orders.other-department');
}

/** The department's time is over and the order is still with it. */
export function isOverdue(order: { state: string; deadlineAt: Date | null }, now: Date): boolean {
  return (
    ['dispatched', 'accepted'].includes(order.state) && order.deadlineAt !== null && order.deadlineAt < now
  );
}
