import type { Context } from '../context';
import { forgetDone } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { inTransaction } from '../in-transaction.server';
import { appendEvent } from '../ledger/index.server';
import { eventsFor } from './events';
import { meetingLifecycle } from './lifecycle';
import { mayCancelMeeting } from './policy';
import { stepOf } from '~/lib/lifecycle';

/** Calls a meeting off, with the reason that everyone concerned reads. */
export async function cancelMeeting(ctx: Context, meetingId: string, reason: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const meeting = await ctx.prisma.meeting.findUnique({ where: { id: meetingId } });
    if (!meeting) throw new DomainError('not-found');
    ensure(mayCancelMeeting(ctx.actor, meeting));
    const { from, to } = stepOf(meetingLifecycle, 'cancel');
    const cancelled = await ctx.prisma.meeting.updateMany({
      where: { id: meetingId, state: { in: from } },
      data: { state: to, reason },
    });
    if (cancelled.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    await forgetDone(ctx, meetingId);
    const { title, startsAt, place } = meeting;
    await appendEvent(ctx, eventsFor(meeting), {
      type: 'meeting.cancelled',
      subjectKind: 'meeting',
      subjectId: meetingId,
      areaId: meeting.areaId,
      publicData: { title, meetsAt: startsAt, place, reason },
    });
  });
}
