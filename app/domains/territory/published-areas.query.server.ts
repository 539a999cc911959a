import { z } from 'zod';
import { definePublished, instant } from '../define-published.server';
import { within } from '~/platform/db/lists/area-scope';
import { listPage, oldestFirst } from '~/platform/db/lists/list-page';

const shape = {
  code: z.string(),
  level: z.string(),
  name: z.string(),
  nameEnglish: z.string().nullable(),
  parentId: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  population: z.int().nullable(),
  closedAt: instant.nullable(),
  successorId: z.string().nullable(),
};

/** The tree of areas, from the city down, without who works in them. */
export const publishedAreas = definePublished({
  ...{ name: 'areas', kind: 'area', shape },
  rows: (ctx, { id, areaId, cursor, size }) =>
    listPage({ order: oldestFirst, cursor, size }, ({ behind, ...page }) =>
      ctx.database.read.area.findMany({
        where: {
          AND: [behind, id === undefined ? {} : { id }, areaId === undefined ? {} : { id: within(areaId) }],
        },
        ...page,
        select: {
          ...{ id: true, code: true, level: true, name: true, nameEnglish: true, parentId: true },
          ...{ latitude: true, longitude: true, population: true },
          ...{ closedAt: true, successorId: true },
        },
      }),
    ),
});
