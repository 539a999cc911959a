import type { ReadContext } from '../../context';
import { DomainError } from '../../domain-error';
import { timelineOf } from '../../ledger/index.server';

/** The refusal for one who acted on a stale page: who did what in between, in the reader's language. */
export async function changedMeanwhile(ctx: ReadContext, workOrderId: string): Promise<DomainError> {
  const { events } = await timelineOf(ctx, [{ kind: 'work-order', id: workOrderId }]);
  const last = events.at(-1);
  if (!last) return new DomainError('conflict', { reason: 'changed-meanwhile' });
  const who = [last.organisationName, last.actorName].filter(Boolean).join(' · ');
  return new DomainError('conflict', {
    reason: who === '' ? 'work-orders.changed-by-portal' : 'work-orders.changed-meanwhile',
    params: { who, what: last.text },
  });
}
