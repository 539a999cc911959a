import { z } from 'zod';
import type { ReadContext } from '../context';
import { askedOf, definePublished, instant, known } from '../define-published.server';
import type { PublishedAsked } from '../known-subjects';
import { meetingLifecycle } from './lifecycle';
import { meetingParts } from './load-meeting.server';
import type { LoadedMeeting } from './load-meeting.server';
import { fitsPublished } from './minutes/fits-published';
import { readableMeetings } from './visibility';
import { listPage, newestFirst } from '~/platform/db/lists/list-page';

const { states } = meetingLifecycle;

const decision = z.object({
  number: z.int(),
  motion: z.string(),
  rule: z.string(),
  present: z.int(),
  for: z.int(),
  against: z.int(),
  abstentions: z.int(),
  result: z.string(),
  due: instant.nullable(),
});

const published = z.object({
  quorum: z.int(),
  seats: z.array(z.object({ as: z.string(), present: z.boolean() })),
  minutes: z.string(),
  decisions: z.array(decision),
});

const shape = {
  kind: z.string(),
  title: z.string(),
  purpose: z.string(),
  areaId: z.string(),
  place: z.string(),
  state: known(states),
  startsAt: instant,
  endsAt: instant,
  organisationId: z.string().nullable(),
  publishedAt: instant.nullable(),
  contentHash: z.string().nullable(),
  published: published.nullable(),
};

/** The minutes as those present approved them; none where what stands there now is something else. */
function minutesOf(meeting: LoadedMeeting): z.infer<typeof published> | null {
  if (meeting.state !== 'published' || !meeting.publishedText || !fitsPublished(meeting)) return null;
  return published.parse(JSON.parse(meeting.publishedText));
}

const find = (ctx: ReadContext, asked: PublishedAsked) =>
  listPage({ order: newestFirst, cursor: asked.cursor, size: asked.size }, ({ behind, ...page }) =>
    ctx.database.read.meeting.findMany({
      where: { AND: [readableMeetings({ kind: 'visitor' }), askedOf(asked, 'startsAt'), behind] },
      ...page,
      include: meetingParts,
    }),
  );

/** Meetings that anyone may know of, with their minutes once these are published; people stand in them by their capacity. */
export const publishedMeetings = definePublished({
  ...{ name: 'meetings', kind: 'meeting', states, time: 'startsAt', shape },
  rows: async (ctx, asked) => {
    const { items, next } = await find(ctx, asked);
    return {
      next,
      items: items.map((row) => ({
        ...row,
        // What a closed meeting was to be about stays among those whom it concerns: `readableAgendas`.
        purpose: row.isPublic ? row.purpose : '',
        published: minutesOf(row),
      })),
    };
  },
});
