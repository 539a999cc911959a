import type { Context, ReadContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { appendEvent } from '../../ledger/index.server';
import { leaveBallot } from '../../proposals/index.server';
import { ballotEvents } from '../events';
import { ballotLifecycle } from '../lifecycle';
import { copyPapersWithoutKeys, handedOut, takenPart } from '../paper/move-papers.server';
import { papersInPages } from '../paper/published-papers.query.server';
import { recordSubject, rollAttendance } from './record-head';
import type { RecordedBallot } from './record-head';
import { countPages } from './count-pages';
import type { BallotHead, Counted } from './count-pages';
import { paperLine } from '../rules/count-papers';
import type { BallotRules } from '../rules/kinds';
import { commitmentTo } from '../rules/record/draw-seed';
import type { Draw } from '../rules/record/draw-seed';
import { readTerms } from '../organising/terms';
import { stepOf } from '~/lib/lifecycle';
import { runInThreadByParts } from '~/platform/threads/run-in-thread.server';

/**
 * Counts a ballot in which voting has ended: copies the papers without their keys, reads them in pages,
 * counts in a thread of its own, and publishes. Answers false where it waits for sheets of paper or was
 * counted already.
 */
export async function countBallot(ctx: Context, ballotId: string): Promise<boolean> {
  const ballot = await ctx.database.read.ballot.findUnique({
    where: { id: ballotId },
    include: { options: { orderBy: { position: 'asc' }, select: { id: true, label: true } } },
  });
  if (ballot?.state !== 'counting' || ballot.rules === null) return false;
  // Asked only where there are sheets: it looks at every paper.
  const awaitsSheets = ballot.paperVoting && ballot.sheetsCompleteAt === null;
  if (awaitsSheets && (await handedOut(ctx, ballotId)) > 0) return false;
  await copyPapersWithoutKeys(ctx, ballotId);
  const draw = drawOf(ctx, ballot.sealedDrawSecret);
  const rules = JSON.parse(ballot.rules) as BallotRules;
  const read = { papers: 0 };
  const presentCount = ballot.electorateKind === 'roll' ? await takenPart(ctx, ballotId) : null;
  const roll = rollAttendance({ ...ballot, presentCount });
  const entrustedCount = await entrustedPapers(ctx, ballot);
  const countedAt = ctx.clock.now();
  const counting = termsCounted(ballot.terms, countedAt);
  const head: BallotHead = {
    ...{ subject: recordSubject({ ...ballot, terms: counting }), rules, draw, roll },
    entrusted: entrustedCount,
  };
  const counted = await runInThreadByParts<Counted>(
    'count-papers',
    { head, parts: linesInPages(ctx, ballotId, read) },
    (pages) => countPages(head, pages),
  );
  const numbers = { papers: read.papers, presentCount, entrustedCount };
  return publishResult(ctx, { ballot, counted, draw, ...numbers, terms: counting, countedAt });
}

const termsCounted = (terms: string, at: Date) =>
  JSON.stringify({ ...readTerms(terms), countedAt: at.toISOString() });

function drawOf(ctx: ReadContext, sealedSecret: string | null): Draw | null {
  if (sealedSecret === null) return null;
  const secret = ctx.keys.open(sealedSecret);
  return { secret, commitment: commitmentTo(secret) };
}

async function* linesInPages(
  ctx: ReadContext,
  ballotId: string,
  read: { papers: number },
): AsyncGenerator<string> {
  for await (const page of papersInPages(ctx, ballotId)) {
    read.papers += page.length;
    if (page.length > 0) yield page.map(paperLine).join('\n');
    await ctx.giveWay();
  }
}

/** How many papers were cast for others, as the register was marked; null where votes could not be entrusted. */
async function entrustedPapers(
  ctx: ReadContext,
  ballot: { id: string; terms: string },
): Promise<number | null> {
  if (readTerms(ballot.terms).entrusted === 0) return null;
  return ctx.database.read.elector.count({
    where: { ballotId: ballot.id, channel: 'entrusted', voted: true },
  });
}

interface Publication {
  ballot: RecordedBallot;
  counted: Counted;
  draw: Draw | null;
  papers: number;
  presentCount: number | null;
  entrustedCount: number | null;
  /** With the time of the count, which the record says. */
  terms: string;
  countedAt: Date;
}

async function publishResult(
  ctx: Context,
  { ballot: { id, terms: before }, counted: { outcome, rules, digest }, draw, ...given }: Publication,
): Promise<boolean> {
  const { papers, presentCount, entrustedCount, terms, countedAt } = given;
  return inTransaction(ctx, async (ctx) => {
    const { from, to } = stepOf(ballotLifecycle, 'count');
    const closed = await ctx.prisma.ballot.updateMany({
      // What the record says of the meeting was read before the count: where it was corrected since, the next turn counts.
      where: { id, terms: before, state: { in: from } },
      data: {
        state: to,
        ...{ closedAt: countedAt, terms },
        ...{ votedCount: papers, presentCount, entrustedCount },
        rules: JSON.stringify(rules),
        result: JSON.stringify(outcome),
        sealedDrawSecret: null,
        drawSecret: draw?.secret ?? null,
        recordDigest: digest,
      },
    });
    if (closed.count === 0) return false;
    const ballot = await ctx.prisma.ballot.findUniqueOrThrow({
      where: { id },
      include: { options: { orderBy: { position: 'asc' } } },
    });
    const accepted = new Set(outcome.result.winners);
    for (const option of ballot.options) {
      if (!option.proposalId) continue;
      await leaveBallot(ctx, { proposalId: option.proposalId, accepted: accepted.has(option.id) });
    }
    await appendEvent(ctx, ballotEvents, {
      type: 'ballot.closed',
      subjectKind: 'ballot',
      subjectId: id,
      areaId: ballot.areaId,
      publicData: {
        title: ballot.title,
        voted: papers,
        electorateSize: ballot.electorateSize,
        accepted: ballot.options.filter((option) => accepted.has(option.id)).map((option) => option.label),
        recordDigest: digest,
      },
    });
    return true;
  });
}
