import type { Context } from '../context';
import { forgetDone } from '../do-once.server';
import { ensure } from '../domain-error';
import { inTransaction } from '../in-transaction.server';
import { holdMeeting, moveMeeting, tellOfMeeting } from './load-meeting.server';
import { forgetAddresses } from './seats/forget-addresses.server';
import { mayCancelMeeting } from './policy';
import { returnOpenDecisions } from './minutes/return-decisions.server';

/**
 * Calls a meeting off, with the reason that everyone concerned reads; calendars are told by a higher SEQUENCE. What was to
 * come back on its agenda comes back on that of the series' next.
 */
export async function cancelMeeting(ctx: Context, meetingId: string, reason: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const meeting = await holdMeeting(ctx, meetingId);
    ensure(mayCancelMeeting(ctx.actor, { ...meeting, decided: meeting.decisions.length }));
    await moveMeeting(ctx, {
      meeting,
      event: 'cancel',
      columns: { reason, sequence: meeting.sequence + 1, changedAt: ctx.clock.now() },
    });
    await forgetDone(ctx, meetingId);
    await forgetAddresses(ctx, meetingId);
    await returnOpenDecisions(ctx, meeting);
    const { startsAt, place } = meeting;
    await tellOfMeeting(ctx, {
      meeting,
      type: 'meeting.cancelled',
      publicData: { meetsAt: startsAt, place, reason },
    });
  });
}
