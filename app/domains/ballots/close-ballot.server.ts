import type { Context } from '../context';
import { appendEvent } from '../ledger/index.server';
import { countBallot } from './count-ballot.server';
import { ballotEvents } from './events';

/**
 * Ends voting in an open ballot whose time is over and counts it. From the first step on no vote is taken,
 * and what ties papers to voters is wiped; the count may take seconds and is taken up again where it was
 * broken off. Answers false where nothing was to be done or sheets of paper are still missing.
 */
export async function closeBallot(ctx: Context, ballotId: string): Promise<boolean> {
  await endVoting(ctx, ballotId);
  return countBallot(ctx, ballotId);
}

async function endVoting(ctx: Context, ballotId: string): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const now = ctx.clock.now();
    const ended = await tx.prisma.ballot.updateMany({
      where: { id: ballotId, state: 'open', closesAt: { lte: now } },
      data: { state: 'counting', sealedSecret: null },
    });
    if (ended.count === 0) return;
    const ballot = await tx.prisma.ballot.findUniqueOrThrow({
      where: { id: ballotId },
      select: { title: true, areaId: true },
    });
    await appendEvent(tx, ctx, ballotEvents, {
      type: 'ballot.voting-ended',
      subjectKind: 'ballot',
      subjectId: ballotId,
      areaId: ballot.areaId,
      publicData: { title: ballot.title },
    });
  });
}
