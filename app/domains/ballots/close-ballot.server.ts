import type { Context } from '../context';
import { appendEvent } from '../ledger/index.server';
import { leaveBallot } from '../proposals/index.server';
import { ballotEvents } from './events';
import type { BallotRules, Choice } from './rules/kinds';
import { tally } from './rules/tally';
import { randomToken } from '~/platform/crypto/tokens.server';
import type { Transaction } from '~/platform/db/database.server';

/**
 * Closes an open ballot whose time is over: counts once by the frozen rules, wipes the secret, and lays
 * the papers anew in the order of their receipts, so that neither key nor position leads back to a voter.
 * The proposals move on. Answers false where it was not open.
 */
export async function closeBallot(ctx: Context, ballotId: string): Promise<boolean> {
  return ctx.database.transaction(async (tx) => {
    const now = ctx.clock.now();
    const claimed = await tx.prisma.ballot.updateMany({
      where: { id: ballotId, state: 'open', closesAt: { lte: now } },
      data: { state: 'closed', closedAt: now, sealedSecret: null },
    });
    if (claimed.count === 0) return false;
    const ballot = await tx.prisma.ballot.findUniqueOrThrow({
      where: { id: ballotId },
      include: { options: { orderBy: { position: 'asc' } } },
    });
    const papers = await shufflePapers(tx, ballotId);
    const rules = JSON.parse(ballot.rules ?? '{}') as BallotRules;
    const outcome = tally(
      papers.map((paper) => JSON.parse(paper.choice) as Choice),
      rules,
    );
    await tx.prisma.ballot.update({ where: { id: ballotId }, data: { result: JSON.stringify(outcome) } });
    const accepted = new Set(outcome.result.winners);
    for (const option of ballot.options) {
      if (!option.proposalId) continue;
      await leaveBallot(tx, ctx, { proposalId: option.proposalId, accepted: accepted.has(option.id) });
    }
    await appendEvent(tx, ctx, ballotEvents, {
      type: 'ballot.closed',
      subjectKind: 'ballot',
      subjectId: ballotId,
      areaId: ballot.areaId,
      publicData: {
        title: ballot.title,
        voted: ballot.votedCount,
        electorateSize: ballot.electorateSize,
        accepted: ballot.options.filter((option) => accepted.has(option.id)).map((option) => option.label),
      },
    });
    return true;
  });
}

async function shufflePapers(tx: Transaction, ballotId: string) {
  const papers = await tx.prisma.ballotPaper.findMany({ where: { ballotId }, orderBy: { receipt: 'asc' } });
  await tx.prisma.ballotPaper.deleteMany({ where: { ballotId } });
  for (let start = 0; start < papers.length; start += 500) {
    const part = papers.slice(start, start + 500);
    await tx.prisma.ballotPaper.createMany({
      data: part.map((paper) => ({ ...paper, paperKey: randomToken() })),
    });
  }
  return papers;
}
