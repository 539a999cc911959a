import type { TransactionContext } from '../context';
import { appendEvent } from '../ledger/index.server';
import { identityEvents } from './events';

interface Reading {
  personId: string;
  areaId: string;
  /** The row in which it lies. */
  readId: string;
  reason: string;
}

/** Puts on record that the actor reads what is sealed of a person, and for what; the person is told. */
export async function tellOfReading(
  ctx: TransactionContext,
  { personId, areaId, readId, reason }: Reading,
): Promise<void> {
  await appendEvent(ctx, identityEvents, {
    ...{ type: 'private.read', subjectKind: 'person', subjectId: personId, areaId },
    publicData: { title: '', reason },
    privateData: { readId },
  });
}
