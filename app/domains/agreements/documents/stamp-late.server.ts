import type { Context } from '../../context';
import { hashOf, keepDocuments, keyOf, noteFault, TimeStampAway, withoutStamp } from './keep-document.server';
import type { Base, Made } from './keep-document.server';
import type { HeldAgreement } from '../move-agreement.server';
import { readStored } from '~/platform/files/read-stored.server';
import { stampPdfInThread } from '~/platform/pdf/paper-in-thread.server';

/** Puts the time stamp on the seals that did not get one when they were made. Throws where none is to be had again. */
export async function stampLate(
  ctx: Context,
  agreement: HeldAgreement,
  { made, base }: { made: Made & { fault?: string | null }; base: Base },
): Promise<void> {
  const { timeStampUrl } = ctx.configuration;
  // None is wanted any more: nothing is missing.
  if (timeStampUrl === '') return made.fault === withoutStamp ? noteFault(ctx, agreement, null) : undefined;
  const stamped = async (one: Made): Promise<Made> => {
    if (one.stampedAt) return one;
    const bytes = await stampPdfInThread(one.bytes, timeStampUrl);
    if (!bytes) throw new TimeStampAway();
    return { ...one, bytes, sealedHash: one.sealedHash ?? hashOf(one.bytes), stampedAt: ctx.clock.now() };
  };
  const row = await ctx.database.read.agreementDocument.findUnique({ where: keyOf(agreement, 'audit') });
  const bytes = row?.sealedAt ? await readStored(ctx.files, row.contentHash) : null;
  const audit = row && bytes ? { ...row, bytes, signatures: [] } : null;
  if (made.stampedAt && (!audit || audit.stampedAt)) return;
  const documents = { agreement: await stamped(made), ...(audit ? { audit: await stamped(audit) } : {}) };
  await keepDocuments(ctx, agreement, { base, documents });
}
