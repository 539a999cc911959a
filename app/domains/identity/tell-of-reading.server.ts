import type { TransactionContext } from '../context';
import { appendEvent } from '../ledger/index.server';
import { identityEvents } from './events';

/** Puts on record that the actor reads what is sealed of a person, and for what; the person is told. */
export async function tellOfReading(
  ctx: TransactionContext,
  { personId, areaId, reason }: { personId: string; areaId: string; reason: string },
): Promise<void> {
  await appendEvent(ctx, identityEvents, {
    ...{ type: 'private.read', subjectKind: 'person', subjectId: personId, areaId },
    publicData: { title: '', reason },
  });
}
