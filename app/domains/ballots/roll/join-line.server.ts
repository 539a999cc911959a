import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError, ensure } from '../../domain-error';
import { personByEmail } from '../../identity/index.server';
import { appendEvent } from '../../ledger/index.server';
import { ballotEvents } from '../events';
import { holdBallotOfRoll } from './held-ballot.server';
import type { BallotOfRoll } from './held-ballot.server';
import { mayJoinLines } from './policy';

async function heldLine(ctx: TransactionContext, ballotId: string, line: string) {
  const ballot = await holdBallotOfRoll(ctx, ballotId);
  ensure(mayJoinLines(ctx.actor, ballot));
  const row = await ctx.prisma.rollLine.findFirst({ where: { id: line, ballotId, struckAt: null } });
  if (!row) throw new DomainError('not-found');
  return { ballot, row };
}

/**
 * Confirms that an account is the person of a line: from the opening on it votes as that line, and the line is no
 * second vote. The person is told. Doing it again changes nothing. Throws `forbidden` for the own account, `conflict`
 * where the account or the line is joined otherwise, `invalid` where there is no such account.
 */
export async function joinLine(
  ctx: Context,
  ballotId: string,
  { line, email }: { line: string; email: string },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const { ballot, row } = await heldLine(ctx, ballotId, line);
    const personId = await personByEmail(ctx, email);
    if (personId === null)
      throw new DomainError('invalid', { field: 'email', reason: 'ballots.roll-no-account' });
    const joinedBy = ctx.actor.kind === 'person' ? ctx.actor.personId : 'system';
    if (joinedBy === personId) throw new DomainError('forbidden', { reason: 'ballots.roll-own-account' });
    if (row.personId === personId) return;
    if (row.personId !== null)
      throw new DomainError('conflict', { field: 'email', reason: 'ballots.roll-line-joined' });
    if ((await ctx.prisma.rollLine.count({ where: { ballotId, personId } })) > 0)
      throw new DomainError('conflict', { field: 'email', reason: 'ballots.roll-account-taken' });
    await ctx.prisma.rollLine.update({ where: { id: line }, data: { personId, joinedBy } });
    await tellOfLine(ctx, ballot, { type: 'ballot.roll-joined', line, personId });
  });
}

/** Takes an account off its line again, until the roll is frozen. Doing it again changes nothing. */
export async function partLine(ctx: Context, ballotId: string, line: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const { ballot, row } = await heldLine(ctx, ballotId, line);
    if (row.personId === null) return;
    await ctx.prisma.rollLine.update({ where: { id: line }, data: { personId: null, joinedBy: null } });
    await tellOfLine(ctx, ballot, { type: 'ballot.roll-parted', line, personId: row.personId });
  });
}

async function tellOfLine(
  ctx: TransactionContext,
  ballot: BallotOfRoll,
  {
    type,
    line,
    personId,
  }: { type: 'ballot.roll-joined' | 'ballot.roll-parted'; line: string; personId: string },
): Promise<void> {
  await appendEvent(ctx, ballotEvents, {
    type,
    subjectKind: 'ballot',
    subjectId: ballot.id,
    areaId: ballot.areaId,
    publicData: { title: ballot.title },
    privateData: { line, personId },
  });
}
