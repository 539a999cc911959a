import type { Context, TransactionContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { personOf } from '../../person-of';
import { ensureArea } from '../../territory/index.server';
import { careTaskLifecycle, careVolunteerLifecycle, givenBackFrom } from '../lifecycle';
import { tellOfOffice, tellWithoutName } from '../load-need.server';
import { mayOfferHelp, mayVet } from '../policy';
import { stepOf, transitionFrom } from '~/lib/lifecycle';
import { newId } from '~/platform/ids';
import { lockRow } from '~/platform/db/lock-row';

/** A member of a verified organisation offers to visit and call in a community; offered again it is vetted anew. */
export async function offerHelp(
  ctx: Context,
  { organisationId, areaId }: { organisationId: string; areaId: string },
): Promise<void> {
  ensure(mayOfferHelp(ctx.actor, { organisationId }));
  const personId = personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'Person', personId);
    await ensureArea(ctx, areaId);
    const where = { personId_organisationId: { personId, organisationId } };
    const before = await ctx.prisma.careVolunteer.findUnique({ where });
    const offeredAt = ctx.clock.now();
    const id = before?.id ?? newId(offeredAt);
    if (before) {
      const step = transitionFrom(careVolunteerLifecycle, before.state, 'offer-again');
      if (!step) throw new DomainError('conflict', { reason: 'care.offered-already' });
      const fresh = { areaId, offeredAt, vettedBy: null, vettedAt: null };
      await ctx.prisma.careVolunteer.update({ where, data: { ...fresh, state: step.to } });
    } else
      await ctx.prisma.careVolunteer.create({
        data: { id, personId, organisationId, areaId, offeredAt, state: careVolunteerLifecycle.initial },
      });
    await tellWithoutName(ctx, { type: 'care-volunteer.offered', kind: 'care-volunteer', id, areaId });
  });
}

const givenBack = stepOf(careTaskLifecycle, 'give-back').to;

/** Whatever somebody was asked to do, or was to do, waits for somebody else: of one organisation, or all of it. */
export async function freeTasksOf(
  ctx: TransactionContext,
  { personId, organisationId }: { personId: string; organisationId?: string },
): Promise<void> {
  const where = { doneBy: personId, organisationId, state: { in: [...givenBackFrom] } };
  const freed = await ctx.prisma.careTask.findMany({
    where,
    orderBy: { id: 'asc' },
    select: { id: true, need: { select: { areaId: true } } },
  });
  await ctx.prisma.careTask.updateMany({
    where,
    data: { state: givenBack, doneBy: null, organisationId: null },
  });
  for (const { id, need } of freed)
    await tellWithoutName(ctx, {
      ...{ type: 'care-task.given-back', kind: 'care-task', id, areaId: need.areaId },
    });
}

/** The volunteer, held until the transaction ends: nobody is asked while the offer ends. Null where there is none. */
export async function holdVolunteer(ctx: TransactionContext, id: string) {
  await lockRow(ctx, 'CareVolunteer', id);
  return ctx.prisma.careVolunteer.findUnique({ where: { id } });
}

const said = {
  vet: 'care-volunteer.vetted',
  refuse: 'care-volunteer.refused',
  end: 'care-volunteer.ended',
} as const;

/** The staff vets or refuses who offers, and ends it; the volunteer ends it, too. What was open is given back then, unless they are vetted. */
export async function vetVolunteer(
  ctx: Context,
  { volunteerId: id, verdict }: { volunteerId: string; verdict: 'vet' | 'refuse' | 'end' },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const volunteer = await holdVolunteer(ctx, id);
    if (!volunteer) throw new DomainError('not-found');
    ensure(mayVet(ctx.actor, volunteer, verdict));
    const { state, personId, organisationId, areaId } = volunteer;
    const step = transitionFrom(careVolunteerLifecycle, state, verdict);
    const own = ctx.actor.kind === 'person' && ctx.actor.personId === personId;
    const vetted = own ? {} : { vettedBy: personOf(ctx), vettedAt: ctx.clock.now() };
    const moved = step
      ? await ctx.prisma.careVolunteer.updateMany({
          where: { id, state },
          data: { ...vetted, state: step.to },
        })
      : { count: 0 };
    if (moved.count === 0) throw new DomainError('conflict', { reason: 'care.changed-meanwhile' });
    if (verdict !== 'vet') await freeTasksOf(ctx, { personId, organisationId });
    const tell = own ? tellWithoutName : tellOfOffice;
    await tell(ctx, { type: said[verdict], kind: 'care-volunteer', id, areaId, to: [personId] });
  });
}
