import type { ReadContext } from '../context';
import { areaPage } from '../territory/index.server';
import { openStates } from './lifecycle';
import { within } from '~/platform/db/area-scope';

export interface LevelCount {
  id: string;
  name: string;
  open: number;
  overdue: number;
  undispatched: number;
}

/** The orders that an area has itself, and a summary of those of each area directly below with all beneath it. */
export async function levelSummary(
  ctx: ReadContext,
  areaId: string,
): Promise<{ here: LevelCount; below: LevelCount[] }> {
  const area = await areaPage(ctx, areaId);
  const now = ctx.clock.now();
  const count = async (id: string, name: string, scope: string | ReturnType<typeof within>) => {
    const where = { handlingAreaId: scope, state: { in: [...openStates] } };
    const [open, overdue, undispatched] = await Promise.all([
      ctx.database.read.workOrder.count({ where }),
      ctx.database.read.workOrder.count({
        where: {
          handlingAreaId: scope,
          state: { in: ['dispatched', 'return-asked', 'accepted'] },
          deadlineAt: { lt: now },
        },
      }),
      ctx.database.read.workOrder.count({
        where: { handlingAreaId: scope, state: { in: ['registered', 'returned'] } },
      }),
    ]);
    return { id, name, open, overdue, undispatched };
  };
  const [here, ...below] = await Promise.all([
    count(areaId, area.name, areaId),
    ...area.children.map((child) => count(child.id, child.name, within(child.id))),
  ]);
  return { here, below };
}
