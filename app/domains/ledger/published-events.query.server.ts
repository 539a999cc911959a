import { z } from 'zod';
import type { ReadContext } from '../context';
import { askedOf, definePublished, instant } from '../define-published.server';
import { otherSubject } from './other-subject';
import { keyOfSubject } from './subject-access';
import { paths } from '~/paths';
import { listPage, newestFirst } from '~/platform/db/lists/list-page';

interface Told {
  subjectKind: string;
  subjectId: string;
  data: Record<string, unknown>;
}

/** Those of which the reader may read what they are about, and whatever else of its kind their words name. */
async function readableAmong<Event extends Told>(
  ctx: ReadContext,
  events: readonly Event[],
): Promise<Event[]> {
  const named = ({ subjectKind: kind, subjectId: id, data }: Event) => {
    const other = otherSubject(kind, data);
    return [{ kind, id }, ...(other ? [other] : [])];
  };
  const readable = await ctx.subjects.access.readable(ctx, events.flatMap(named));
  return events.filter((event) => named(event).every((key) => readable.has(keyOfSubject(key))));
}

/** The events behind the public log, as they may be read now: what was hidden since is not among them. */
export const publishedEvents = definePublished({
  ...{ name: 'events', kind: null, time: 'at' },
  shape: {
    type: z.string(),
    subjectKind: z.string(),
    subjectId: z.string(),
    areaId: z.string().nullable(),
    organisationId: z.string().nullable(),
    at: instant,
    data: z.record(z.string(), z.unknown()),
  },
  pathOf: ({ id }) => paths.checkEvent(String(id)),
  rows: async (ctx, asked) => {
    const { items, next } = await listPage(
      { order: newestFirst, cursor: asked.cursor, size: asked.size },
      ({ behind, ...page }) =>
        ctx.database.read.event.findMany({
          where: { AND: [{ isPublic: true }, askedOf(asked, 'at'), behind] },
          ...page,
          select: {
            ...{ id: true, type: true, subjectKind: true, subjectId: true, areaId: true, at: true },
            ...{ actorOrganisationId: true, publicData: true },
          },
        }),
    );
    const events = items.map(({ publicData, actorOrganisationId: organisationId, ...row }) => ({
      ...{ ...row, organisationId, data: JSON.parse(publicData) as Record<string, unknown> },
    }));
    return { next, items: await readableAmong(ctx, events) };
  },
});
