import type { ReadContext } from '../context';
import { DomainError, ensure } from '../domain-error';
import { mayCancelMeeting, mayReadMeeting } from './policy';
import { readableMeetings } from './visibility';
import { within } from '~/platform/db/area-scope';
import { listPage } from '~/platform/db/list-page';

const pageSize = 20;

const cardColumns = {
  id: true,
  title: true,
  areaId: true,
  place: true,
  startsAt: true,
  endsAt: true,
  state: true,
} as const;

const soonestFirst = { unique: 'id', direction: 'asc', column: 'startsAt', kind: 'time' } as const;
const latestFirst = { ...soonestFirst, direction: 'desc' } as const;

export interface MeetingFilter {
  areaId?: string | undefined;
  cursor?: string | undefined;
  /** Those that are over, the latest first; else those to come, the soonest first. */
  past: boolean;
}

/** One page of the meetings that the actor may read. */
export function listMeetings(ctx: ReadContext, { areaId, cursor, past }: MeetingFilter) {
  const now = ctx.clock.now();
  const order = past ? latestFirst : soonestFirst;
  return listPage({ order, cursor, size: pageSize }, ({ behind, ...page }) =>
    ctx.database.read.meeting.findMany({
      where: {
        AND: [readableMeetings(ctx.actor), behind],
        endsAt: past ? { lt: now } : { gte: now },
        ...(areaId ? { areaId: within(areaId) } : {}),
      },
      ...page,
      select: cardColumns,
    }),
  );
}

/** All that the page of a meeting shows. Throws `not-found`, or `forbidden` for whom it does not concern. */
export async function meetingPage(ctx: ReadContext, meetingId: string) {
  const meeting = await ctx.database.read.meeting.findUnique({ where: { id: meetingId } });
  if (!meeting) throw new DomainError('not-found');
  ensure(mayReadMeeting(ctx.actor, meeting));
  return { meeting, may: { cancel: mayCancelMeeting(ctx.actor, meeting).allowed } };
}
