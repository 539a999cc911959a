import type { Context, ReadContext, TransactionContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { displayNames } from '../../identity/index.server';
import { inTransaction } from '../../in-transaction.server';
import { appendEvent } from '../../ledger/index.server';
import { ensureAsShown, revisionOf } from '../../shown-fields.server';
import { volunteeringEvents } from '../events';
import { activeStates } from '../lifecycle';
import { isAccepted, mayOrganise } from '../policy';
import { signUpUntil } from '../rules/terms';
import type { OpportunityInput } from '../schema';
import { loadOrganised } from './load-organised.server';
import { contactChoices, contactPerson } from './contact-person.server';
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
    contacts: await contactChoices(ctx, opportunity.organisationId, opportunity.contactId),
    fields,
    revision: revisionOf(fields),
  };
}

type Organised = Awaited<ReturnType<typeof loadOrganised>>;

const shownFields = [
  ...(['title', 'place', 'requirements', 'risks', 'minimumAge', 'insurance'] as const),
  'signOffHours',
] as const;

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
    const named = { given: input.contactId, held: before.contactId };
    const contactId = await contactPerson(ctx, before.organisationId, named);
    const columns = { ...columnsOf(ctx, input), contactId };
    await ctx.prisma.opportunity.update({ where: { id: opportunityId }, data: columns });
    if (contactId !== before.contactId) await keepContact(ctx, before);
    if (before.state !== 'published') return;
    if (columns.signUpHours !== before.signUpHours)
      await moveDeadlines(ctx, opportunityId, columns.signUpHours);
    await tellChanged(ctx, before, { ...before, ...columns });
  });
}

/** What began under the former contact person stays under that one, in records and certificates. */
async function keepContact(ctx: TransactionContext, { id, contactId }: Organised): Promise<void> {
  const begun = await ctx.prisma.shift.findMany({
    where: { opportunityId: id, contactId: null, startsAt: { lte: ctx.clock.now() } },
    // In the order of the starts, as all do that hold several.
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  for (const shift of begun) await ctx.prisma.shift.update({ where: { id: shift.id }, data: { contactId } });
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

/** Who has a place in a shift to come, or waits for one; a person with both counts as one who has. */
async function comingTo(ctx: TransactionContext, opportunityId: string): Promise<ToldPlaces> {
  const rows = await ctx.prisma.signUp.findMany({
    where: {
      state: { in: activeStates },
      shift: { opportunityId, startsAt: { gt: ctx.clock.now() }, cancelledAt: null },
    },
    select: { personId: true, state: true },
  });
  const idsOf = (found: typeof rows) => [...new Set(found.map(({ personId }) => personId))];
  return { all: idsOf(rows), accepted: idsOf(rows.filter(({ state }) => isAccepted(state))) };
}

interface ToldPlaces {
  all: string[];
  accepted: string[];
}

/** On record is whatever reads otherwise now, its text too; told is what those who come have to know. */
async function tellChanged(ctx: TransactionContext, before: Organised, after: Organised): Promise<void> {
  const [was, is] = [fieldsOf(ctx, before), fieldsOf(ctx, after)];
  if (revisionOf(was) === revisionOf(is)) return;
  const coming = await comingTo(ctx, before.id);
  if (was.contactId !== is.contactId || was.contact !== is.contact)
    await tellContact(ctx, { before, after, accepted: coming.accepted });
  const fields = shownFields.filter((name) => before[name] !== after[name]);
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
    privateData: { volunteerIds: fields.length > 0 ? coming.all : [] },
  });
}

interface ContactChanged {
  before: Organised;
  after: Organised;
  accepted: string[];
}

/**
 * Who was asked and who is asked now, for those alone who may see it. How to reach them is kept sealed: it is said that
 * it is another, and read on the page.
 */
async function tellContact(ctx: TransactionContext, { before, after, accepted }: ContactChanged) {
  const names = await displayNames(ctx, [before.contactId, after.contactId]);
  const isOther = before.contactId !== after.contactId;
  await appendEvent(ctx, volunteeringEvents, {
    type: 'opportunity.contact-changed',
    subjectKind: 'opportunity',
    subjectId: before.id,
    areaId: after.areaId,
    publicData: {
      ...{ title: after.title, contact: names[after.contactId] ?? '' },
      ...(isOther && { wasContact: names[before.contactId] ?? '' }),
      reached: contactOf(ctx, before) !== contactOf(ctx, after),
    },
    privateData: {
      ...{ volunteerIds: accepted, organisationId: before.organisationId, contactId: after.contactId },
      wasContactId: before.contactId,
    },
  });
}
