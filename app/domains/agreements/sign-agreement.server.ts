import type { Context, TransactionContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { DomainError, ensure } from '../domain-error';
import { confirmOwnPassword } from '../identity/index.server';
import { appendEvent } from '../ledger/index.server';
import { agreementEvents } from './events';
import { agreementLifecycle } from './lifecycle';
import { maySignAgreement } from './policy';
import { contentHashOf, sealOf } from './signed-content';
import { stepOf } from '~/lib/lifecycle';
import { lockRow } from '~/platform/db/lock-row';

/**
 * Signs for the organisation for which the actor acts, after the password was given again. What is signed is
 * the hash that the signatory saw; the platform seals the act (电子签名法 13–14: a platform-held record, not a
 * licensed CA's certificate). In force with the last signature.
 */
export async function signAgreement(
  ctx: Context,
  agreementId: string,
  input: { password: string; contentHash: string },
): Promise<void> {
  await confirmOwnPassword(ctx, input.password);
  const { actor } = ctx;
  if (actor.kind !== 'person' || !actor.actingFor)
    throw new DomainError('forbidden', { reason: 'agreements.act-for-party' });
  const { personId, displayName, actingFor } = actor;
  await inTransaction(ctx, async (ctx) => {
    // Two who sign at once would each see the other's signature missing, and nobody would complete it.
    await lockRow(ctx, 'Agreement', agreementId);
    const agreement = await ctx.prisma.agreement.findUnique({
      where: { id: agreementId },
      include: { parties: true, obligations: true },
    });
    if (!agreement) throw new DomainError('not-found');
    ensure(maySignAgreement(actor, agreement));
    const hash = contentHashOf(agreement);
    if (hash !== agreement.contentHash || hash !== input.contentHash) {
      throw new DomainError('conflict', { reason: 'agreements.text-changed' });
    }
    const now = ctx.clock.now();
    const own = agreement.parties.find((party) => party.organisationId === actingFor.organisationId);
    if (!own) throw new DomainError('forbidden', { reason: 'agreements.act-for-party' });
    const signing = { signedAt: now, signatoryId: personId, mandate: actingFor.mandate };
    const party = { ...own, ...signing };
    const signed = await ctx.prisma.agreementParty.updateMany({
      where: { agreementId, organisationId: actingFor.organisationId, signedAt: null, declinedAt: null },
      data: {
        ...signing,
        signatoryName: displayName,
        signedHash: hash,
        seal: sealOf(ctx.configuration.dataKey, { agreementId, contentHash: hash, party }),
      },
    });
    if (signed.count === 0) throw new DomainError('conflict', { reason: 'agreements.signed-already' });
    const partyIds = agreement.parties.map((party) => party.organisationId);
    const shared = {
      subjectKind: 'agreement',
      subjectId: agreementId,
      areaId: agreement.areaId,
      privateData: { partyIds },
    };
    await appendEvent(ctx, agreementEvents, {
      type: 'agreement.signed',
      ...shared,
      publicData: { title: agreement.title, organisation: actingFor.name },
    });
    await completeWhenAllSigned(ctx, { ...agreement, partyIds });
  });
}

async function completeWhenAllSigned(
  ctx: TransactionContext,
  agreement: { id: string; title: string; areaId: string; proposalId: string | null; partyIds: string[] },
): Promise<void> {
  const missing = await ctx.prisma.agreementParty.count({
    where: { agreementId: agreement.id, signedAt: null },
  });
  if (missing > 0) return;
  const { from, to } = stepOf(agreementLifecycle, 'complete');
  const completed = await ctx.prisma.agreement.updateMany({
    where: { id: agreement.id, state: { in: from } },
    data: { state: to, inForceAt: ctx.clock.now() },
  });
  if (completed.count === 0) return;
  await appendEvent({ ...ctx, actor: { kind: 'system' } }, agreementEvents, {
    type: 'agreement.in-force',
    subjectKind: 'agreement',
    subjectId: agreement.id,
    areaId: agreement.areaId,
    publicData: { title: agreement.title, proposalId: agreement.proposalId },
    privateData: { partyIds: agreement.partyIds },
  });
}

/** Declines to sign, with the reason that all parties get: the agreement ends there. */
export async function declineAgreement(ctx: Context, agreementId: string, reason: string): Promise<void> {
  const { actor } = ctx;
  await inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'Agreement', agreementId);
    const agreement = await ctx.prisma.agreement.findUnique({
      where: { id: agreementId },
      include: { parties: true },
    });
    if (!agreement) throw new DomainError('not-found');
    ensure(maySignAgreement(actor, agreement));
    if (actor.kind !== 'person' || !actor.actingFor) throw new DomainError('signed-out');
    const { from, to } = stepOf(agreementLifecycle, 'decline');
    const declined = await ctx.prisma.agreement.updateMany({
      where: { id: agreementId, state: { in: from } },
      data: { state: to, reason },
    });
    if (declined.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    await ctx.prisma.agreementParty.update({
      where: { agreementId_organisationId: { agreementId, organisationId: actor.actingFor.organisationId } },
      data: { declinedAt: ctx.clock.now(), declinedReason: reason },
    });
    await appendEvent(ctx, agreementEvents, {
      type: 'agreement.declined',
      subjectKind: 'agreement',
      subjectId: agreementId,
      areaId: agreement.areaId,
      publicData: { title: agreement.title, organisation: actor.actingFor.name, reason },
      privateData: { partyIds: agreement.parties.map((party) => party.organisationId) },
    });
  });
}
