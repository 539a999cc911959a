import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError, ensure } from '../../domain-error';
import { filesAttachedTo } from '../../files/index.server';
import { attachmentKind } from '../drafting/attachment-kind';
import { ensureAmends, promisedBefore } from '../drafting/amended-agreement.server';
import { enqueueDocument } from '../documents/document-job.server';
import { draftFields } from '../drafting/draft-fields.server';
import { loadParties } from '../drafting/write-terms.server';
import { ensureCanBeWritten } from '../documents/document-text.server';
import { heldAgreement, moveAgreement, tellOfAgreement } from '../move-agreement.server';
import type { HeldAgreement } from '../move-agreement.server';
import { mayFreezeAgreement } from '../policy';
import { revisionOf } from '../../shown-fields.server';
import { presentForm } from '../rules/canonical-text';
import { dueDayFault } from '../rules/due-days';
import { contentHashOf } from './signed-content';
import { dayIn, endOfDay } from '~/lib/time/days';

const day = 24 * 3600_000;

/** Lays down in the text how each party is called. */
async function nameParties(ctx: TransactionContext, agreementId: string, ids: string[]): Promise<void> {
  for (const { id, name, creditCode } of await loadParties(ctx, ids)) {
    await ctx.prisma.agreementParty.update({
      where: { agreementId_organisationId: { agreementId, organisationId: id } },
      data: { name, creditCode, declinedAt: null, declinedReason: null },
    });
  }
}

/**
 * Signed is by the term, at the latest by the last day of the agreement and the first on which something falls due: what
 * came into force later would be over, or broken, from its beginning.
 */
function termToSign(until: Date, { endsAt, obligations }: HeldAgreement, now: Date): Date {
  const days = [endsAt, ...obligations.map(({ dueAt }) => dueAt)];
  return days.reduce<Date>((first, each) => (each && each > now && each < first ? each : first), until);
}

/** A draft may have waited long: no promise is laid open to be signed that could not be kept any more. */
async function ensureDueDays(ctx: TransactionContext, draft: HeldAgreement): Promise<void> {
  const bounds = {
    ...{ now: ctx.clock.now(), endsAt: draft.endsAt },
    promisedBefore: await promisedBefore(ctx, draft),
  };
  for (const row of draft.obligations) {
    const fault = dueDayFault(row, bounds);
    if (fault)
      throw new DomainError('conflict', {
        reason: fault === 'agreements.day-is-over' ? 'agreements.row-is-over' : 'agreements.row-after-end',
        params: { number: row.position + 1 },
      });
  }
}

/**
 * Freezes the text: from now on it is signed or declined, not changed. Throws `conflict` where it is no longer the text
 * of `revision`: nobody freezes what they have not read; and `invalid` where it holds a character that the document's
 * font does not have.
 */
export async function freezeAgreement(ctx: Context, agreementId: string, revision?: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const draft = await heldAgreement(ctx, agreementId);
    ensure(mayFreezeAgreement(ctx.actor, draft));
    const { timeZone } = ctx.configuration;
    if (revision !== undefined && revision !== revisionOf(await draftFields(ctx, draft)))
      throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    const now = ctx.clock.now();
    if (draft.endsAt && draft.endsAt <= now)
      throw new DomainError('conflict', { reason: 'agreements.day-is-over' });
    await ensureDueDays(ctx, draft);
    const partyIds = draft.parties.map((party) => party.organisationId);
    await ensureAmends(ctx, draft, { partyIds });
    await nameParties(ctx, agreementId, partyIds);
    const files = await filesAttachedTo(ctx, attachmentKind, agreementId);
    const attachments = JSON.stringify(files.map(({ name, sha256 }) => ({ name, sha256 })));
    const until = endOfDay(dayIn(new Date(now.getTime() + draft.signDays * day), timeZone), timeZone);
    const signBy = until && termToSign(until, draft, now);
    await moveAgreement(ctx, draft, {
      event: 'freeze',
      data: {
        frozenAt: now,
        signBy,
        remindedAt: null,
        form: presentForm,
        attachments,
        signedEndsAt: draft.endsAt,
      },
    });
    const frozen = await heldAgreement(ctx, agreementId);
    await ensureCanBeWritten(ctx, frozen);
    await ctx.prisma.agreement.update({
      where: { id: agreementId },
      data: { contentHash: contentHashOf(frozen) },
    });
    await enqueueDocument(ctx, agreementId);
    await tellOfAgreement(ctx, frozen, { type: 'agreement.frozen', version: frozen.version });
  });
}
