import type { ReadContext, TransactionContext } from '../../context';
import type { FollowingOrders, MatterStep } from '../../taken-up';
import type { LoadedWorkOrder } from '../steps/move-work-order.server';
import { onlyRefused, stageOfMatter, stepsBetween } from '../rules/matter-stage';
import { lockRows } from '~/platform/db/lock-row';

/**
 * Brings what hangs on an order to where its orders are, after the order has moved: a matter on which several orders
 * work is done with the last of them, goes back when one of them is reopened, and is let go when all of them are refused.
 */
export async function moveMatters(ctx: TransactionContext, order: LoadedWorkOrder): Promise<void> {
  for (const [subjectKind, { follows }] of ctx.subjects.takenUp) {
    const ids = order.links
      .flatMap((link) => (link.subjectKind === subjectKind ? [link.subjectId] : []))
      .sort();
    if (follows && ids.length > 0) await moveMattersOf(ctx, { ...follows, subjectKind }, ids);
  }
}

async function moveMattersOf(
  ctx: TransactionContext,
  kind: FollowingOrders<ReadContext, TransactionContext> & { subjectKind: string },
  ids: string[],
): Promise<void> {
  // Held before the other orders are looked at: of two that end at once the second sees the first.
  await lockRows(ctx, kind.table, ids);
  const matters = new Map((await kind.statesOf(ctx, ids)).map(({ id, state }) => [id, state]));
  const worked = await ctx.prisma.workOrderLink.findMany({
    where: { subjectKind: kind.subjectKind, subjectId: { in: ids } },
    orderBy: { workOrder: { closedAt: 'asc' } },
    select: { subjectId: true, workOrder: { select: { state: true, refusalWords: true } } },
  });
  const ordersOf = new Map<string, (typeof worked)[number]['workOrder'][]>();
  for (const { subjectId, workOrder } of worked)
    ordersOf.set(subjectId, [...(ordersOf.get(subjectId) ?? []), workOrder]);
  const moving: Record<MatterStep, string[]> = { finish: [], evaluate: [], reopen: [] };
  for (const id of ids) {
    const from = kind.stages[matters.get(id) ?? ''];
    if (!from) continue;
    const orders = ordersOf.get(id) ?? [];
    const states = orders.map(({ state }) => state);
    if (from === 'working' && onlyRefused(states))
      await kind.loseOrders(ctx, id, orders.at(-1)?.refusalWords ?? '');
    else {
      const to = stageOfMatter(states);
      for (const step of to ? stepsBetween(from, to) : []) moving[step].push(id);
    }
  }
  // Who takes two steps is done before it is evaluated.
  for (const step of ['finish', 'evaluate', 'reopen'] as const)
    if (moving[step].length > 0) await kind.moves[step](ctx, moving[step]);
}
