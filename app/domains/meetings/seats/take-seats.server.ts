import type { Context } from '../../context';
import { eachByItself } from '../../each-by-itself';
import { inTransaction } from '../../in-transaction.server';
import { confirmedEmailOf } from '../../identity/index.server';
import { holdMeeting, tellOfMeeting } from '../load-meeting.server';

const mostSeatsOfOne = 200;

/**
 * Joins an account that was opened later with the seats to which its address was invited; of meetings that have not begun
 * the person is told, as those are who had an account then. Does nothing for an account without such seats.
 */
export async function takeInvitedSeats(ctx: Context, personId: string): Promise<void> {
  const email = await confirmedEmailOf(ctx, personId);
  if (email === null) return;
  const invited = await ctx.database.read.meetingSeat.findMany({
    where: { email, personId: null },
    take: mostSeatsOfOne,
    select: { id: true, meetingId: true },
  });
  await eachByItself(invited, ({ id, meetingId }) => takeSeat(ctx, { id, meetingId, personId }));
}

async function takeSeat(
  ctx: Context,
  seat: { id: string; meetingId: string; personId: string },
): Promise<void> {
  const { id, meetingId, personId } = seat;
  await inTransaction(ctx, async (ctx) => {
    const meeting = await holdMeeting(ctx, meetingId);
    // Somebody may have been invited by another address, too.
    if (meeting.seats.some((one) => one.personId === personId)) return;
    const taken = await ctx.prisma.meetingSeat.updateMany({
      where: { id, personId: null },
      data: { personId },
    });
    ctx.afterCommit(() => ctx.invalidatePages(['meetings']));
    if (taken.count === 0 || meeting.state !== 'convened') return;
    const { startsAt, place } = meeting;
    await tellOfMeeting(
      { ...ctx, actor: { kind: 'system' } },
      {
        ...{ meeting, type: 'meeting.invited', publicData: { meetsAt: startsAt, place } },
        to: [{ personId, organisationId: null }],
      },
    );
  });
}
