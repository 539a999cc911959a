import type { ReadContext } from '../../context';
import type { PersonActor } from '../../actor';
import { meetingLines } from '../rules/meeting-calendar';
import { meetingsOfGuest } from '../visibility';

const mostEntries = 200;
const pastDays = 30;

/**
 * The meetings to which the person is invited, as lines of a calendar: those of the last month too, so that what was
 * called off or moved is taken out of the day where it stood.
 */
export async function guestCalendarLines(ctx: ReadContext, actor: PersonActor): Promise<string[]> {
  const now = ctx.clock.now();
  const meetings = await ctx.database.read.meeting.findMany({
    where: {
      AND: meetingsOfGuest(actor),
      startsAt: { gte: new Date(now.getTime() - pastDays * 24 * 3600_000) },
    },
    orderBy: { startsAt: 'asc' },
    take: mostEntries,
  });
  return meetings.flatMap((meeting) => meetingLines(meeting, { url: ctx.configuration.publicUrl, now }));
}
