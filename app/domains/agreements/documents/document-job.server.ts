import type { TransactionContext } from '../../context';
import { enqueue } from '~/platform/jobs/enqueue.server';
import { newId } from '~/platform/ids';

export const documentJob = 'agreements.document';

/** The first form of the text of which documents are made: before it no names of signatories and no trail were kept. */
export const firstWithDocuments = 2;

/** Has the document brought up to date: written, signed by those who have signed, sealed once all have. */
export async function enqueueDocument(
  ctx: TransactionContext,
  agreementId: string,
  occasion?: string,
): Promise<void> {
  const now = ctx.clock.now();
  await enqueue(ctx, {
    ...{ kind: documentJob, payload: { agreementId }, runAt: now },
    idempotencyKey: `${documentJob}:${agreementId}:${occasion ?? newId(now)}`,
  });
}
