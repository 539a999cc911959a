import type { Context } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError, ensure } from '../../domain-error';
import { heldAgreement, moveAgreement, tellOfAgreement } from '../move-agreement.server';
import { mayGiveNotice, ownParty } from '../policy';
import { endOfDay } from '~/lib/time/days';

export const noticeDays = 30;
const day = 24 * 3600_000;

/**
 * A party walks away from an agreement in force: it ends on the day given, thirty days from now at the earliest, and all
 * are told why. Throws `invalid` at `endsOn`.
 */
export async function giveNotice(
  ctx: Context,
  agreementId: string,
  { endsOn, reason }: { endsOn: string; reason: string },
): Promise<void> {
  const endsAt = endOfDay(endsOn, ctx.configuration.timeZone);
  const earliest = ctx.clock.now().getTime() + noticeDays * day;
  if (!endsAt) throw new DomainError('invalid', { field: 'endsOn', reason: 'agreements.no-such-day' });
  if (endsAt.getTime() < earliest)
    throw new DomainError('invalid', {
      field: 'endsOn',
      reason: 'agreements.notice-too-short',
      params: { days: noticeDays },
    });
  await inTransaction(ctx, async (ctx) => {
    const agreement = await heldAgreement(ctx, agreementId);
    ensure(mayGiveNotice(ctx.actor, agreement));
    const own = ownParty(ctx.actor, agreement);
    if (agreement.endsAt && agreement.endsAt < endsAt)
      throw new DomainError('invalid', { field: 'endsOn', reason: 'agreements.ends-before' });
    await moveAgreement(ctx, agreement, {
      event: 'give-notice',
      data: { noticeOf: own?.organisationId ?? null, endsAt, reason },
    });
    const organisation = ctx.actor.kind === 'person' ? (ctx.actor.actingFor?.name ?? '') : '';
    await tellOfAgreement(ctx, agreement, {
      type: 'agreement.notice-given',
      organisation,
      reason,
      day: endsOn,
    });
  });
}
