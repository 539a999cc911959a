import type { Context } from '../context';
import { closeBallot } from './close-ballot.server';
import { removeKeyedPapers } from './move-papers.server';
import { openBallot } from './open-ballot.server';

/**
 * Opens, ends and counts every ballot whose instant has come, and clears away what counting leaves behind.
 * Answers how many changed.
 */
export async function openAndCloseDueBallots(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  const [opening, closing] = await Promise.all([
    ctx.database.read.ballot.findMany({
      where: { state: 'scheduled', opensAt: { lte: now } },
      select: { id: true },
    }),
    ctx.database.read.ballot.findMany({
      where: { OR: [{ state: 'open', closesAt: { lte: now } }, { state: 'counting' }] },
      select: { id: true },
    }),
  ]);
  let changed = 0;
  for (const { id } of opening) if (await openBallot(ctx, id)) changed += 1;
  for (const { id } of closing) if (await closeBallot(ctx, id)) changed += 1;
  await removeKeyedPapers(ctx);
  return changed;
}
