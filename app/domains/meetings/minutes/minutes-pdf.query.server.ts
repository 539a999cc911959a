import type { ReadContext } from '../../context';
import { DomainError } from '../../domain-error';
import { documentBytes } from '../../write-document.server';
import { meetingPage } from '../meeting.query.server';
import { minutesDocument } from './minutes-document.server';

/**
 * The published minutes as PDF, as whoever asks may read them. Throws `not-found` before they are published, and
 * `wrong-state` where what stands in the database is not what was approved: no paper is made of it.
 */
export async function minutesPdf(ctx: ReadContext, meetingId: string): Promise<Uint8Array> {
  const page = await meetingPage(ctx, meetingId);
  if (page.meeting.state !== 'published') throw new DomainError('not-found');
  if (!page.meeting.fits) throw new DomainError('wrong-state', { reason: 'meetings.altered' });
  const { minutes } = await ctx.database.read.meeting.findUniqueOrThrow({
    where: { id: meetingId },
    select: { minutes: true },
  });
  return documentBytes(ctx, minutesDocument(ctx, { ...page, source: minutes }));
}
