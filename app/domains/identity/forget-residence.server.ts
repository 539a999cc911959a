import type { TransactionContext } from '../context';
import { retitleQueueItems, settleAllQueueItems } from '../moderation/index.server';

/** Why what waits about the residence of a person is decided by nobody. */
export type NoLongerAsked = 'account-erased' | 'consent-withdrawn';

/** Settles what waits for moderators about the residence of a person, and takes the name from it. */
export async function settleResidence(
  ctx: TransactionContext,
  personId: string,
  ground: NoLongerAsked,
): Promise<void> {
  const requests = await ctx.prisma.residenceVerification.findMany({
    where: { personId },
    select: { id: true },
  });
  const about = { subjectKind: 'residence', subjectIds: requests.map(({ id }) => id) };
  await settleAllQueueItems(ctx, { ...about, decision: 'withdrawn', because: { ground } });
  await retitleQueueItems(ctx, about, '');
}

/**
 * Forgets where a person lives, who consents no longer to its being kept: address, household, year of birth, and that it
 * was confirmed. The person votes no more in ballots that open from now on; the rolls of those that have opened are fixed.
 */
export async function forgetResidence(ctx: TransactionContext, personId: string): Promise<void> {
  await settleResidence(ctx, personId, 'consent-withdrawn');
  await ctx.prisma.residenceVerification.deleteMany({ where: { personId } });
  await ctx.prisma.person.update({
    where: { id: personId },
    data: { residenceAreaId: null, householdKey: null, birthYear: null },
  });
}
