import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError, ensure } from '../../domain-error';
import { appendEvent } from '../../ledger/index.server';
import { neededKey } from '../ballot-key.server';
import { layPaper, loadBallot, loadElector, newReceipt, paperOf } from './cast-vote.server';
import type { ElectorRow, OpenBallot, Vote } from './cast-vote.server';
import { noteHelp } from '../paper/counter-notes.server';
import { ballotEvents } from '../events';
import { handedOutMark } from '../paper/paper-sheet';
import { isOpenForVotes, mayAssistVoters } from '../policy';
import type { Transaction } from '~/platform/db/database.server';

interface Assisted {
  ballot: OpenBallot;
  elector: ElectorRow;
}

/** Never for oneself: what a person does alone is done at home. */
async function loadAssisted(
  ctx: TransactionContext,
  { ballotId, personId }: { ballotId: string; personId: string },
): Promise<Assisted> {
  const ballot = await loadBallot(ctx, ballotId);
  ensure(mayAssistVoters(ctx.actor, ballot));
  ensure(isOpenForVotes(ballot, ctx.clock.now()));
  if (ctx.actor.kind === 'person' && ctx.actor.personId === personId)
    throw new DomainError('forbidden', { reason: 'ballots.not-for-oneself' });
  const elector = await loadElector(ctx, ballotId, personId);
  if (!elector) throw new DomainError('forbidden', { reason: 'ballots.not-in-electorate' });
  if (elector.channel === 'paper') throw new DomainError('conflict', { reason: 'ballots.took-paper' });
  return { ballot, elector };
}

/**
 * Staff cast the vote that a person without a device tells them at the counter, once: they see neither receipt nor
 * choice afterwards, and take the place of no paper that is there. That it was done, for whom and by whom, is told and
 * put on record within hours, apart from the paper. Throws `conflict` where a vote of the person or household is there.
 */
export async function voteAtCounter(
  ctx: Context,
  ballotId: string,
  vote: Vote & { personId: string },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const { ballot, elector } = await loadAssisted(ctx, { ballotId, personId: vote.personId });
    const paper = paperOf(ctx, { ballot, elector, vote });
    if (!(await layPaper(ctx, paper))) throw new DomainError('conflict', { reason: 'ballots.has-voted' });
    const key = neededKey(ctx, ballot);
    // Before the commit: of what is cast here the note is never missing.
    await noteHelp(ctx, {
      ballotId,
      key,
      personId: elector.personId,
      papers: await papersSoFar(ctx, ballotId),
    });
  });
}

async function papersSoFar(tx: Transaction, ballotId: string): Promise<number> {
  const { votedCount } = await tx.prisma.ballot.findUniqueOrThrow({
    where: { id: ballotId },
    select: { votedCount: true },
  });
  return votedCount;
}

/**
 * Marks in the register that the person has taken a sheet of paper; there is no vote on a device after that.
 * Throws `conflict` where the person or somebody of the household has voted.
 */
export async function handOutPaper(ctx: Context, ballotId: string, personId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const { ballot, elector } = await loadAssisted(ctx, { ballotId, personId });
    const { paperVoting } = await ctx.prisma.ballot.findUniqueOrThrow({
      where: { id: ballotId },
      select: { paperVoting: true },
    });
    if (!paperVoting) throw new DomainError('wrong-state', { reason: 'ballots.no-paper' });
    const key = neededKey(ctx, ballot);
    const laid = await layPaper(ctx, {
      ballotId,
      paperKey: key.paperKey(elector.unitKey),
      casterKey: key.casterKey(personId),
      receipt: newReceipt(),
      choice: handedOutMark,
      personId: null,
    });
    if (!laid) throw new DomainError('conflict', { reason: 'ballots.has-voted' });
    await ctx.sql.run('UPDATE "Elector" SET "channel" = ? WHERE "ballotId" = ? AND "personId" = ?', [
      'paper',
      ballotId,
      personId,
    ]);
    await appendEvent(ctx, ballotEvents, {
      type: 'ballot.paper-handed-out',
      subjectKind: 'ballot',
      subjectId: ballot.id,
      areaId: ballot.areaId,
      publicData: { title: ballot.title },
      privateData: { personId: elector.personId },
    });
  });
}
