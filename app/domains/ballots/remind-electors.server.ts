import type { Context } from '../context';
import { appendEvent } from '../ledger/index.server';
import { ballotEvents } from './events';

const hour = 3600_000;
/** At most so long before the closing, and not before two thirds of the time are over. */
const longestNotice = 48 * hour;

/** When those who have not voted are reminded. */
export function reminderTime(opensAt: Date, closesAt: Date): Date {
  const third = (closesAt.getTime() - opensAt.getTime()) / 3;
  return new Date(closesAt.getTime() - Math.min(longestNotice, third));
}

/** Reminds once in each open ballot whose time for it has come. Answers in how many. */
export async function remindElectors(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  const open = await ctx.database.read.ballot.findMany({
    where: { state: 'open', remindedAt: null, closesAt: { gt: now } },
    select: { id: true, title: true, areaId: true, opensAt: true, closesAt: true },
  });
  let reminded = 0;
  for (const ballot of open) {
    if (reminderTime(ballot.opensAt, ballot.closesAt) > now) continue;
    const done = await ctx.database.transaction(async (tx) => {
      const claimed = await tx.prisma.ballot.updateMany({
        where: { id: ballot.id, state: 'open', remindedAt: null },
        data: { remindedAt: now },
      });
      if (claimed.count === 0) return false;
      await appendEvent(tx, ctx, ballotEvents, {
        type: 'ballot.reminder',
        subjectKind: 'ballot',
        subjectId: ballot.id,
        areaId: ballot.areaId,
        publicData: { title: ballot.title, closesAt: ballot.closesAt },
      });
      return true;
    });
    if (done) reminded += 1;
  }
  return reminded;
}
