import type { TransactionContext } from '../context';
import { liveStates, offeringStates } from './lifecycle';

/** Entries that live and offers that stand are looked after where the place belongs now; what is over stays where it was. */
export async function followClosedArea(
  ctx: TransactionContext,
  { from, into }: { from: string; into: string },
): Promise<void> {
  const data = { areaId: into };
  await ctx.prisma.careNeed.updateMany({ where: { areaId: from, state: { in: [...liveStates] } }, data });
  await ctx.prisma.careVolunteer.updateMany({
    where: { areaId: from, state: { in: [...offeringStates] } },
    data,
  });
}
