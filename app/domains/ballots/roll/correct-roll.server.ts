import type { Context, ReadContext, TransactionContext } from '../../context';
import { doOnce, forgetDone } from '../../do-once.server';
import { inTransaction } from '../../in-transaction.server';
import { DomainError, ensure } from '../../domain-error';
import { appendEvent } from '../../ledger/index.server';
import { ballotEvents } from '../events';
import type { BallotRules } from '../rules/kinds';
import { unitColumn, votesOf } from './freeze-roll.server';
import { holdBallotOfRoll } from './held-ballot.server';
import type { BallotOfRoll } from './held-ballot.server';
import { enterLine } from './keep-roll.server';
import { mayConfirmCorrection, mayCorrectRoll } from './policy';
import type { NewLine } from './schema';

const about = (ballot: BallotOfRoll) => ({
  subjectKind: 'ballot' as const,
  subjectId: ballot.id,
  areaId: ballot.areaId,
});

/**
 * Asks that a person who was left out by mistake be added to a frozen roll, with the reason. Nothing follows from it
 * until a second of the staff confirms. Throws as `addToRoll`, and `forbidden` where no votes are taken.
 */
export async function askForCorrection(ctx: Context, ballotId: string, input: NewLine): Promise<void> {
  await doOnce(ctx, 'ballot.roll-correction', async (ctx) => {
    const ballot = await holdBallotOfRoll(ctx, ballotId);
    ensure(mayCorrectRoll(ctx.actor, ballot, ctx.clock.now()));
    const id = await enterLine(ctx, ballot, { ...input, isCorrection: true });
    await appendEvent(ctx, ballotEvents, {
      ...{ type: 'ballot.roll-correction-asked', ...about(ballot) },
      publicData: { title: ballot.title },
      privateData: { line: id, reason: input.reason },
    });
    return id;
  });
}

async function heldCorrection(ctx: TransactionContext, ballotId: string, line: string) {
  const ballot = await holdBallotOfRoll(ctx, ballotId);
  const row = await ctx.prisma.rollLine.findFirst({ where: { id: line, ballotId, isCorrection: true } });
  if (!row) throw new DomainError('not-found');
  ensure(mayConfirmCorrection(ctx.actor, ballot, { askedBy: row.addedBy, now: ctx.clock.now() }));
  if (row.confirmedBy !== null || row.struckAt !== null)
    throw new DomainError('conflict', { reason: 'ballots.roll-decided' });
  return { ballot, by: personIdOf(ctx) };
}

const personIdOf = ({ actor }: ReadContext) => (actor.kind === 'person' ? actor.personId : 'system');

/**
 * A second of the staff confirms: the person votes from now on, and the base of quorum and shares grows by the vote. The
 * public record tells how many were added so, and no name. Throws `forbidden` for the one who asked.
 */
export async function confirmCorrection(ctx: Context, ballotId: string, line: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const { ballot, by } = await heldCorrection(ctx, ballotId, line);
    await ctx.prisma.rollLine.update({ where: { id: line }, data: { confirmedBy: by } });
    await ctx.sql.run(
      `INSERT INTO "Elector" ("ballotId", "personId", "unitKey", "areaId")
       SELECT "ballotId", COALESCE("personId", "id"), ${unitColumn(ballot.unit)}, ? FROM "RollLine" WHERE "id" = ?`,
      [ballot.areaId, line],
    );
    const electorateSize = await votesOf(ctx, ballotId);
    const { rules } = await ctx.prisma.ballot.findUniqueOrThrow({
      where: { id: ballotId },
      select: { rules: true },
    });
    const frozen = JSON.parse(rules ?? '{}') as BallotRules;
    const { rollCorrections } = await ctx.prisma.ballot.update({
      where: { id: ballotId },
      data: {
        electorateSize,
        rules: JSON.stringify({ ...frozen, electorateSize }),
        rollCorrections: { increment: 1 },
      },
      select: { rollCorrections: true },
    });
    await appendEvent(ctx, ballotEvents, {
      ...{ type: 'ballot.roll-corrected', ...about(ballot) },
      publicData: { title: ballot.title, corrections: rollCorrections, electorateSize },
      privateData: { line },
    });
  });
}

/** A second of the staff refuses, with a reason; the person may be asked for again. */
export async function refuseCorrection(
  ctx: Context,
  ballotId: string,
  { line, reason }: { line: string; reason: string },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const { ballot, by } = await heldCorrection(ctx, ballotId, line);
    await ctx.prisma.rollLine.update({
      where: { id: line },
      data: { struckBy: by, struckAt: ctx.clock.now(), struckReason: reason },
    });
    await forgetDone(ctx, line);
    await appendEvent(ctx, ballotEvents, {
      ...{ type: 'ballot.roll-correction-refused', ...about(ballot) },
      publicData: { title: ballot.title },
      privateData: { line, reason },
    });
  });
}
