import type { Context } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { appendEvent } from '../../ledger/index.server';
import { ballotKeyOf, destroyBallotKey } from '../ballot-key.server';
import { countBallot } from './count-ballot.server';
import { tellHelped } from '../paper/counter-notes.server';
import { ballotEvents } from '../events';
import { ballotLifecycle } from '../lifecycle';
import { markRegister } from '../casting/register.server';
import { stepOf } from '~/lib/lifecycle';

/**
 * Ends voting in an open ballot whose time is over and counts it. From the first step on no vote is taken; the
 * register is marked, and then what ties papers to voters is destroyed. The count may take seconds. Each step is taken
 * up again where it was broken off. Answers false where nothing was to be done or sheets of paper are still missing.
 */
export async function closeBallot(ctx: Context, ballotId: string): Promise<boolean> {
  await endVoting(ctx, ballotId);
  await settleRegister(ctx, ballotId);
  return countBallot(ctx, ballotId);
}

async function endVoting(ctx: Context, ballotId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const now = ctx.clock.now();
    const { from, to } = stepOf(ballotLifecycle, 'end');
    const ended = await ctx.prisma.ballot.updateMany({
      where: { id: ballotId, state: { in: from }, closesAt: { lte: now } },
      data: { state: to },
    });
    if (ended.count === 0) return;
    const ballot = await ctx.prisma.ballot.findUniqueOrThrow({
      where: { id: ballotId },
      select: { title: true, areaId: true },
    });
    await appendEvent(ctx, ballotEvents, {
      type: 'ballot.voting-ended',
      subjectKind: 'ballot',
      subjectId: ballotId,
      areaId: ballot.areaId,
      publicData: { title: ballot.title },
    });
  });
}

/** What needs the ballot's key for the last time. Where the key is lost, nobody can be marked; the papers count. */
async function settleRegister(ctx: Context, ballotId: string): Promise<void> {
  const ballot = await ctx.database.read.ballot.findUniqueOrThrow({ where: { id: ballotId } });
  const settled = ballot.keyCheck === null && ballot.sealedSecret === null;
  if (ballot.state !== 'counting' || settled) return;
  const key = ballotKeyOf(ctx, ballot);
  if (key) {
    await markRegister(ctx, ballotId, key);
    await tellHelped(ctx, ballot);
  }
  const { keyCheck, sealedSecret } = ballot;
  await inTransaction(ctx, (ctx) =>
    ctx.prisma.ballot.updateMany({
      // Another worker may have done it, and then the key is gone and not lost.
      where: { id: ballotId, keyCheck, sealedSecret },
      data: {
        ...{ keyCheck: null, sealedSecret: null },
        ...(key === null && ballot.keyLostAt === null ? { keyLostAt: ctx.clock.now() } : {}),
      },
    }),
  );
  destroyBallotKey(ctx, ballotId);
}
