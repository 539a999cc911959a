import type { Context } from '../context';
import { ensure } from '../domain-error';
import { inTransaction } from '../in-transaction.server';
import { ensureAsShown } from '../shown-fields.server';
import { ensureTimes } from './convene-meeting.server';
import { meetingFields } from './meeting-fields';
import { holdMeeting, moveMeeting, tellOfMeeting } from './load-meeting.server';
import { mayChangeMeeting } from './policy';
import type { MeetingChange } from './schema';
import { ensureQuorum } from './seats/seats-for.server';
import { wallClockOf } from '~/lib/time/local-time';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

interface When {
  startsAt: Date;
  endsAt: Date;
  place: string;
}

/** `2026-11-24 14:30–16:00 · 议事厅`: read in every language, and the same in mails. */
function inOneLine({ startsAt, endsAt, place }: When, timeZone: string): string {
  const [from, to] = [wallClockOf(startsAt, timeZone), wallClockOf(endsAt, timeZone)];
  const until = from.slice(0, 10) === to.slice(0, 10) ? to.slice(11, 16) : to.slice(0, 16).replace('T', ' ');
  return `${from.slice(0, 16).replace('T', ' ')}–${until} · ${place}`;
}

/**
 * Changes what is said of a meeting until it begins. Where time or place change, those invited are told what was and
 * what is, and calendars get a higher SEQUENCE. Throws `conflict`, with what is saved, where the text is no longer that
 * of `revision`.
 */
export async function changeMeeting(
  ctx: Context,
  meetingId: string,
  { revision, ...input }: MeetingChange,
): Promise<void> {
  const { timeZone } = ctx.configuration;
  await inTransaction(ctx, async (ctx) => {
    const meeting = await holdMeeting(ctx, meetingId);
    ensure(mayChangeMeeting(ctx.actor, meeting));
    ensureAsShown(revision, meetingFields(meeting, timeZone));
    const moved =
      Number(meeting.startsAt) !== Number(input.startsAt) || Number(meeting.endsAt) !== Number(input.endsAt);
    if (moved) ensureTimes(ctx, input);
    ensureQuorum(input.quorum, meeting.seats.length);
    const tells = moved || meeting.place !== input.place || meeting.title !== input.title;
    await moveMeeting(ctx, {
      meeting,
      event: 'change',
      columns: {
        ...input,
        quorum: input.quorum ?? null,
        purposeHtml: renderMarkdown(input.purpose),
        changedAt: ctx.clock.now(),
        sequence: tells ? meeting.sequence + 1 : meeting.sequence,
      },
    });
    // Who has agreed to another time has agreed to nothing.
    if (moved)
      await ctx.prisma.meetingSeat.updateMany({
        where: { meetingId },
        data: { answer: null, answeredAt: null, substitute: '' },
      });
    if (tells)
      await tellOfMeeting(ctx, {
        meeting: { ...meeting, title: input.title },
        type: 'meeting.changed',
        publicData: { was: inOneLine(meeting, timeZone), is: inOneLine(input, timeZone) },
      });
    else ctx.afterCommit(() => ctx.invalidatePages(['meetings']));
  });
}
