import type { Context } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { holdMeeting } from '../load-meeting.server';
import { mayShowName } from '../policy';
import type { ShowNameInput } from '../schema';

/**
 * Lets the name stand beside the seat for everyone, or takes it back: whoever bears it may at any time. In the published
 * text people stand by their capacity, so that it stays as it was approved.
 */
export async function showName(
  ctx: Context,
  meetingId: string,
  { seatId, showsName }: ShowNameInput,
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const meeting = await holdMeeting(ctx, meetingId);
    const seat = meeting.seats.find(({ id }) => id === seatId);
    if (!seat) throw new DomainError('forbidden', { reason: 'meetings.not-invited' });
    ensure(mayShowName(ctx.actor, seat));
    await ctx.prisma.meetingSeat.update({ where: { id: seatId }, data: { showsName } });
    ctx.afterCommit(() => ctx.invalidatePages(['meetings']));
  });
}
