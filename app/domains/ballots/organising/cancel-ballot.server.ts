import type { Context } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { forgetDone } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { appendEvent } from '../../ledger/index.server';
import { returnFromBallot } from '../../proposals/index.server';
import { destroyBallotKey } from '../ballot-key.server';
import { tellHelped } from '../paper/counter-notes.server';
import { ballotEvents } from '../events';
import { ballotLifecycle } from '../lifecycle';
import { removePapers } from '../paper/move-papers.server';
import { mayCancelBallot } from '../policy';
import { stepOf } from '~/lib/lifecycle';

/**
 * Ends a ballot without a count; its proposals go back to review. Papers lose their secret at once and are destroyed
 * in small steps: a few here, those of a whole city by the worker.
 */
export async function cancelBallot(ctx: Context, ballotId: string, reason: string): Promise<void> {
  const found = await ctx.database.read.ballot.findUnique({ where: { id: ballotId } });
  if (!found) throw new DomainError('not-found');
  ensure(mayCancelBallot(ctx.actor, found));
  // Who was helped at the counter is on record also of a ballot that comes to nothing.
  await tellHelped({ ...ctx, actor: { kind: 'system' } }, found);
  await inTransaction(ctx, async (ctx) => {
    const ballot = await ctx.prisma.ballot.findUnique({
      where: { id: ballotId },
      include: { options: true },
    });
    if (!ballot) throw new DomainError('not-found');
    ensure(mayCancelBallot(ctx.actor, ballot));
    const { from, to } = stepOf(ballotLifecycle, 'cancel');
    const cancelled = await ctx.prisma.ballot.updateMany({
      where: { id: ballotId, state: { in: from } },
      data: {
        ...{ state: to, cancelledReason: reason, closedAt: ctx.clock.now() },
        ...{ sealedSecret: null, keyCheck: null },
      },
    });
    if (cancelled.count === 0) throw new DomainError('conflict', { reason: 'ballots.already-over' });
    await forgetDone(ctx, ballotId);
    const papers = { where: { ballotId } };
    await ctx.prisma.paperSheet.deleteMany(papers);
    await ctx.prisma.listedElector.deleteMany(papers);
    for (const option of ballot.options) {
      if (option.proposalId) await returnFromBallot(ctx, { proposalId: option.proposalId, reason });
    }
    await appendEvent(ctx, ballotEvents, {
      type: 'ballot.cancelled',
      subjectKind: 'ballot',
      subjectId: ballotId,
      areaId: ballot.areaId,
      publicData: { title: ballot.title, reason },
    });
  });
  destroyBallotKey(ctx, ballotId);
  await removePapers(ctx, ballotId);
}
