import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { householdKeyOf } from './household-key.server';
import { readKept, writeKept } from '~/platform/db/kept-values.server';

/** Raised whenever addresses are told apart in another way than before. */
const rekeyed = 'household-keys-2';
const together = 50;

/** Gives the next people the keys of their confirmed addresses; answers the last of them. */
async function rekeyStep(ctx: TransactionContext, after: string): Promise<string | null> {
  const hashing = await ctx.keys.hold(ctx);
  const people = await ctx.prisma.person.findMany({
    where: { id: { gt: after }, householdKey: { not: null } },
    orderBy: { id: 'asc' },
    take: together,
    select: { id: true },
  });
  const ids = people.map(({ id }) => id);
  const confirmed = await ctx.prisma.residenceVerification.findMany({
    where: { personId: { in: ids }, state: 'confirmed' },
    orderBy: { decidedAt: 'asc' },
    select: { personId: true, areaId: true, sealedAddress: true },
  });
  // Of several the last one counts: it comes last.
  const last = new Map(confirmed.map((one) => [one.personId, one]));
  for (const { personId, areaId, sealedAddress } of last.values()) {
    if (sealedAddress === '') continue;
    const address = ctx.keys.open(sealedAddress);
    const householdKey = await householdKeyOf(ctx, hashing, { areaId, address });
    await ctx.prisma.person.update({ where: { id: personId }, data: { householdKey } });
  }
  return ids.at(-1) ?? null;
}

/**
 * Households that an earlier version took for two, since their address was written otherwise or stood under a grid, are
 * one from then on. Done once, it does nothing. Electorates that are frozen stay as they are.
 */
export async function rekeyHouseholds(ctx: Context): Promise<void> {
  if ((await readKept(ctx.database, rekeyed)) !== null) return;
  for (let after: string | null = ''; after !== null;) {
    const from: string = after;
    after = await inTransaction(ctx, (ctx) => rekeyStep(ctx, from));
  }
  await writeKept(ctx.database, rekeyed, ctx.clock.now().toISOString());
}
