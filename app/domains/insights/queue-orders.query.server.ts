import type { ReadContext } from '../context';
import type { QueueRow } from '../moderation/index.server';
import { organisationNames } from '../organisations/index.server';
import { orderCards } from '../workorders/index.server';

export interface QueuedOrder {
  state: string;
  department: string;
}

/** Of the work orders among the rows: in which state each is, and with which department it lies. */
export async function ordersOfQueue(
  ctx: ReadContext,
  rows: readonly Pick<QueueRow, 'subjectKind' | 'subjectId'>[],
): Promise<Record<string, QueuedOrder>> {
  const ids = rows.flatMap((row) => (row.subjectKind === 'work-order' ? [row.subjectId] : []));
  if (ids.length === 0) return {};
  const orders = await orderCards(ctx, ids);
  const names = await organisationNames(
    ctx,
    orders.flatMap(({ departmentId }) => departmentId ?? []),
  );
  return Object.fromEntries(
    orders.map(({ id, state, departmentId }) => [
      id,
      { state, department: departmentId ? (names[departmentId] ?? '') : '' },
    ]),
  );
}
