import { z } from 'zod';
import { askedOf, definePublished, instant } from '../define-published.server';
import { toldOutside } from './named-in-events.server';
import { paths } from '~/paths';
import { listPage, newestFirst } from '~/platform/db/lists/list-page';

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
    return { next, items: await toldOutside(ctx, events) };
  },
});
