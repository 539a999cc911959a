import type { Context } from '../context';
import { DomainError, ensure } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { firstVote, loadBallot, loadElector, onceForUnit, paperKeyOf, recordPaper } from './cast-vote.server';
import type { ElectorRow, OpenBallot } from './cast-vote.server';
import { ballotEvents } from './events';
import { handedOutMark } from './paper-sheet';
import { isOpenForVotes, mayAssistVoters } from './policy';
import type { Choice } from './rules/kinds';
import type { Transaction } from '~/platform/db/database.server';

interface Assisted {
  ballot: OpenBallot;
  elector: ElectorRow;
}

/** Never for oneself: what a person does alone is done at home. */
async function loadAssisted(
  tx: Transaction,
  ctx: Context,
  { ballotId, personId }: { ballotId: string; personId: string },
): Promise<Assisted> {
  const ballot = await loadBallot(tx, ballotId);
  ensure(mayAssistVoters(ctx.actor, ballot));
  ensure(isOpenForVotes(ballot, ctx.clock.now()));
  if (ctx.actor.kind === 'person' && ctx.actor.personId === personId)
    throw new DomainError('forbidden', { reason: 'ballots.not-for-oneself' });
  const elector = await loadElector(tx, ballotId, personId);
  if (!elector) throw new DomainError('forbidden', { reason: 'ballots.not-in-electorate' });
  if (elector.channel === 'paper') throw new DomainError('conflict', { reason: 'ballots.took-paper' });
  return { ballot, elector };
}

async function tellOfAssistance(
  tx: Transaction,
  ctx: Context,
  { ballot, elector }: Assisted,
  type: 'ballot.voted-at-counter' | 'ballot.paper-handed-out',
): Promise<void> {
  await appendEvent(tx, ctx, ballotEvents, {
    type,
    subjectKind: 'ballot',
    subjectId: ballot.id,
    areaId: ballot.areaId,
    publicData: { title: ballot.title },
    privateData: { personId: elector.personId },
  });
}

/**
 * Staff cast the vote that a person without a device tells them at the counter. That it was done, for whom
 * and by whom is on record, and the person is told. Answers the receipt, to be handed over.
 */
export async function voteAtCounter(
  ctx: Context,
  ballotId: string,
  vote: { personId: string; choice: Choice },
): Promise<{ receipt: string }> {
  return onceForUnit(
    ctx.database.transaction(async (tx) => {
      const assisted = await loadAssisted(tx, ctx, { ballotId, personId: vote.personId });
      const receipt = await recordPaper(tx, ctx, { ...assisted, choice: vote.choice, channel: 'counter' });
      await tellOfAssistance(tx, ctx, assisted, 'ballot.voted-at-counter');
      return { receipt };
    }),
  );
}

/**
 * Marks in the register that the person has taken a sheet of paper; there is no vote on a device after that.
 * Throws `conflict` where the person or somebody of the household has voted.
 */
export async function handOutPaper(ctx: Context, ballotId: string, personId: string): Promise<void> {
  await onceForUnit(
    ctx.database.transaction(async (tx) => {
      const assisted = await loadAssisted(tx, ctx, { ballotId, personId });
      const { ballot, elector } = assisted;
      const { paperVoting } = await tx.prisma.ballot.findUniqueOrThrow({
        where: { id: ballotId },
        select: { paperVoting: true },
      });
      if (!paperVoting) throw new DomainError('wrong-state', { reason: 'ballots.no-paper' });
      if (elector.votedAt !== null) throw new DomainError('conflict', { reason: 'ballots.has-voted' });
      const paper = {
        ballotId,
        paperKey: paperKeyOf(ctx, ballot, elector),
        choice: handedOutMark,
        personId: null,
      };
      await firstVote(tx, ctx, { paper, elector, channel: 'paper' });
      await tellOfAssistance(tx, ctx, assisted, 'ballot.paper-handed-out');
    }),
  );
}
