import type { ReadContext } from '../../context';
import { openStates } from '../lifecycle';

/** How many open orders a department has, or helps with and has not reported on yet. */
export function openOrdersOf(ctx: ReadContext, organisationId: string): Promise<number> {
  return ctx.database.read.workOrder.count({
    where: {
      state: { in: [...openStates] },
      OR: [
        { departmentId: organisationId },
        { helpers: { some: { departmentId: organisationId, reportedAt: null } } },
      ],
    },
  });
}
