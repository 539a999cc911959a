import type { Context } from '../context';
import { inTransaction } from '../in-transaction.server';
import { DomainError, ensure } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { agreementEvents } from './events';
import { agreementLifecycle } from './lifecycle';
import { mayThawAgreement, mayWithdrawAgreement } from './policy';
import { stepOf } from '~/lib/lifecycle';
import type { Transaction } from '~/platform/db/database.server';
import { lockRow } from '~/platform/db/lock-row';

/** Held, so that nobody signs what is being undone. Throws `not-found`. */
async function heldAgreement(tx: Transaction, agreementId: string) {
  await lockRow(tx, 'Agreement', agreementId);
  const agreement = await tx.prisma.agreement.findUnique({
    where: { id: agreementId },
    include: { parties: true },
  });
  if (!agreement) throw new DomainError('not-found');
  return agreement;
}

/** Takes a frozen text that nobody has signed back to a draft. */
export async function thawAgreement(ctx: Context, agreementId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const agreement = await heldAgreement(ctx, agreementId);
    ensure(mayThawAgreement(ctx.actor, agreement));
    const { from, to } = stepOf(agreementLifecycle, 'thaw');
    const thawed = await ctx.prisma.agreement.updateMany({
      where: { id: agreementId, state: { in: from }, parties: { every: { signedAt: null } } },
      data: { state: to, frozenAt: null, contentHash: null, version: { increment: 1 } },
    });
    if (thawed.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    await appendEvent(ctx, agreementEvents, {
      type: 'agreement.thawed',
      subjectKind: 'agreement',
      subjectId: agreementId,
      areaId: agreement.areaId,
      publicData: { title: agreement.title },
      privateData: { partyIds: agreement.parties.map((party) => party.organisationId) },
    });
  });
}

/** Ends a frozen text that is not in force, with the reason that all parties get; signatures given stay on record. */
export async function withdrawAgreement(ctx: Context, agreementId: string, reason: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const agreement = await heldAgreement(ctx, agreementId);
    ensure(mayWithdrawAgreement(ctx.actor, agreement));
    const { from, to } = stepOf(agreementLifecycle, 'withdraw');
    const withdrawn = await ctx.prisma.agreement.updateMany({
      where: { id: agreementId, state: { in: from } },
      data: { state: to, reason },
    });
    if (withdrawn.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    await appendEvent(ctx, agreementEvents, {
      type: 'agreement.withdrawn',
      subjectKind: 'agreement',
      subjectId: agreementId,
      areaId: agreement.areaId,
      publicData: { title: agreement.title, reason },
      privateData: { partyIds: agreement.parties.map((party) => party.organisationId) },
    });
  });
}
