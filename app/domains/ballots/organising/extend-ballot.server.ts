import type { Context } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError, ensure } from '../../domain-error';
import { appendEvent } from '../../ledger/index.server';
import { ballotEvents } from '../events';
import { mayExtendBallot } from '../policy';

/**
 * Puts the closing of an open ballot off, with a reason that is published and told to the electorate.
 * Rules and electorate stay as they were frozen. Throws `invalid` where the new closing is not later.
 */
export async function extendBallot(
  ctx: Context,
  ballotId: string,
  { closesAt, reason }: { closesAt: Date; reason: string },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const ballot = await ctx.prisma.ballot.findUnique({ where: { id: ballotId } });
    if (!ballot) throw new DomainError('not-found');
    ensure(mayExtendBallot(ctx.actor, ballot, ctx.clock.now()));
    if (closesAt <= ballot.closesAt)
      throw new DomainError('invalid', { field: 'closesAt', reason: 'ballots.not-later' });
    const extended = await ctx.prisma.ballot.updateMany({
      where: { id: ballotId, state: 'open', closesAt: ballot.closesAt },
      data: { closesAt },
    });
    if (extended.count === 0) throw new DomainError('conflict', { reason: 'ballots.closed' });
    await appendEvent(ctx, ballotEvents, {
      type: 'ballot.extended',
      subjectKind: 'ballot',
      subjectId: ballotId,
      areaId: ballot.areaId,
      publicData: { title: ballot.title, before: ballot.closesAt, closesAt, reason },
    });
  });
}
