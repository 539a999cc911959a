import type { PersonContext } from '../../define-subject.server';
import type { Week, WeeklyNews } from '../../weekly-news';
import { publicOrders } from '../visibility';
import { within } from '~/platform/db/lists/area-scope';
import { paths } from '~/paths';

const most = 3;

/**
 * Of the orders that anyone may read: of how many, where the person lives, somebody who had asked said in the week that it
 * is solved, and the last of them. What was closed because nobody answered does not count.
 */
export async function solvedInWeek(ctx: PersonContext, { since, until }: Week): Promise<WeeklyNews[]> {
  const areaId = ctx.actor.residenceAreaId ?? ctx.actor.homeAreaId;
  if (areaId === null) return [];
  const where = {
    AND: publicOrders(ctx),
    ...{ areaId: within(areaId), state: { in: ['solved', 'rated', 'archived'] } },
    callBacks: { some: { solved: true, answeredAt: { gte: since, lt: until } } },
  };
  const { workOrder } = ctx.database.read;
  const [count, orders] = await Promise.all([
    workOrder.count({ where }),
    workOrder.findMany({
      where,
      ...{ orderBy: [{ closedAt: 'desc' }, { id: 'desc' }], take: most, select: { id: true, title: true } },
    }),
  ]);
  const solved = orders.map(({ id, title }) => ({ what: 'solved' as const, title, to: paths.workOrder(id) }));
  return [{ what: 'solved-number', count }, ...solved];
}
