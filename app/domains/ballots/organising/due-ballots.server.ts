import { eachByItself } from '../../each-by-itself';
import type { Context } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { appendEvent } from '../../ledger/index.server';
import { ballotKeyOf, destroyBallotKey } from '../ballot-key.server';
import { closeBallot } from '../counting/close-ballot.server';
import { ballotEvents } from '../events';
import { removeBrokenImports } from '../files/import-pb.server';
import { removeKeyedPapers } from '../paper/move-papers.server';
import { openBallot } from './open-ballot.server';
import { namesOfKeys } from '~/platform/files/key-files.server';

/**
 * Opens, ends and counts every ballot whose instant has come, and clears away what counting leaves behind.
 * One that cannot be done holds up no other. Answers how many changed.
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
  const steps = [
    ...opening.map(
      ({ id }) =>
        async () =>
          openBallot(ctx, id),
    ),
    ...closing.map(
      ({ id }) =>
        async () =>
          closeBallot(ctx, id),
    ),
    () => watchKeys(ctx),
    () => removeKeyedPapers(ctx),
    () => removeBrokenImports(ctx),
  ];
  await eachByItself(steps, async (step) => {
    if ((await step()) === true) changed += 1;
  });
  return changed;
}

/**
 * Destroys the keys that a crash left of ballots that need them no more, and says of an open ballot whose key is gone
 * that it takes no votes: once, to the moderators.
 */
async function watchKeys(ctx: Context): Promise<void> {
  for (const id of namesOfKeys(ctx.configuration.ballotKeysDirectory)) {
    const ballot = await ctx.database.read.ballot.findUnique({ where: { id }, select: { state: true } });
    // A key that this database does not know may be another portal's.
    if (ballot?.state === 'closed' || ballot?.state === 'cancelled') destroyBallotKey(ctx, id);
  }
  const open = await ctx.database.read.ballot.findMany({ where: { state: 'open', keyLostAt: null } });
  for (const ballot of open) if (ballotKeyOf(ctx, ballot) === null) await sayKeyLost(ctx, ballot);
}

async function sayKeyLost(ctx: Context, ballot: { id: string; areaId: string; title: string }) {
  await inTransaction(ctx, async (ctx) => {
    const claimed = await ctx.prisma.ballot.updateMany({
      where: { id: ballot.id, state: 'open', keyLostAt: null },
      data: { keyLostAt: ctx.clock.now() },
    });
    if (claimed.count === 0) return;
    await appendEvent(ctx, ballotEvents, {
      type: 'ballot.key-lost',
      subjectKind: 'ballot',
      subjectId: ballot.id,
      areaId: ballot.areaId,
      publicData: { title: ballot.title },
    });
  });
}
