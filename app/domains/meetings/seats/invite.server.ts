import type { Context } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { holdMeeting, tellOfMeeting, touchMeeting } from '../load-meeting.server';
import { mayChangeMeeting } from '../policy';
import { mostSeats } from '../schema';
import type { InviteInput } from '../schema';
import { ensureQuorum, seatsFor } from './seats-for.server';
import { newId } from '~/platform/ids';

/** Invites more people and organisations; who is invited already keeps the seat. Tells the new ones alone. */
export async function inviteToMeeting(ctx: Context, meetingId: string, input: InviteInput): Promise<void> {
  const now = ctx.clock.now();
  await inTransaction(ctx, async (ctx) => {
    const meeting = await holdMeeting(ctx, meetingId);
    ensure(mayChangeMeeting(ctx.actor, meeting));
    const taken = meeting.seats;
    const added = (await seatsFor(ctx, input)).filter(
      (seat) =>
        !taken.some(
          (one) =>
            (seat.organisationId !== null && one.organisationId === seat.organisationId) ||
            (seat.email !== null && one.email === seat.email) ||
            (seat.personId !== null && one.personId === seat.personId),
        ),
    );
    if (added.length === 0)
      throw new DomainError('conflict', { field: 'people', reason: 'meetings.invited-already' });
    if (taken.length + added.length > mostSeats)
      throw new DomainError('invalid', {
        field: 'people',
        reason: 'meetings.too-many-seats',
        params: { most: mostSeats },
      });
    await ctx.prisma.meetingSeat.createMany({
      data: added.map((seat) => ({ id: newId(now), meetingId, ...seat, invitedAt: now })),
    });
    await touchMeeting(ctx, meeting);
    const { startsAt, place } = meeting;
    const publicData = { meetsAt: startsAt, place };
    await tellOfMeeting(ctx, { meeting, type: 'meeting.invited', publicData, to: added });
  });
}

/** Takes an invitation back, until the meeting begins. */
export async function uninvite(ctx: Context, meetingId: string, seatId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const meeting = await holdMeeting(ctx, meetingId);
    ensure(mayChangeMeeting(ctx.actor, meeting));
    const seat = meeting.seats.find(({ id }) => id === seatId);
    if (!seat) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    ensureQuorum(meeting.quorum, meeting.seats.length - 1);
    await ctx.prisma.meetingSeat.delete({ where: { id: seatId } });
    await touchMeeting(ctx, meeting);
    await tellOfMeeting(ctx, { meeting, type: 'meeting.uninvited', to: [seat] });
  });
}
