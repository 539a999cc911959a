import { openToAll } from '../define-subject.server';
import { officials } from '../held-on-persons';
import type { SubjectServer } from '../define-subject.server';
import { fillFrames } from './map/area-frames.server';
import { territory } from './subject';
import { publishedAreas } from './published-areas.query.server';
import { paths } from '~/paths';
import { within } from '~/platform/db/lists/area-scope';

export const territoryServer: SubjectServer = {
  subject: territory,
  access: {
    // Notices name an area by what happens in it.
    area: openToAll('Area', async ({ database }, ids) => {
      const rows = await database.read.area.findMany({ where: { id: { in: ids } }, select: { id: true } });
      return rows.map(({ id }) => ({ id, title: null }));
    }),
  },
  setUp: [
    {
      name: 'communities',
      at: paths.areas,
      count: ({ database }, areaIds) =>
        database.read.area.count({
          where: { level: 'community', closedAt: null, OR: areaIds.map((id) => ({ id: within(id) })) },
        }),
    },
  ],
  recurring: (ctx) => ({ 'territory.frames': { everySeconds: 60, run: () => fillFrames(ctx) } }),
  held: { models: { Census: officials('importedBy') } },
  published: [publishedAreas],
};
