import type { ReadContext } from '../../context';
import { lastPublicTypeOf } from '../../ledger/index.server';
import { statusAfter } from '../rules/open311/statuses';
import type { UpdateStatus } from '../rules/open311/statuses';

/** The types of events that are news for those outside. */
export const toldTypes = Object.entries(statusAfter).flatMap(([type, status]) => (status ? [type] : []));

/** The status that the last public event of the request, or of its order, had told before the instant; null where none had. */
export async function lastToldBefore(
  ctx: ReadContext,
  request: { kind: string; id: string; orderId: string | null },
  before: Date,
): Promise<UpdateStatus | null> {
  const subjects = [
    { subjectKind: request.kind, subjectId: request.id },
    ...(request.orderId ? [{ subjectKind: 'work-order', subjectId: request.orderId }] : []),
  ];
  // Open311 tells whole seconds.
  const end = new Date(before.getTime() + 999);
  const type = await lastPublicTypeOf(ctx, subjects, { types: toldTypes, until: end });
  const table: Partial<Record<string, UpdateStatus | null>> = statusAfter;
  return (type && table[type]) || null;
}
