import type { Context, ReadContext, TransactionContext } from '../../context';
import { doOnce, forgetDone } from '../../do-once.server';
import { inTransaction } from '../../in-transaction.server';
import { DomainError, ensure } from '../../domain-error';
import { appendEvent } from '../../ledger/index.server';
import { ballotEvents } from '../events';
import { hasRoll } from './freeze-roll.server';
import { holdBallotOfRoll, openingOf } from './held-ballot.server';
import type { BallotOfRoll } from './held-ballot.server';
import { mayKeepRoll } from './policy';
import { faultOfPerson, mostRollLines } from './read-roll';
import type { RollPerson } from './roll-person';
import type { NewLine } from './schema';
import { identityKeysOf, rollKeyOf, sealedLine } from './sealed-line.server';
import { newId } from '~/platform/ids';

/**
 * Adds one person at the counter, with who did it, when and why; one who was struck off comes back. Throws `conflict`
 * where the person is on the roll, `forbidden` where it is frozen, `invalid` where the ballot asks for another age.
 */
export async function addToRoll(ctx: Context, ballotId: string, input: NewLine): Promise<void> {
  await doOnce(ctx, 'ballot.roll-add', async (ctx) => {
    const ballot = await holdBallotOfRoll(ctx, ballotId);
    ensure(mayKeepRoll(ctx.actor, ballot));
    await ensureNotLate(ctx, ballot);
    const id = await enterLine(ctx, ballot, { ...input, isCorrection: false });
    await appendEvent(ctx, ballotEvents, {
      type: 'ballot.roll-added',
      subjectKind: 'ballot',
      subjectId: ballotId,
      areaId: ballot.areaId,
      publicData: { title: ballot.title },
      privateData: { line: id, reason: input.reason },
    });
    return id;
  });
}

/** A ballot whose time has come opens as soon as somebody stands on its roll: then it must be the whole roll. */
async function ensureNotLate(ctx: ReadContext, ballot: BallotOfRoll): Promise<void> {
  if (ballot.opensAt <= ctx.clock.now() && !(await hasRoll(ctx, ballot.id)))
    throw new DomainError('wrong-state', { reason: 'ballots.roll-late' });
}

const personIdOf = ({ actor }: ReadContext) => (actor.kind === 'person' ? actor.personId : 'system');

const fieldOf: Record<string, string> = {
  'roll-fault.no-year': 'birthYear',
  'roll-fault.too-young': 'birthYear',
  'roll-fault.became-day': 'unit',
};

/** Writes one line, or brings back the one that was struck. Answers its id. The ballot is held. */
export async function enterLine(
  ctx: TransactionContext,
  ballot: BallotOfRoll,
  input: NewLine & { isCorrection: boolean },
): Promise<string> {
  const { name, unit, household, birthYear, reason, isCorrection } = input;
  const person: RollPerson = { name, unit, household, birthYear: birthYear ?? null };
  const asked = { minimumAge: ballot.minimumAge, opening: openingOf(ctx, ballot) };
  const fault = faultOfPerson(person, asked);
  if (fault)
    throw new DomainError('invalid', {
      field: fieldOf[fault.fault] ?? 'name',
      reason: `ballots.${fault.fault}`,
      params: { value: fault.value },
    });
  const key = await rollKeyOf(ctx, ballot.id);
  const sealed = sealedLine(ctx, key, person);
  const entry = {
    ...{ addedBy: personIdOf(ctx), addedAt: ctx.clock.now(), addedReason: reason, isCorrection },
    ...{ struckBy: null, struckAt: null, struckReason: null, confirmedBy: null },
  };
  const where = { ballotId: ballot.id, identityKey: { in: identityKeysOf(key, person) } };
  const before = await ctx.prisma.rollLine.findFirst({ where, select: { id: true, struckAt: true } });
  if (before?.struckAt === null)
    throw new DomainError('conflict', { field: 'name', reason: 'ballots.roll-double' });
  if (before) {
    await ctx.prisma.rollLine.update({ where: { id: before.id }, data: { ...sealed, ...entry } });
    return before.id;
  }
  if ((await ctx.prisma.rollLine.count({ where: { ballotId: ballot.id } })) >= mostRollLines)
    throw new DomainError('invalid', { reason: 'ballots.roll-full', params: { most: mostRollLines } });
  const id = newId(ctx.clock.now());
  await ctx.prisma.rollLine.create({ data: { id, ballotId: ballot.id, ...sealed, ...entry } });
  return id;
}

/**
 * Strikes a person off, with a reason, until the roll is frozen; the line stays readable to staff. Striking it again
 * changes nothing. Throws `not-found`, and `forbidden` where the roll is frozen.
 */
export async function strikeFromRoll(
  ctx: Context,
  ballotId: string,
  { line, reason }: { line: string; reason: string },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const ballot = await holdBallotOfRoll(ctx, ballotId);
    ensure(mayKeepRoll(ctx.actor, ballot));
    const before = await ctx.prisma.rollLine.findFirst({ where: { id: line, ballotId } });
    if (!before) throw new DomainError('not-found');
    if (before.struckAt !== null) return;
    await ctx.prisma.rollLine.update({
      where: { id: line },
      data: {
        ...{ struckBy: personIdOf(ctx), struckAt: ctx.clock.now(), struckReason: reason },
        ...{ personId: null, joinedBy: null },
      },
    });
    await forgetDone(ctx, line);
    await appendEvent(ctx, ballotEvents, {
      type: 'ballot.roll-struck',
      subjectKind: 'ballot',
      subjectId: ballotId,
      areaId: ballot.areaId,
      publicData: { title: ballot.title },
      privateData: { line, reason, personId: before.personId },
    });
  });
}
