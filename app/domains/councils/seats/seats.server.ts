import type { Context } from '../../context';
import { ensure } from '../../domain-error';
import { DomainError } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { moveCandidate, ownCandidate } from './answer-invitation.server';
import { holdCouncil, moveCouncil, tellOfCouncil, tellWithoutName } from '../load-council.server';
import { isOwn, mayAcceptSeat, mayLeaveSeat, maySeat } from '../policy';

/** Takes the seat that was drawn; whether the own name stands on the page is the member's choice. */
export async function acceptSeat(
  ctx: Context,
  councilId: string,
  { showsName }: { showsName: boolean },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const council = await holdCouncil(ctx, councilId);
    const candidate = await ownCandidate(ctx, councilId);
    ensure(mayAcceptSeat(ctx.actor, { council, candidate }));
    if (!candidate) return;
    await moveCandidate(ctx, candidate, { event: 'accept', showsName });
    await tellWithoutName(ctx, { council, type: 'council.seat-accepted' });
  });
}

/**
 * Gives up a seat, or declares vacant that of who does not answer or come. What the person stated is deleted; the seat is
 * drawn anew from those who are left. Who declared it vacant stands on record; who gave up the own one does not.
 */
export async function leaveSeat(ctx: Context, councilId: string, candidateId?: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const council = await holdCouncil(ctx, councilId);
    const candidate =
      candidateId === undefined
        ? await ownCandidate(ctx, councilId)
        : await ctx.prisma.councilCandidate.findFirst({ where: { id: candidateId, councilId } });
    ensure(mayLeaveSeat(ctx.actor, { council, candidate }));
    if (!candidate) throw new DomainError('not-found');
    await moveCandidate(ctx, candidate, { event: 'leave', sealedFeatures: null, showsName: false });
    await ctx.prisma.council.updateMany({ where: { id: councilId }, data: { check: null } });
    const tell = isOwn(ctx.actor, candidate) ? tellWithoutName : tellOfCouncil;
    await tell(ctx, { council, type: 'council.seat-vacant' });
  });
}

/** The council sits: nobody is asked any more. */
export async function seatCouncil(ctx: Context, councilId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const council = await holdCouncil(ctx, councilId);
    ensure(maySeat(ctx.actor, council, council.counts));
    await moveCouncil(ctx, { council, event: 'seat', columns: { seatedAt: ctx.clock.now() } });
    const publicData = { seats: council.counts.accepted };
    await tellOfCouncil(ctx, { council, type: 'council.seated', publicData });
  });
}
