import { within } from './area-scope';
import { inFrame } from '~/lib/geo/frame';
import type { Frame } from '~/lib/geo/frame';

interface Asked {
  areaId: string | undefined;
  category: string | undefined;
  states: readonly string[] | undefined;
  frame: Frame | undefined;
  most: number;
}

/** Rows with a place that the map asks for, as conditions for Prisma. */
export const placedWhere = ({ areaId, category, states, frame }: Asked) => ({
  AND: [
    { latitude: { not: null }, longitude: { not: null } },
    ...(areaId === undefined ? [] : [{ areaId: within(areaId) }]),
    ...(category === undefined ? [] : [{ category }]),
    ...(states === undefined ? [] : [{ state: { in: [...states] } }]),
    ...(frame === undefined ? [] : [inFrame(frame)]),
  ],
});

/** The newest of them, with the columns that the map shows. */
export const placedPage = ({ most }: Pick<Asked, 'most'>) =>
  ({
    orderBy: { id: 'desc' },
    take: most,
    select: {
      id: true,
      title: true,
      areaId: true,
      state: true,
      latitude: true,
      longitude: true,
      createdAt: true,
    },
  }) as const;

/** The rows without those that have no place after all: columns of the database may be empty. */
export function withPlaces<Row extends { latitude: number | null; longitude: number | null }>(
  rows: readonly Row[],
) {
  return rows.flatMap(({ latitude, longitude, ...row }) =>
    latitude === null || longitude === null ? [] : [{ ...row, latitude, longitude }],
  );
}
