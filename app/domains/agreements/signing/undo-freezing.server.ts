import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { forgetDone } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { heldAgreement, moveAgreement, tellOfAgreement } from '../move-agreement.server';
import type { HeldAgreement } from '../move-agreement.server';
import { mayDeclineAgreement, mayThawAgreement, mayWithdrawAgreement, ownParty } from '../policy';

/** What freezing laid down, taken away: who signed did so for a text that is no longer the one before them. */
export async function unfreeze(
  ctx: TransactionContext,
  agreement: HeldAgreement,
  event: 'thaw' | 'thaw-by-all' | 'return',
): Promise<void> {
  await moveAgreement(ctx, agreement, {
    event,
    data: { frozenAt: null, contentHash: null, signBy: null, remindedAt: null, version: { increment: 1 } },
  });
  await ctx.prisma.agreementParty.updateMany({
    where: { agreementId: agreement.id },
    data: {
      signedAt: null,
      signatoryId: null,
      signatoryName: null,
      nameFrom: null,
      mandate: null,
      signedHash: null,
      seal: null,
    },
  });
}

/** Takes a frozen text that nobody has signed back to a draft. */
export async function thawAgreement(ctx: Context, agreementId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const agreement = await heldAgreement(ctx, agreementId);
    ensure(mayThawAgreement(ctx.actor, agreement));
    await unfreeze(ctx, agreement, 'thaw');
    await tellOfAgreement(ctx, agreement, { type: 'agreement.thawed' });
  });
}

/** Ends what is not in force, with the reason that all parties get; signatures given stay on record. */
export async function withdrawAgreement(ctx: Context, agreementId: string, reason: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const agreement = await heldAgreement(ctx, agreementId);
    ensure(mayWithdrawAgreement(ctx.actor, agreement));
    await moveAgreement(ctx, agreement, { event: 'withdraw', data: { reason } });
    await forgetDone(ctx, agreementId);
    const type = agreement.frozenAt ? 'agreement.withdrawn' : 'agreement.abandoned';
    await tellOfAgreement(ctx, agreement, { type, reason });
  });
}

/** Refuses the draft or the frozen text, with the reason that all parties get: the agreement ends there. */
export async function declineAgreement(ctx: Context, agreementId: string, reason: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const agreement = await heldAgreement(ctx, agreementId);
    ensure(mayDeclineAgreement(ctx.actor, agreement));
    const own = ownParty(ctx.actor, agreement);
    if (!own || ctx.actor.kind !== 'person') throw new DomainError('signed-out');
    await moveAgreement(ctx, agreement, { event: 'decline', data: { reason } });
    await forgetDone(ctx, agreementId);
    await ctx.prisma.agreementParty.update({
      where: { agreementId_organisationId: { agreementId, organisationId: own.organisationId } },
      data: { declinedAt: ctx.clock.now(), declinedReason: reason },
    });
    const organisation = ctx.actor.actingFor?.name ?? '';
    const type = agreement.frozenAt ? 'agreement.declined' : 'agreement.abandoned';
    await tellOfAgreement(ctx, agreement, { type, organisation, reason });
  });
}
