import type { Context } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError } from '../../domain-error';
import { enqueueDocument } from './document-job.server';
import { heldAgreement } from '../move-agreement.server';
import { belongsToParty } from '../policy';

/** A party has the document made again, after what stood in the way was put right. */
export async function remakeDocument(ctx: Context, agreementId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const agreement = await heldAgreement(ctx, agreementId);
    if (!belongsToParty(ctx.actor, agreement))
      throw new DomainError('forbidden', { reason: 'agreements.act-for-party' });
    if (agreement.contentHash !== null) await enqueueDocument(ctx, agreementId);
  });
}
