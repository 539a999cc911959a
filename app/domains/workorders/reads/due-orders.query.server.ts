import { areasOfRoles } from '../../actor';
import type { PersonActor } from '../../actor';
import type { ReadContext } from '../../context';
import { openStates } from '../lifecycle';
import { readableOrders } from '../visibility';
import { within } from '~/platform/db/lists/area-scope';

const rolesWithOrders = ['moderator', 'staff', 'administrator'] as const;

function departmentsOf(actor: PersonActor): string[] {
  return actor.memberships
    .filter(({ kind, verified }) => kind === 'department' && verified)
    .map(({ organisationId }) => organisationId);
}

const openOrdersOf = (ctx: ReadContext, actor: PersonActor) => ({
  AND: readableOrders({ ...ctx, actor }),
  state: { in: [...openStates] },
  OR: [
    { departmentId: { in: departmentsOf(actor) } },
    ...areasOfRoles(actor, rolesWithOrders).map((areaId) => ({ areaId: within(areaId) })),
  ],
});

/**
 * The open orders of the person's departments and of the areas in which they hold a role, by their deadlines: at most so
 * many that are overdue, the newest of them, and so many that are coming.
 */
export async function dueOrders(
  ctx: ReadContext,
  actor: PersonActor,
  most: { coming: number; overdue: number },
) {
  const now = ctx.clock.now();
  const find = (deadlineAt: { gte: Date } | { lt: Date }, order: 'asc' | 'desc', take: number) =>
    ctx.database.read.workOrder.findMany({
      where: { ...openOrdersOf(ctx, actor), deadlineAt },
      orderBy: { deadlineAt: order },
      take,
      select: { id: true, number: true, title: true, deadlineAt: true },
    });
  const [overdue, coming] = await Promise.all([
    find({ lt: now }, 'desc', most.overdue),
    find({ gte: now }, 'asc', most.coming),
  ]);
  return [...overdue.reverse(), ...coming];
}
