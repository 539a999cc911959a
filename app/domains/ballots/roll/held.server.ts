import type { HeldPerson } from '../../held-on-persons';
import type { ReadContext, TransactionContext } from '../../context';
import { openLine } from './sealed-line.server';

/** The lines with which the person's account is joined, opened for the person whom they are about. */
export async function ownLines(ctx: ReadContext, person: HeldPerson) {
  const lines = await ctx.database.read.rollLine.findMany({ where: { personId: person.id } });
  return {
    rollLines: lines.map(({ ballotId, sealedPerson, addedAt }) => ({
      ...{ ballotId, addedAt },
      ...openLine(ctx, sealedPerson),
    })),
  };
}

/**
 * An account that is erased leaves the lines of rolls that are not frozen: the person is on the roll as one without an
 * account. In a frozen roll the tie stays until the roll is removed: it is what keeps the person from a second vote.
 */
export async function partErased(ctx: TransactionContext, person: HeldPerson): Promise<void> {
  await ctx.prisma.rollLine.updateMany({
    where: { personId: person.id, ballot: { state: 'scheduled' } },
    data: { personId: null, joinedBy: null },
  });
}
