import { z } from 'zod';
import { enqueue } from '~/platform/jobs/enqueue.server';
import type { Transaction } from '~/platform/db/database.server';

const idsSchema = z.array(z.string());

/** The events of which a mail of several tells. */
export const eventsOf = (eventIds: string): string[] => idsSchema.parse(JSON.parse(eventIds));

/**
 * Lets what a mail of several events told, and is not sent for one of them, come again: with the next mail of several,
 * or with the next daily one.
 */
export async function tellAgain(
  tx: Transaction,
  { personId, eventIds, at }: { personId: string; eventIds: readonly string[]; at: Date },
): Promise<void> {
  if (eventIds.length === 0) return;
  await tx.prisma.notification.updateMany({
    where: { personId, eventId: { in: [...eventIds] } },
    data: { mailedAt: null, bundleAt: at },
  });
  await enqueue(tx, {
    kind: 'mail.bundle',
    payload: { personId },
    runAt: at,
    idempotencyKey: `mail.bundle:${personId}:again:${at.toISOString()}`,
  });
}
