import type { ReadContext } from '../context';
import { meetingLines } from './rules/meeting-calendar';
import { readableAgendas } from './visibility';
import { meetings } from '~/i18n/meetings';
import { textIn } from '~/i18n/catalogue';
import { writeCalendarFile } from '~/lib/time/icalendar';
import { within } from '~/platform/db/lists/area-scope';

const mostEntries = 500;
const pastDays = 30;

/** What is to come first, the soonest first; what is left of the room has the last of the month before. */
async function shownIn(ctx: ReadContext, areaId: string | undefined, now: Date) {
  const where = {
    AND: readableAgendas({ kind: 'visitor' }),
    ...(areaId === undefined ? {} : { areaId: within(areaId) }),
  };
  const coming = await ctx.database.read.meeting.findMany({
    where: { ...where, startsAt: { gte: now } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: mostEntries,
  });
  const monthAgo = new Date(now.getTime() - pastDays * 24 * 3600_000);
  const past = await ctx.database.read.meeting.findMany({
    where: { ...where, startsAt: { gte: monthAgo, lt: now } },
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
    take: mostEntries - coming.length,
  });
  return [...past.reverse(), ...coming];
}

/**
 * The meetings that anyone may come to know of, as a calendar to subscribe to: those of the last month too, so that what
 * was called off or moved is taken out of the day where it stood. It reminds of nothing: nobody goes to all of them.
 */
export async function openMeetingsCalendar(ctx: ReadContext, areaId: string | undefined): Promise<string> {
  const now = ctx.clock.now();
  const found = await shownIn(ctx, areaId, now);
  const portal = { url: ctx.configuration.publicUrl, now, reminds: false } as const;
  const name = textIn(ctx.locale, meetings)('title');
  return writeCalendarFile(
    { product: 'Meetings', method: 'PUBLISH', name },
    found.flatMap((meeting) => meetingLines(meeting, portal)),
  );
}
