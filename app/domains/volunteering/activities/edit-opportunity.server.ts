import type { Context, ReadContext, TransactionContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { appendEvent } from '../../ledger/index.server';
import { ensureAsShown, revisionOf } from '../../shown-fields.server';
import { volunteeringEvents } from '../events';
import { activeStates } from '../lifecycle';
import { mayOrganise } from '../policy';
import { signUpUntil } from '../rules/terms';
import type { OpportunityInput } from '../schema';
import { loadOrganised } from './load-organised.server';
import { columnsOf, contactOf, ensureWhere, fieldsOf } from './opportunity-columns.server';
import { lockRow } from '~/platform/db/lock-row';

/** The fields of an activity for the form that changes it. Throws `forbidden` to others than its organisers. */
export async function opportunityToEdit(ctx: ReadContext, opportunityId: string) {
  const opportunity = await ctx.database.read.opportunity.findUnique({ where: { id: opportunityId } });
  if (!opportunity) throw new DomainError('not-found');
  ensure(mayOrganise(ctx.actor, opportunity.organisationId));
  const fields = fieldsOf(ctx, opportunity);
  return {
    opportunity: { areaId: opportunity.areaId, proposalId: opportunity.proposalId },
    fields,
    revision: revisionOf(fields),
  };
}

type Organised = Awaited<ReturnType<typeof loadOrganised>>;

const shownFields = ['place', 'requirements', 'risks', 'minimumAge', 'insurance'] as const;

/** Saves a changed activity. Whoever has a place in a shift to come is told what was and what is. */
export async function editOpportunity(
  ctx: Context,
  opportunityId: string,
  { revision, ...input }: OpportunityInput & { revision?: string | undefined },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const before = await loadOrganised(ctx, opportunityId);
    if (before.state === 'cancelled') throw new DomainError('conflict', { reason: 'already-decided' });
    ensureAsShown(revision, fieldsOf(ctx, before));
    // What it hangs on already may stay, whatever has become of it.
    const isSame = input.proposalId === (before.proposalId ?? '');
    await ensureWhere(ctx, isSame ? { ...input, proposalId: '' } : input);
    const columns = columnsOf(ctx, input);
    await ctx.prisma.opportunity.update({ where: { id: opportunityId }, data: columns });
    if (before.state !== 'published') return;
    if (columns.signUpHours !== before.signUpHours)
      await moveDeadlines(ctx, opportunityId, columns.signUpHours);
    await tellChanged(ctx, before, { ...before, ...columns });
  });
}

/** Until when people sign up for shifts to come, by the new number of hours. */
async function moveDeadlines(
  ctx: TransactionContext,
  opportunityId: string,
  signUpHours: number,
): Promise<void> {
  const now = ctx.clock.now();
  const where = { opportunityId, startsAt: { gt: now } };
  // In the order of the starts, as whoever changes a shift and offers the next one does.
  const inOrder = [{ startsAt: 'asc' as const }, { id: 'asc' as const }];
  const found = await ctx.prisma.shift.findMany({ where, orderBy: inOrder, select: { id: true } });
  for (const { id } of found) await lockRow(ctx, 'Shift', id);
  // Read once they are held: whoever was moving one has done so.
  const coming = await ctx.prisma.shift.findMany({ where, select: { id: true, startsAt: true } });
  for (const { id, startsAt } of coming)
    await ctx.prisma.shift.update({
      where: { id },
      data: { signUpUntil: signUpUntil({ startsAt, now, signUpHours }) },
    });
}

/** Who has a place in a shift to come. */
async function comingTo(ctx: TransactionContext, opportunityId: string): Promise<string[]> {
  const rows = await ctx.prisma.signUp.findMany({
    where: {
      state: { in: activeStates },
      shift: { opportunityId, startsAt: { gt: ctx.clock.now() }, cancelledAt: null },
    },
    select: { personId: true },
  });
  return [...new Set(rows.map(({ personId }) => personId))];
}

/** On record is whatever reads otherwise now, its text too; told is what those who come have to know. */
async function tellChanged(ctx: TransactionContext, before: Organised, after: Organised): Promise<void> {
  if (revisionOf(fieldsOf(ctx, before)) === revisionOf(fieldsOf(ctx, after))) return;
  const fields = shownFields.filter((name) => before[name] !== after[name]);
  const contactChanged = contactOf(ctx, before) !== contactOf(ctx, after);
  const isTold = fields.length > 0 || contactChanged || before.title !== after.title;
  const moved =
    before.place !== after.place ? { place: after.place ?? '', wasPlace: before.place ?? '' } : {};
  const changed = fields
    .filter((name) => name !== 'place')
    .map((name) => ({ field: name, was: String(before[name]), is: String(after[name]) }));
  await appendEvent(ctx, volunteeringEvents, {
    type: 'opportunity.changed',
    subjectKind: 'opportunity',
    subjectId: before.id,
    areaId: after.areaId,
    publicData: { title: after.title, ...moved, changed },
    privateData: { volunteerIds: isTold ? await comingTo(ctx, before.id) : [] },
  });
}
