import type { TransactionContext } from '../../context';
import { householdKeyOf } from './household-key.server';
import type { Hashing } from '~/platform/keys/hashing.server';

/** The key of the person's household in a community, by the address that was confirmed last; nothing without one. */
export async function householdIn(
  ctx: TransactionContext,
  hashing: Hashing,
  { personId, areaId }: { personId: string; areaId: string },
) {
  const confirmed = await ctx.prisma.residenceVerification.findFirst({
    where: { personId, state: 'confirmed' },
    orderBy: { decidedAt: 'desc' },
    select: { sealedAddress: true },
  });
  if (!confirmed?.sealedAddress) return {};
  const address = ctx.keys.open(confirmed.sealedAddress);
  return { householdKey: await householdKeyOf(ctx, hashing, { areaId, address }) };
}
