import type { Context, TransactionContext } from '../context';
import { eachByItself } from '../each-by-itself';
import { inTransaction } from '../in-transaction.server';
import { successorOf } from '../organisations/index.server';
import { careVolunteerLifecycle, givenBackFrom, offeringStates } from './lifecycle';
import { tellWithoutName } from './load-need.server';
import { freeTasksOf, holdVolunteer } from './volunteers/offer-help.server';
import { stepOf, transitionFrom } from '~/lib/lifecycle';
import { isOneOf } from '~/lib/known-words';

/**
 * Of an organisation that was merged into another: who offered help for it offers it for the other. Visits and calls that
 * were promised go on, since whoever waits for them expects somebody known; nothing new is asked before the staff has
 * vetted the volunteer for the other, and both are told so. Asked after each event on an organisation; bears repetition.
 */
export async function followMerged(ctx: Context, organisationId: string): Promise<void> {
  const successor = await successorOf(ctx, organisationId);
  if (!successor) return;
  const rows = await ctx.database.read.careVolunteer.findMany({
    where: { organisationId, state: { in: [...offeringStates] } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  await eachByItself(rows, ({ id }) =>
    inTransaction(ctx, (ctx) => followOne(ctx, id, { from: organisationId, to: successor.id })),
  );
}

interface Merger {
  from: string;
  to: string;
}

type Held = NonNullable<Awaited<ReturnType<typeof holdVolunteer>>>;

async function followOne(ctx: TransactionContext, id: string, merger: Merger): Promise<void> {
  const volunteer = await holdVolunteer(ctx, id);
  if (volunteer?.organisationId !== merger.from || !offers(volunteer)) return;
  const { personId } = volunteer;
  const where = { personId_organisationId: { personId, organisationId: merger.to } };
  const there = await ctx.prisma.careVolunteer.findUnique({ where });
  // Who was refused for the other, or is vetted for it, stays so; an offer that nobody answered, or that is over, makes way.
  const stays = there !== null && there.state !== 'ended' && there.state !== careVolunteerLifecycle.initial;
  if (!stays) {
    if (there) await ctx.prisma.careVolunteer.delete({ where });
    await moveTasks(ctx, personId, merger);
    return carryOver(ctx, volunteer, merger.to);
  }
  if (offers(there)) await moveTasks(ctx, personId, merger);
  else await freeTasksOf(ctx, { personId, organisationId: merger.from });
  const { to } = stepOf(careVolunteerLifecycle, 'end');
  await ctx.prisma.careVolunteer.updateMany({ where: { id, state: volunteer.state }, data: { state: to } });
}

const offers = ({ state }: Pick<Held, 'state'>) => isOneOf(offeringStates, state);

/** What is still to be done is done for the other; records stay as they were made. */
async function moveTasks(ctx: TransactionContext, personId: string, { from, to }: Merger): Promise<void> {
  await ctx.prisma.careTask.updateMany({
    where: { doneBy: personId, organisationId: from, state: { in: [...givenBackFrom] } },
    data: { organisationId: to },
  });
}

async function carryOver(
  ctx: TransactionContext,
  { id, state, areaId, personId }: Held,
  organisationId: string,
) {
  const step = transitionFrom(careVolunteerLifecycle, state, 'carry-over');
  await ctx.prisma.careVolunteer.updateMany({
    where: { id, state },
    data: { organisationId, ...(step ? { state: step.to } : {}) },
  });
  if (!step) return;
  await tellWithoutName(ctx, {
    ...{ type: 'care-volunteer.carried-over', kind: 'care-volunteer', id, areaId, to: [personId] },
  });
  await tellWithoutName(ctx, { type: 'care-volunteer.to-vet', kind: 'care-volunteer', id, areaId });
}
