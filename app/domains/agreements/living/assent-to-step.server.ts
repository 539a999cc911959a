import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError, ensure } from '../../domain-error';
import { organisationsInService } from '../../organisations/index.server';
import { heldAgreement, moveAgreement, tellOfAgreement } from '../move-agreement.server';
import type { HeldAgreement } from '../move-agreement.server';
import { mayAssent, ownParty } from '../policy';
import type { Assent } from '../policy';
import { unfreeze } from '../signing/undo-freezing.server';

export interface AssentGiven {
  what: Assent;
  reason: string;
}

/** The step of the table that each leads to. */
const steps = { thaw: 'thaw-by-all', void: 'void', end: 'end' } as const;
const told = { thaw: 'agreement.thawed', void: 'agreement.voided', end: 'agreement.ended' } as const;

/** Parties out of service are not waited for: nobody could answer for them. */
async function isUnanimous(
  ctx: TransactionContext,
  agreement: HeldAgreement,
  what: Assent,
): Promise<boolean> {
  const { id: agreementId, version, parties } = agreement;
  const given = await ctx.prisma.agreementAssent.findMany({
    where: { agreementId, what, version },
    select: { organisationId: true },
  });
  const agreed = new Set(given.map((one) => one.organisationId));
  const asked = await organisationsInService(
    ctx,
    parties.map((party) => party.organisationId),
  );
  return asked.every((id) => agreed.has(id));
}

async function takeStep(ctx: TransactionContext, agreement: HeldAgreement, { what, reason }: AssentGiven) {
  const event = steps[what];
  if (event === 'thaw-by-all') await unfreeze(ctx, agreement, event);
  else {
    const data = event === 'end' ? { reason, endsAt: ctx.clock.now() } : { reason };
    await moveAgreement(ctx, agreement, { event, data });
  }
  await tellOfAgreement(ctx, agreement, { type: told[what], reason });
}

/**
 * Says yes for a party to what takes all of them: taking a signed text back to a draft, making an agreement in force
 * void, or ending it. With the last party's yes it is done. Once for each party; again is no fault.
 */
export async function assentToStep(ctx: Context, agreementId: string, given: AssentGiven): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const agreement = await heldAgreement(ctx, agreementId);
    ensure(mayAssent(ctx.actor, agreement, given.what));
    const own = ownParty(ctx.actor, agreement);
    if (!own || ctx.actor.kind !== 'person') throw new DomainError('signed-out');
    const key = {
      agreementId,
      what: given.what,
      version: agreement.version,
      organisationId: own.organisationId,
    };
    const before = await ctx.prisma.agreementAssent.count({ where: key });
    if (before > 0) throw new DomainError('conflict', { reason: 'agreements.assented-already' });
    await ctx.prisma.agreementAssent.create({
      data: { ...key, personId: ctx.actor.personId, reason: given.reason, createdAt: ctx.clock.now() },
    });
    if (await isUnanimous(ctx, agreement, given.what)) return takeStep(ctx, agreement, given);
    const organisation = ctx.actor.actingFor?.name ?? '';
    await tellOfAgreement(ctx, agreement, {
      type: `agreement.${given.what}-asked`,
      organisation,
      reason: given.reason,
    });
  });
}

/** Takes a party's yes back, as long as it has not been acted on. */
export async function takeAssentBack(ctx: Context, agreementId: string, what: Assent): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const agreement = await heldAgreement(ctx, agreementId);
    ensure(mayAssent(ctx.actor, agreement, what));
    const organisationId = ownParty(ctx.actor, agreement)?.organisationId ?? '';
    const gone = await ctx.prisma.agreementAssent.deleteMany({
      where: { agreementId, what, version: agreement.version, organisationId },
    });
    if (gone.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    const organisation = ctx.actor.kind === 'person' ? (ctx.actor.actingFor?.name ?? '') : '';
    await tellOfAgreement(ctx, agreement, { type: 'agreement.assent-taken-back', organisation });
  });
}
