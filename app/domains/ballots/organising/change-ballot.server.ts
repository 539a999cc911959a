import type { ReadContext, TransactionContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { appendEvent } from '../../ledger/index.server';
import { returnFromBallot } from '../../proposals/index.server';
import { ensureAsShown, revisionOf } from '../../shown-fields.server';
import { ensureArea } from '../../territory/index.server';
import { ballotFields } from './ballot-fields';
import type { CalledRow } from './ballot-fields';
import { addListed, addOptions, calledColumns, ensureOrganisations } from './create-ballot.server';
import { ballotEvents } from '../events';
import { ballotLifecycle } from '../lifecycle';
import type { NewBallot } from './new-ballot-schema';
import { mayChangeBallot, mayCreateBallot, mayLeadBallot } from '../policy';
import type { FieldValues } from '~/lib/form-state';
import { stepOf } from '~/lib/lifecycle';
import { lockRow } from '~/platform/db/lock-row';

const asCalled = {
  options: { orderBy: { position: 'asc' } },
  listed: { orderBy: { email: 'asc' } },
} as const;

/**
 * A ballot as the form to change it is filled, and whether the actor may change it now; its fields are empty for those who
 * do not lead it. Throws `not-found`.
 */
export async function ballotToChange(ctx: ReadContext, ballotId: string) {
  const row = await ctx.database.read.ballot.findUnique({ where: { id: ballotId }, include: asCalled });
  if (!row) throw new DomainError('not-found');
  const leads = mayLeadBallot(ctx.actor, row).allowed;
  const fields: FieldValues = leads ? ballotFields(row, ctx.configuration.timeZone) : {};
  const may = mayChangeBallot(ctx.actor, row);
  return { id: row.id, title: row.title, fields, revision: revisionOf(fields), may };
}

/** What the form of a ballot that has not opened is filled with. Throws `not-found`, `forbidden`. */
export async function changedBallot(ctx: ReadContext, ballotId: string) {
  const { may, ...ballot } = await ballotToChange(ctx, ballotId);
  ensure(may);
  return ballot;
}

/**
 * Changes a ballot until it opens, with a reason that is published and told to whoever heard of it. Proposals that are
 * taken off it go back to review; those put on it leave review. Throws `invalid` at the field, `conflict` where it has
 * opened or somebody else has saved meanwhile.
 */
export async function changeBallot(
  ctx: TransactionContext,
  ballotId: string,
  input: NewBallot,
): Promise<void> {
  // The opening holds the same row: rules are frozen as they stand after this, or before.
  await lockRow(ctx, 'Ballot', ballotId);
  const ballot = await ctx.prisma.ballot.findUnique({ where: { id: ballotId }, include: asCalled });
  if (!ballot) throw new DomainError('not-found');
  ensure(mayChangeBallot(ctx.actor, ballot));
  ensure(mayCreateBallot(ctx.actor, input.areaId));
  const before = ballotFields(ballot, ctx.configuration.timeZone);
  ensureAsShown(input.revision, before);
  if (input.closesAt <= ctx.clock.now())
    throw new DomainError('invalid', { field: 'closesAt', reason: 'ballots.closes-in-past' });
  await ensureArea(ctx, input.areaId);
  await ensureOrganisations(ctx, input);
  await ensureNoRollIsLost(ctx, ballot, input);
  const { from } = stepOf(ballotLifecycle, 'change');
  const changed = await ctx.prisma.ballot.updateMany({
    where: { id: ballotId, state: { in: from } },
    data: calledColumns(input),
  });
  if (changed.count === 0) throw new DomainError('conflict', { reason: 'ballots.opened-already' });
  await writeParts(ctx, ballot, input);
  const now = await ctx.prisma.ballot.findUniqueOrThrow({ where: { id: ballotId }, include: asCalled });
  await tellChange(ctx, [ballot, now], input.reason);
}

type Called = CalledRow & { id: string };

/** Says to whoever heard of the ballot what has changed, and why. */
async function tellChange(
  ctx: TransactionContext,
  [was, is]: readonly [Called, Called],
  reason: string,
): Promise<void> {
  const before = ballotFields(was, ctx.configuration.timeZone);
  const fields = ballotFields(is, ctx.configuration.timeZone);
  const moved = before.opensAt !== fields.opensAt || before.closesAt !== fields.closesAt;
  await appendEvent(ctx, ballotEvents, {
    type: 'ballot.changed',
    subjectKind: 'ballot',
    subjectId: is.id,
    areaId: is.areaId,
    publicData: {
      ...{ title: is.title, reason },
      ...timesOf(was, is, moved),
      changed: differencesOf(before, fields, [was, is]),
    },
  });
}

/** Those on a roll were told that they stand on it: it is emptied on its own page before another electorate is chosen. */
export async function ensureNoRollIsLost(
  ctx: ReadContext,
  ballot: { id: string; electorateKind: string },
  input: { electorateKind: string },
): Promise<void> {
  if (ballot.electorateKind !== 'roll' || input.electorateKind === 'roll') return;
  const line = await ctx.database.read.rollLine.findFirst({
    where: { ballotId: ballot.id, struckAt: null },
    select: { id: true },
  });
  if (line) throw new DomainError('invalid', { field: 'electorateKind', reason: 'ballots.roll-stands' });
}

async function writeParts(
  ctx: TransactionContext,
  ballot: { id: string; options: readonly { proposalId: string | null }[] },
  input: NewBallot,
): Promise<void> {
  const held = ballot.options.flatMap(({ proposalId }) => proposalId ?? []);
  for (const proposalId of held)
    if (!input.proposalIds.includes(proposalId))
      await returnFromBallot(ctx, { proposalId, reason: input.reason });
  const all = { where: { ballotId: ballot.id } };
  await ctx.prisma.ballotOption.deleteMany(all);
  await ctx.prisma.listedElector.deleteMany(all);
  await addListed(ctx, ballot.id, input);
  await addOptions(ctx, { ballotId: ballot.id, input, standing: held });
}

interface Times {
  opensAt: Date;
  closesAt: Date;
}

/** When people vote; what it was, too, where a clock on the wall would show that it moved. */
function timesOf(before: Times, now: Times, moved: boolean) {
  return {
    ...{ startsAt: now.opensAt, endsAt: now.closesAt },
    ...(moved ? { wasStartsAt: before.opensAt, wasEndsAt: before.closesAt } : {}),
  };
}

interface Voted {
  title: string;
  options: readonly { label: string }[];
}

const saidElsewhere = ['title', 'question', 'options', 'proposalIds', 'opensAt', 'closesAt'];

/** What has changed, in the words of its kind; rules and electorate in one line, as the page says the rest. */
function differencesOf(before: FieldValues, now: FieldValues, [was, is]: readonly [Voted, Voted]) {
  const differs = (name: string) => JSON.stringify(before[name]) !== JSON.stringify(now[name]);
  const labels = ({ options }: Voted) =>
    options
      .map(({ label }) => label)
      .join(' / ')
      .slice(0, 1000);
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(differs);
  const rules = names.some((name) => !saidElsewhere.includes(name));
  return [
    ...(was.title === is.title ? [] : [{ field: 'title', was: was.title, is: is.title }]),
    ...(labels(was) === labels(is) ? [] : [{ field: 'options', was: labels(was), is: labels(is) }]),
    ...(names.includes('question') ? [{ field: 'question', was: '', is: '' }] : []),
    ...(rules ? [{ field: 'rules', was: '', is: '' }] : []),
  ];
}
